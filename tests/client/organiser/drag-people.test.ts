import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Dragging, dragPeople } from '../../../client/src/organiser/plan/drag-people.ts';

let box: HTMLElement;
let touch: boolean;
let letGo: () => void;
const heard: (Dragging | null)[] = [];
const dropped: Dragging[] = [];

/** What lies under the pointer at x. */
const LIES_AT: Readonly<Record<number, string>> = { 10: '#ada', 20: '#bo', 25: '#two', 40: '#other', 90: 'body' };
const at = (x: number): Element | null => document.querySelector(LIES_AT[x] ?? '#nothing');

beforeEach(() => {
  document.body.innerHTML = `<div id="box"><table><tr>
    <td data-round="1" data-table="t1"><span id="ada" data-person="ada">Ada</span></td>
    <td data-round="2" data-table="t1" id="other"></td></tr><tr>
    <td data-round="1" data-table="t2" id="two"><span id="bo" data-person="bo">Bo</span></td></tr></table></div>`;
  box = document.getElementById('box') as HTMLElement;
  box.setPointerCapture = vi.fn();
  box.scrollBy = vi.fn();
  window.scrollBy = vi.fn();
  document.elementFromPoint = (x) => at(x);
  heard.length = 0;
  dropped.length = 0;
  touch = false;
  letGo = dragPeople(box, {
    touchToo: () => touch,
    onPointer: () => {},
    onDrag: (dragging) => heard.push(dragging),
    onDrop: (dragging) => dropped.push(dragging),
  });
});
afterEach(() => letGo());

const pointer = (type: string, x: number, over: Partial<PointerEventInit> = {}): void => {
  const target = type === 'pointerdown' ? at(x) : box;
  const init = { bubbles: true, clientX: x, clientY: 400, pointerType: 'mouse', button: 0, pointerId: 1, ...over };
  target?.dispatchEvent(new PointerEvent(type, init));
};

it('tells where somebody is held, each place once, and where they are let go', () => {
  pointer('pointerdown', 10);
  pointer('pointermove', 12);
  expect(heard).toEqual([]);
  pointer('pointermove', 20);
  pointer('pointermove', 20);
  pointer('pointermove', 25);
  pointer('pointerup', 25);
  const ada = { round: 1, person: 'ada' };
  expect(heard).toEqual([
    { ...ada, target: null },
    { ...ada, target: { table: 't2', person: 'bo' } },
    { ...ada, target: { table: 't2', person: null } },
    null,
  ]);
  expect(dropped).toEqual([{ ...ada, target: { table: 't2', person: null } }]);
  expect(document.querySelectorAll('.dragged, .drop-here')).toHaveLength(0);
});

it('lets nobody leave their round or the grid', () => {
  pointer('pointerdown', 10);
  pointer('pointermove', 40);
  pointer('pointermove', 90);
  pointer('pointerup', 90);
  expect(heard.filter((one) => one?.target)).toEqual([]);
  expect(dropped).toEqual([]);
});

it('is called off by Escape and when the browser takes the pointer away', () => {
  pointer('pointerdown', 10);
  pointer('pointermove', 20);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  pointer('pointerup', 20);
  pointer('pointerdown', 10);
  pointer('pointermove', 20);
  pointer('pointercancel', 20);
  expect(heard.at(-1)).toBeNull();
  expect(dropped).toEqual([]);
});

it('leaves a finger its scrolling until the plan is being changed', () => {
  const finger = { pointerType: 'touch' };
  pointer('pointerdown', 10, finger);
  pointer('pointermove', 20, finger);
  pointer('pointerup', 20, finger);
  expect(heard).toEqual([]);
  touch = true;
  pointer('pointerdown', 10, finger);
  pointer('pointermove', 20, finger);
  pointer('pointerup', 20, finger);
  expect(dropped).toHaveLength(1);
});

it('swallows the click that follows a drag, and no other', () => {
  const clicked = vi.fn();
  document.getElementById('ada')?.addEventListener('click', clicked);
  const click = () => document.getElementById('ada')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  pointer('pointerdown', 10);
  pointer('pointermove', 20);
  pointer('pointerup', 20);
  click();
  expect(clicked).not.toHaveBeenCalled();
  pointer('pointerdown', 10);
  pointer('pointerup', 10);
  click();
  expect(clicked).toHaveBeenCalledOnce();
});
