import { useEffect, useRef } from 'preact/hooks';
import { actionOf, type KeyAction } from './keys.ts';

const OFF = 'lapwing.single-keys-off';

/** Whether single keys act; remembered by this browser (WCAG 2.1.4: they can be switched off). */
export const singleKeysOn = (): boolean => localStorage.getItem(OFF) === null;
export function setSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, 'yes');
}

const TEXT_FIELDS = 'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true]';
// Links are left out: Space does not press them, and after a click in the rail one has the focus.
const CONTROLS = 'button,input,select,textarea,summary,[role=button]';

/** Calls `act` for the single keys of the live page, while nobody types and no dialog is open. */
export function useKeys(act: (action: KeyAction) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      const action = actionOf({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        repeat: event.repeat,
        typing: target?.closest(TEXT_FIELDS) != null,
        onControl: target?.closest(CONTROLS) != null,
        inDialog: document.querySelector('dialog[open]') !== null,
      });
      // the key that shows the sheet stays, so that the keys can be switched on again
      if (action === null || (action !== 'keys' && !singleKeysOn())) return;
      event.preventDefault();
      latest.current(action);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
