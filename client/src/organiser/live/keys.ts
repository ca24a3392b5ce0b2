/** What a single key does on the live page. */
export type KeyAction = 'next' | 'pause' | 'plus' | 'minus' | 'endRound' | 'undo' | 'checkIn' | 'keys';

export interface Pressed {
  readonly key: string;
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
  e: 'endRound',
  z: 'undo',
  c: 'checkIn',
  '/': 'checkIn',
  '?': 'keys',
};

/** The keys sheet: what to press, in the order of the night. */
export const KEY_SHEET: readonly { readonly keys: readonly string[]; readonly action: KeyAction }[] = [
  { keys: ['N'], action: 'next' },
  { keys: ['P', 'Space'], action: 'pause' },
  { keys: ['+'], action: 'plus' },
  { keys: ['−'], action: 'minus' },
  { keys: ['E'], action: 'endRound' },
  { keys: ['Z'], action: 'undo' },
  { keys: ['C', '/'], action: 'checkIn' },
  { keys: ['?'], action: 'keys' },
];

/** The action of a key press, or null when the key means nothing here or belongs to somebody else. */
export function actionOf(pressed: Pressed): KeyAction | null {
  const { key, typing, inDialog, onControl, repeat } = pressed;
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || typing || inDialog || repeat) return null;
  if (key === ' ' && onControl) return null;
  return KEYS[key.toLowerCase()] ?? null;
}
