import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dragOnFloor } from '../../../client/src/organiser/floor/drag-on-floor.ts';

let box: HTMLElement;
let letGo: () => void;
const dropped: unknown[] = [];
const clicked: string[] = [];

/** What lies under the pointer at x, topmost first. */
const LIES_AT: Readonly<Record<number, readonly string[]>> = {
  10: ['#five', '#here'],
  40: ['#five', '#there'],
  90: ['body'],
};
const at = (x: number): Element[] => (LIES_AT[x] ?? []).flatMap((one) => [...document.querySelectorAll(one)]);

beforeEach(() => {
  document.body.innerHTML = `<ul id="box">
    <li id="here" data-column="0" data-row="0"><button id="five" data-key="t5" aria-pressed="false">5</button></li>
    <li id="there" data-column="3" data-row="2"></li></ul>`;
  box = document.getElementById('box') as HTMLElement;
  box.setPointerCapture = vi.fn();
  document.elementsFromPoint = (x) => at(x);
  dropped.length = clicked.length = 0;
  document.getElementById('five')?.addEventListener('click', () => clicked.push('t5'));
  letGo = dragOnFloor(box, (key, spot) => dropped.push({ key, ...spot }));
});
afterEach(() => letGo());

const pointer = (type: string, x: number, over: Partial<PointerEventInit> = {}): void => {
  const target = type === 'pointerdown' ? at(x)[0] : box;
  const init = { bubbles: true, clientX: x, clientY: 400, pointerType: 'mouse', button: 0, pointerId: 1, ...over };
  target?.dispatchEvent(new PointerEvent(type, init));
};
const five = (): HTMLElement => document.getElementById('five') as HTMLElement;

it('follows the pointer, shows the field below it and drops there; the click after it is not meant', () => {
  pointer('pointerdown', 10);
  pointer('pointermove', 12);
  expect(five().className).toBe('');
  pointer('pointermove', 40);
  expect([five().className, five().style.translate]).toEqual(['lifted', '30px 0px']);
  expect(document.getElementById('there')?.className).toBe('drop-here');
  pointer('pointerup', 40);
  five().click();
  expect(dropped).toEqual([{ key: 't5', column: 3, row: 2 }]);
  expect(clicked).toEqual([]);
  expect([five().className, five().style.translate]).toEqual(['', '']);
  expect(document.getElementById('there')?.className).toBe('');
});

it('moves nothing by a click, by Escape, beside the fields, or by a finger that scrolls', () => {
  pointer('pointerdown', 10);
  pointer('pointerup', 10);
  five().click();
  expect(clicked).toEqual(['t5']);
  pointer('pointerdown', 10);
  pointer('pointermove', 40);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  pointer('pointerup', 40);
  pointer('pointerdown', 10);
  pointer('pointermove', 90);
  pointer('pointerup', 90);
  pointer('pointerdown', 10, { pointerType: 'touch' });
  pointer('pointermove', 40, { pointerType: 'touch' });
  pointer('pointerup', 40, { pointerType: 'touch' });
  expect(dropped).toEqual([]);
});

it('is dragged by a finger once it is chosen', () => {
  five().setAttribute('aria-pressed', 'true');
  pointer('pointerdown', 10, { pointerType: 'touch' });
  pointer('pointermove', 40, { pointerType: 'touch' });
  pointer('pointerup', 40, { pointerType: 'touch' });
  expect(dropped).toHaveLength(1);
});
