import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import { pointerDrag } from '../shell/pointer-drag.ts';
import type { Target } from './plan-desk.ts';

/** Who is being dragged, and where the pointer is over now; `target` is null where nobody can be put. */
export interface Dragging {
  readonly round: number;
  readonly person: AttendeeId;
  readonly target: Target | null;
}

interface Handlers {
  /** Fingers and pens drag only while this says so: otherwise they scroll the grid. */
  readonly touchToo: () => boolean;
  /** Called when a drag begins and each time it comes over something else; null when it is over. */
  readonly onDrag: (dragging: Dragging | null) => void;
  /** The pointer, in pixels of the window. */
  readonly onPointer: (x: number, y: number) => void;
  readonly onDrop: (dragging: Dragging & { readonly target: Target }) => void;
}

/** So near to an edge the grid or the page scrolls along, by so much with each move. */
const EDGE_PX = 48;
const SCROLL_PX = 14;

/**
 * Dragging people about in the grid with mouse, pen or finger. Cells carry `data-round` and `data-table` ('' for
 * sitting out), names `data-person`. People stay within their round.
 * @returns lets go of everything
 */
export function dragPeople(box: HTMLElement, handlers: Handlers): () => void {
  let dragging: Dragging | null = null;
  let over: Element | null = null;
  return pointerDrag<{ readonly round: number; readonly person: AttendeeId; readonly name: Element }>(box, {
    hold({ target, pointerType }) {
      if (pointerType !== 'mouse' && !handlers.touchToo()) return null;
      const name = closest(target, '[data-person]');
      const cell = name?.closest('[data-round]');
      if (!name || !cell) return null;
      const person = name.getAttribute('data-person') as AttendeeId;
      return { round: Number(cell.getAttribute('data-round')), person, name };
    },
    onLift({ round, person, name }) {
      name.classList.add('dragged');
      dragging = { round, person, target: null };
      handlers.onDrag(dragging);
    },
    onMove(_, { x, y }) {
      if (dragging === null) return;
      scrollAlong(box, x, y);
      handlers.onPointer(x, y);
      const found = targetAt(box, x, y, dragging);
      if (found.element === over) return;
      over?.classList.remove('drop-here');
      found.element?.classList.add('drop-here');
      over = found.element;
      dragging = { ...dragging, target: found.target };
      handlers.onDrag(dragging);
    },
    onEnd({ name }, dropped) {
      const last = dragging;
      dragging = null;
      over?.classList.remove('drop-here');
      over = null;
      name.classList.remove('dragged');
      handlers.onDrag(null);
      if (dropped && last?.target) handlers.onDrop({ ...last, target: last.target });
    },
  });
}

const closest = (target: EventTarget | null, selector: string): Element | null =>
  target instanceof Element ? target.closest(selector) : null;

/** The name or the cell under the pointer, if somebody of this round can be put there. */
function targetAt(
  box: HTMLElement,
  x: number,
  y: number,
  { round, person }: Dragging,
): { element: Element | null; target: Target | null } {
  const under = document.elementFromPoint(x, y);
  const cell = under && box.contains(under) ? under.closest('[data-round]') : null;
  if (!cell || Number(cell.getAttribute('data-round')) !== round) return { element: null, target: null };
  const table = (cell.getAttribute('data-table') || null) as TableId | null;
  const name = under?.closest('[data-person]') ?? null;
  const other = name === null ? null : (name.getAttribute('data-person') as AttendeeId);
  if (other === person) return { element: null, target: null };
  return { element: name ?? cell, target: { table, person: other } };
}

function scrollAlong(box: HTMLElement, x: number, y: number): void {
  const { left, right } = box.getBoundingClientRect();
  const along = (at: number, from: number, to: number): number =>
    at < from + EDGE_PX ? -SCROLL_PX : at > to - EDGE_PX ? SCROLL_PX : 0;
  box.scrollBy(along(x, Math.max(0, left), Math.min(window.innerWidth, right)), 0);
  window.scrollBy(0, along(y, 0, window.innerHeight));
}
