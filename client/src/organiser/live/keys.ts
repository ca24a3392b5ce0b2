import type { ClockAction } from './clock-actions.ts';

/** What a single key does on the live page. */
export type KeyAction =
  | Exclude<ClockAction, 'back' | 'moveNow' | 'finish' | 'stopAll' | 'clearMessage'>
  | 'checkIn'
  | 'walkIn'
  | 'message'
  | 'displays'
  | 'print'
  | 'table'
  | 'keys';

export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  /** Focus is in a field where letters mean text. */
  readonly typing: boolean;
  /** Focus is on a button or another control that Space would press. */
  readonly onControl: boolean;
  /** A dialog is open. */
  readonly inDialog: boolean;
}

const KEYS: Readonly<Record<string, KeyAction>> = {
  n: 'next',
  p: 'pause',
  ' ': 'pause',
  '+': 'plus',
  '=': 'plus',
  '-': 'minus',
  '−': 'minus',
  _: 'minus',
  e: 'endRound',
  r: 'restartRound',
  s: 'skip',
  z: 'undo',
  m: 'message',
  b: 'blank',
  c: 'checkIn',
  w: 'walkIn',
  t: 'table',
  d: 'displays',
  l: 'print',
  '?': 'keys',
};
/** With Shift, a minute is five, and what was undone is done again. */
const WITH_SHIFT: Partial<Readonly<Record<KeyAction, KeyAction>>> = {
  plus: 'plusFive',
  minus: 'minusFive',
  undo: 'redo',
};

type Line = { readonly keys: readonly string[]; readonly action: KeyAction | 'need' | 'find' };

/** The keys sheet: what to press, in the order of the night. */
export const KEY_SHEET: readonly Line[] = [
  { keys: ['N'], action: 'next' },
  { keys: ['P', 'Space'], action: 'pause' },
  { keys: ['+'], action: 'plus' },
  { keys: ['−'], action: 'minus' },
  { keys: ['Shift +'], action: 'plusFive' },
  { keys: ['Shift −'], action: 'minusFive' },
  { keys: ['E'], action: 'endRound' },
  { keys: ['R'], action: 'restartRound' },
  { keys: ['S'], action: 'skip' },
  { keys: ['Z'], action: 'undo' },
  { keys: ['Shift Z'], action: 'redo' },
  { keys: ['1', '…', '9'], action: 'need' },
  { keys: ['/', 'Ctrl K'], action: 'find' },
  { keys: ['C'], action: 'checkIn' },
  { keys: ['W'], action: 'walkIn' },
  { keys: ['T'], action: 'table' },
  { keys: ['M'], action: 'message' },
  { keys: ['B'], action: 'blank' },
  { keys: ['D'], action: 'displays' },
  { keys: ['L'], action: 'print' },
  { keys: ['?'], action: 'keys' },
];

/** Whether a key press is ours at all: nobody types, no dialog is open, no modifier but Shift is held. */
const isOurs = ({ ctrlKey, metaKey, altKey, typing, inDialog, repeat }: Pressed): boolean =>
  !(ctrlKey || metaKey || altKey || typing || inDialog || repeat);

/** The action of a key press, or null when the key means nothing here or belongs to somebody else. */
export function actionOf(pressed: Pressed): KeyAction | null {
  const { key, onControl, shiftKey } = pressed;
  if (!isOurs(pressed) || (key === ' ' && onControl)) return null;
  const action = KEYS[key.toLowerCase()] ?? null;
  return shiftKey && action !== null ? (WITH_SHIFT[action] ?? action) : action;
}

/** The figure of a key press, or null. */
export const figureOf = (pressed: Pressed): string | null =>
  isOurs(pressed) && /^[0-9]$/u.test(pressed.key) ? pressed.key : null;
