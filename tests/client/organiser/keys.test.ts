import { expect, it } from 'vitest';
import { actionOf, figureOf, KEY_SHEET, type Pressed } from '../../../client/src/organiser/live/keys.ts';

const NOTHING: Pressed = {
  ...{ key: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false },
  ...{ repeat: false, typing: false, onControl: false, inDialog: false },
};
const press = (key: string, over: Partial<Pressed> = {}): ReturnType<typeof actionOf> =>
  actionOf({ ...NOTHING, key, ...over });

it('every key of the sheet does what the sheet says', () => {
  for (const { keys, action } of KEY_SHEET) {
    // figures, and the palette's keys, have ears of their own
    if (action === 'need' || action === 'find') continue;
    for (const name of keys) {
      const [key = '', shiftKey] = name.startsWith('Shift ') ? [name.slice(6), true] : [name, false];
      expect(press(key === 'Space' ? ' ' : key, { shiftKey }), name).toBe(action);
    }
  }
});

it('with Shift a minute is five, on the keys that stand for plus and minus there', () => {
  expect(press('+', { shiftKey: true })).toBe('plusFive');
  expect(press('_', { shiftKey: true })).toBe('minusFive');
  expect(press('=')).toBe('plus');
  expect(press('N', { shiftKey: true })).toBe('next');
});

it('figures are read apart, and off like the other keys', () => {
  const figure = (key: string, typing = false) => figureOf({ ...NOTHING, key, typing });
  expect(figure('3')).toBe('3');
  expect(figure('3', true)).toBeNull();
  expect(figure('x')).toBeNull();
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
  for (const key of ['x', 'Enter', 'Tab', 'v', '1']) expect(press(key)).toBeNull();
});
