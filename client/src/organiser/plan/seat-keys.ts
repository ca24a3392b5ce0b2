const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const;
type Arrow = (typeof ARROWS)[number];

const seats = (within: Element): HTMLElement[] => [...within.querySelectorAll<HTMLElement>('.seat')];

/** The many names of the grid are one stop of the Tab key: the one that had the focus last, else the first. */
export function keepOneStop(box: Element): void {
  const all = seats(box);
  if (!all.some(({ tabIndex }) => tabIndex === 0) && all[0]) all[0].tabIndex = 0;
}

/** From name to name with the arrow keys: along the row, or to the same round of the row above or below. */
export function moveBetweenSeats(box: Element, event: KeyboardEvent): void {
  const from = event.target instanceof Element ? event.target.closest<HTMLElement>('.seat') : null;
  if (from === null || !isArrow(event.key)) return;
  event.preventDefault();
  neighbour(box, from, event.key)?.focus();
}

/** Whichever name gets the focus, by keys, by mouse or after a move, is where Tab comes back to. */
export function stopAt(box: Element, target: EventTarget | null): void {
  const to = target instanceof Element ? target.closest<HTMLElement>('.seat') : null;
  if (to !== null) for (const seat of seats(box)) seat.tabIndex = seat === to ? 0 : -1;
}

const isArrow = (key: string): key is Arrow => (ARROWS as readonly string[]).includes(key);

function neighbour(box: Element, from: HTMLElement, key: Arrow): HTMLElement | undefined {
  const row = from.closest('tr');
  const cell = from.closest('td');
  if (!row || !cell) return undefined;
  const along = seats(row);
  const at = along.indexOf(from);
  if (key === 'ArrowLeft') return along[at - 1];
  if (key === 'ArrowRight') return along[at + 1];
  if (key === 'Home') return along[0];
  if (key === 'End') return along.at(-1);
  const column = [...box.querySelectorAll(`td[data-round="${cell.getAttribute('data-round')}"]`)];
  const others =
    key === 'ArrowUp' ? column.slice(0, column.indexOf(cell)).reverse() : column.slice(column.indexOf(cell) + 1);
  return others.flatMap(seats)[0];
}
