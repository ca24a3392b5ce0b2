import type { Spot } from './grid.ts';

/** Nearer than this it is a click, in pixels. */
const SLACK_PX = 6;

/**
 * Dragging tables and landmarks about on the floor with a mouse or pen, and with a finger what was chosen before: any
 * other finger scrolls. What can be dragged carries `data-key`, fields carry `data-column` and `data-row`.
 * @returns lets go of everything
 */
export function dragOnFloor(box: HTMLElement, onDrop: (key: string, spot: Spot) => void): () => void {
  let start: { x: number; y: number; item: HTMLElement } | null = null;
  let dragging = false;
  let over: HTMLElement | null = null;

  const end = (): void => {
    over?.classList.remove('drop-here');
    start?.item.classList.remove('lifted');
    if (start) start.item.style.translate = '';
    start = over = null;
    dragging = false;
  };
  const down = (event: PointerEvent): void => {
    const item = closest(event.target, '[data-key]');
    if (event.button !== 0 || start !== null || !item) return;
    if (event.pointerType === 'touch' && item.getAttribute('aria-pressed') !== 'true') return;
    start = { x: event.clientX, y: event.clientY, item };
  };
  const move = (event: PointerEvent): void => {
    if (start === null) return;
    const [x, y] = [event.clientX - start.x, event.clientY - start.y];
    if (!dragging) {
      if (Math.hypot(x, y) < SLACK_PX) return;
      dragging = true;
      // from here on the box hears of the pointer wherever it goes
      box.setPointerCapture(event.pointerId);
      start.item.classList.add('lifted');
    }
    start.item.style.translate = `${x}px ${y}px`;
    const field = fieldUnder(box, event.clientX, event.clientY);
    if (field === over) return;
    over?.classList.remove('drop-here');
    field?.classList.add('drop-here');
    over = field;
  };
  const up = (): void => {
    const key = dragging ? start?.item.getAttribute('data-key') : null;
    const field = over;
    const wasDragging = dragging;
    end();
    if (!wasDragging) return;
    // the click that follows a drag is not meant
    const swallow = (click: Event): void => click.stopPropagation();
    box.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => box.removeEventListener('click', swallow, { capture: true }));
    if (key && field) onDrop(key, { column: numberOf(field, 'data-column'), row: numberOf(field, 'data-row') });
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

const closest = (target: EventTarget | null, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name));

/** What is lifted lies on top of everything, so all that is under the pointer is asked. */
function fieldUnder(box: HTMLElement, x: number, y: number): HTMLElement | null {
  const field = document
    .elementsFromPoint(x, y)
    .find((one): one is HTMLElement => one instanceof HTMLElement && one.hasAttribute('data-column'));
  return field && box.contains(field) ? field : null;
}
