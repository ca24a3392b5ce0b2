import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { language } from '../kit/words.ts';

/** What browsers of the Chromium family tell a page that may go on the home screen; in no standard yet. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** ask: the browser asks when it is told to; by-hand: it takes a menu of the browser; none: nothing to offer. */
export type HomeScreenWay = 'ask' | 'by-hand' | 'none';

export interface HomeScreen {
  readonly way: ReadonlySignal<HomeScreenWay>;
  /** The browser asks, once. */
  add(): Promise<void>;
  /** @returns what ends it */
  start(): () => void;
}

/** Opened from a home screen already. */
const isThere = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true;

/**
 * Offers this page to the home screen, from `start` on: before that no browser knows that it could be there, so none asks in
 * the middle of an evening. Nothing where the address is not safe: such a page would not open without a network.
 * @param path of the person's own page, e.g. "/me/k3v9"
 */
export function homeScreen(path: string): HomeScreen {
  const offers = window.isSecureContext && !isThere();
  // only Safari on a phone has this; there it takes the menu
  const way = signal<HomeScreenWay>(offers && 'standalone' in navigator ? 'by-hand' : 'none');
  let asks: InstallPrompt | null = null;
  const mayAsk = (event: Event): void => {
    event.preventDefault();
    asks = event as InstallPrompt;
    way.value = 'ask';
  };
  const isAdded = (): void => {
    way.value = 'none';
  };
  return {
    way,
    async add() {
      const asking = asks;
      asks = null;
      way.value = 'none';
      await asking?.prompt();
    },
    start() {
      if (!offers) return () => undefined;
      const unlink = linkManifest(path);
      window.addEventListener('beforeinstallprompt', mayAsk);
      window.addEventListener('appinstalled', isAdded);
      return () => {
        unlink();
        window.removeEventListener('beforeinstallprompt', mayAsk);
        window.removeEventListener('appinstalled', isAdded);
      };
    },
  };
}

/** Names the page's manifest, in its language, and the icon that Safari takes. @returns what takes that back */
function linkManifest(path: string): () => void {
  const link = (rel: string): HTMLLinkElement => Object.assign(document.createElement('link'), { rel });
  const [manifest, icon] = [link('manifest'), link('apple-touch-icon')];
  const stopNaming = effect(() => {
    manifest.href = `${path}/manifest/${language()}`;
  });
  icon.href = '/icons/apple-touch-180.png';
  document.head.append(manifest, icon);
  return () => {
    stopNaming();
    manifest.remove();
    icon.remove();
  };
}
