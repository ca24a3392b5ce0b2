import { expect, it } from 'vitest';
import { actionOf, KEY_SHEET, type Pressed } from '../../../client/src/organiser/live/keys.ts';

const press = (key: string, over: Partial<Pressed> = {}): ReturnType<typeof actionOf> =>
  actionOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    typing: false,
    onControl: false,
    inDialog: false,
    ...over,
  });

it('every key of the sheet does what the sheet says', () => {
  for (const { keys, action } of KEY_SHEET) {
    for (const key of keys) expect(press(key === 'Space' ? ' ' : key), key).toBe(action);
  }
});

it('small and capital letters are the same key', () => {
  expect(press('n')).toBe('next');
  expect(press('N')).toBe('next');
});

it('keys are off while typing, in dialogs, with a modifier and while held down', () => {
  for (const over of [
    { typing: true },
    { inDialog: true },
    { ctrlKey: true },
    { metaKey: true },
    { altKey: true },
    { repeat: true },
  ]) {
    expect(press('n', over), JSON.stringify(over)).toBeNull();
  }
});

it('Space pauses only when the focus is not on a control; P always', () => {
  expect(press(' ', { onControl: true })).toBeNull();
  expect(press('p', { onControl: true })).toBe('pause');
});

it('other keys mean nothing', () => {
  for (const key of ['x', 'Enter', 'Tab', 's', '1']) expect(press(key)).toBeNull();
});
