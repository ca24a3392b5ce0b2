import { pointerDrag } from '../shell/pointer-drag.ts';
import type { Spot } from './grid.ts';

/**
 * Dragging tables and landmarks about on the floor with a mouse or pen, and with a finger what was chosen before, since any
 * other finger scrolls. What can be dragged carries `data-key`, fields carry `data-column` and `data-row`.
 * @returns lets go of everything
 */
export function dragOnFloor(box: HTMLElement, onDrop: (key: string, spot: Spot) => void): () => void {
  let over: HTMLElement | null = null;
  return pointerDrag<HTMLElement>(box, {
    hold({ target, pointerType }) {
      const item = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
      return pointerType === 'touch' && item?.getAttribute('aria-pressed') !== 'true' ? null : item;
    },
    onLift: (item) => item.classList.add('lifted'),
    onMove(item, { x, y, dx, dy }) {
      item.style.translate = `${dx}px ${dy}px`;
      const field = fieldUnder(box, x, y);
      if (field === over) return;
      over?.classList.remove('drop-here');
      field?.classList.add('drop-here');
      over = field;
    },
    onEnd(item, dropped) {
      const field = over;
      over = null;
      field?.classList.remove('drop-here');
      item.classList.remove('lifted');
      item.style.translate = '';
      if (dropped && field)
        onDrop(item.dataset.key ?? '', { column: Number(field.dataset.column), row: Number(field.dataset.row) });
    },
  });
}

/** What is lifted lies on top of everything, so all that is under the pointer is asked. */
function fieldUnder(box: HTMLElement, x: number, y: number): HTMLElement | null {
  const field = document
    .elementsFromPoint(x, y)
    .find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset.column !== undefined);
  return field && box.contains(field) ? field : null;
}
