import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
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

/** Nearer than this it is a click. */
const SLACK_PX = 6;
/** So near to an edge the grid or the page scrolls along, by so much with each move. */
const EDGE_PX = 48;
const SCROLL_PX = 14;

/**
 * Dragging people about in the grid with mouse, pen or finger. Cells carry `data-round` and `data-table` ('' for
 * sitting out), names `data-person`. People stay within their round.
 * @returns lets go of everything
 */
export function dragPeople(box: HTMLElement, handlers: Handlers): () => void {
  let start: { x: number; y: number; round: number; person: AttendeeId; name: Element } | null = null;
  let dragging: Dragging | null = null;
  let over: Element | null = null;

  const end = (): void => {
    start?.name.classList.remove('dragged');
    over?.classList.remove('drop-here');
    if (dragging !== null) handlers.onDrag(null);
    start = dragging = over = null;
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || start !== null) return;
    if (event.pointerType !== 'mouse' && !handlers.touchToo()) return;
    const name = closest(event.target, '[data-person]');
    const cell = name?.closest('[data-round]');
    if (!name || !cell) return;
    const person = name.getAttribute('data-person') as AttendeeId;
    start = { x: event.clientX, y: event.clientY, round: Number(cell.getAttribute('data-round')), person, name };
  };
  const move = (event: PointerEvent): void => {
    if (start === null) return;
    const { clientX: x, clientY: y } = event;
    if (dragging === null) {
      if (Math.hypot(x - start.x, y - start.y) < SLACK_PX) return;
      // from here on the grid hears of the pointer wherever it goes
      box.setPointerCapture(event.pointerId);
      start.name.classList.add('dragged');
      dragging = { round: start.round, person: start.person, target: null };
      handlers.onDrag(dragging);
    }
    scrollAlong(box, x, y);
    handlers.onPointer(x, y);
    const found = targetAt(box, x, y, dragging);
    if (found.element === over) return;
    over?.classList.remove('drop-here');
    found.element?.classList.add('drop-here');
    over = found.element;
    dragging = { ...dragging, target: found.target };
    handlers.onDrag(dragging);
  };
  const up = (): void => {
    const dropped = dragging;
    end();
    if (dropped === null) return;
    // the click that follows a drag is not meant
    const swallow = (click: Event): void => click.stopPropagation();
    box.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => box.removeEventListener('click', swallow, { capture: true }));
    if (dropped.target !== null) handlers.onDrop({ ...dropped, target: dropped.target });
  };
  const byEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') end();
  };

  box.addEventListener('pointerdown', down);
  box.addEventListener('pointermove', move);
  box.addEventListener('pointerup', up);
  box.addEventListener('pointercancel', end);
  document.addEventListener('keydown', byEscape);
  return () => {
    end();
    box.removeEventListener('pointerdown', down);
    box.removeEventListener('pointermove', move);
    box.removeEventListener('pointerup', up);
    box.removeEventListener('pointercancel', end);
    document.removeEventListener('keydown', byEscape);
  };
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
