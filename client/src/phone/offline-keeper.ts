import { signal } from '@preact/signals';
import { language } from '../kit/words.ts';

/** Only where the address is safe, browsers have this at all: not on plain http in a hall. */
const container = 'serviceWorker' in navigator ? navigator.serviceWorker : null;

/** This page opens again without a network. */
export const reopens = signal(container?.controller != null);

container?.addEventListener('controllerchange', () => {
  reopens.value = container.controller !== null;
});

/** Has the page kept on this device, for the next time, in its language; a newer build takes over from here on. */
export async function keepForOffline(): Promise<void> {
  if (!container) return;
  try {
    const address = `/sw.js?language=${language()}`;
    const kept = await container.register(address, { scope: '/me/', updateViaCache: 'none' });
    const takeOver = (): void => kept.waiting?.postMessage({ takeOver: import.meta.url });
    kept.addEventListener('updatefound', () => kept.installing?.addEventListener('statechange', takeOver));
    takeOver();
  } catch {
    // private windows and full devices: the page lives without
  }
}

/**
 * A part of the page could not be loaded. Where the server is of another build it does not have that part any more, and
 * the page comes anew; a server that is only away must never cost somebody the page they have.
 */
export async function reloadIfOutdated(): Promise<void> {
  try {
    const answer = await fetch(`/shell/${language()}`, { cache: 'no-store' });
    const own = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? '';
    const html = await answer.text();
    if (answer.ok && html.includes('/assets/') && !html.includes(new URL(own).pathname)) location.reload();
  } catch {
    // no answer: nothing is known
  }
}
