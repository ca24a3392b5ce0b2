import { pageTime } from '../../kit/server-clock.ts';
import type { Word } from '../../organiser/sentence.ts';
import { t } from '../../organiser/words.ts';

/** What somebody does on a page before it is looked at. */
export type Step =
  /** Press what carries these words. */
  | { readonly press: Word; readonly nth?: number }
  /** Press what this selector finds. */
  | { readonly on: string }
  | { readonly key: string }
  | { readonly file: File }
  /** Wait until this is there. */
  | { readonly see: string }
  | { readonly into: string; readonly text: string };

const PRESSABLE = 'button, a, summary, [role=button], label';
/** Longer than the silence after which a page calls itself offline. */
const PATIENCE_MS = 14_000;

function pressable({ press, nth = 0 }: { readonly press: Word; readonly nth?: number }): HTMLElement | undefined {
  const words = t(press);
  const all = [...document.querySelectorAll<HTMLElement>(PRESSABLE)];
  return all.filter((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(words))[nth];
}

function find(step: Step): HTMLElement | undefined {
  if ('press' in step) return pressable(step);
  if ('on' in step) return document.querySelector<HTMLElement>(step.on) ?? undefined;
  if ('into' in step) return document.querySelector<HTMLElement>(step.into) ?? undefined;
  if ('see' in step) return document.querySelector<HTMLElement>(step.see) ?? undefined;
  if ('file' in step) return document.querySelector<HTMLElement>('input[type=file]') ?? undefined;
  return document.querySelector<HTMLElement>('main [aria-label], main h2, main button') ?? undefined;
}

function take(step: Step, on: HTMLElement): void {
  if ('key' in step) {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: step.key, bubbles: true, cancelable: true }));
  } else if ('file' in step) {
    const files = new DataTransfer();
    files.items.add(step.file);
    (on as HTMLInputElement).files = files.files;
    on.dispatchEvent(new Event('change', { bubbles: true }));
  } else if ('into' in step) {
    (on as HTMLInputElement).value = step.text;
    on.dispatchEvent(new Event('input', { bubbles: true }));
  } else if (!('see' in step)) on.click();
}

const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));

/** Takes the steps one after the other, each as soon as it can be taken. Throws when one never can. */
export async function takeSteps(steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const until = pageTime() + PATIENCE_MS;
    let on = find(step);
    while (!on) {
      if (pageTime() > until) throw new Error(`The page never showed ${JSON.stringify(step)}`);
      await frame();
      on = find(step);
    }
    take(step, on);
    await frame();
  }
}
