import { useEffect, useRef } from 'preact/hooks';
import { actionOf, figureOf, type KeyAction, type Pressed } from './keys.ts';
import { createTableKey } from './table-key.ts';

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

/** Whether letters mean text where this happened. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TEXT_FIELDS) !== null;

export interface KeyDesk {
  /** A dialog was asked for, and may not be drawn yet: what is typed now is meant for it. */
  dialogComes(): boolean;
  act(action: Exclude<KeyAction, 'table'>): void;
  openNeed(number: number): void;
  openTable(number: number): void;
  tableNumbers(): readonly number[];
}

/** Calls the desk for the single keys of the live page, while nobody types and no dialog is open. */
export function useKeys(desk: KeyDesk): void {
  const latest = useRef(desk);
  latest.current = desk;
  useEffect(() => {
    const table = createTableKey({
      numbers: () => latest.current.tableNumbers(),
      open: (number) => latest.current.openTable(number),
      later(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    const onKey = (event: KeyboardEvent): void => {
      const pressed = pressedIn(event, latest.current.dialogComes());
      const action = actionOf(pressed);
      const figure = figureOf(pressed);
      // the key that shows the sheet stays, so that the keys can be switched on again
      if ((action === null && figure === null) || (action !== 'keys' && !singleKeysOn())) return;
      event.preventDefault();
      if (figure !== null) {
        if (!table.figure(figure)) latest.current.openNeed(Number(figure));
      } else if (action === 'table') table.begin();
      else if (action !== null) {
        table.cancel();
        latest.current.act(action);
      }
    };
    addEventListener('keydown', onKey);
    return () => {
      table.cancel();
      removeEventListener('keydown', onKey);
    };
  }, []);
}

function pressedIn(event: KeyboardEvent, dialogComes: boolean): Pressed {
  const target = event.target instanceof Element ? event.target : null;
  const { key, shiftKey, ctrlKey, metaKey, altKey, repeat } = event;
  return {
    ...{ key, shiftKey, ctrlKey, metaKey, altKey, repeat },
    typing: isTyping(target),
    onControl: target?.closest(CONTROLS) != null,
    inDialog: dialogComes || document.querySelector('dialog[open]') !== null,
  };
}
