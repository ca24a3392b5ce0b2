/** Nearer than this it is a click, in pixels. */
const SLACK_PX = 6;

/** What is dragged about in a box, and what comes of it. */
export interface PointerDrag<Item> {
  /** What a press takes hold of; null where nothing can be dragged, and the press is left to the page. */
  readonly hold: (press: PointerEvent) => Item | null;
  readonly onLift: (item: Item) => void;
  /** Where the pointer is, in pixels of the window, and how far from where it was pressed. */
  readonly onMove: (
    item: Item,
    at: { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number },
  ) => void;
  /** A drag is over, and `dropped` where the pointer was let go: not by Escape, nor taken away by the browser. */
  readonly onEnd: (item: Item, dropped: boolean) => void;
}

/**
 * Dragging with mouse, pen or finger within a box; Escape ends it, and the click that follows a drag is not meant.
 * @returns lets go of everything
 */
export function pointerDrag<Item>(box: HTMLElement, drag: PointerDrag<Item>): () => void {
  let start: { readonly x: number; readonly y: number; readonly item: Item; lifted: boolean } | null = null;

  const end = (dropped: boolean): void => {
    const held = start;
    start = null;
    if (held?.lifted) drag.onEnd(held.item, dropped);
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || start !== null) return;
    const item = drag.hold(event);
    if (item !== null) start = { x: event.clientX, y: event.clientY, item, lifted: false };
  };
  const move = (event: PointerEvent): void => {
    if (start === null) return;
    const { clientX: x, clientY: y } = event;
    const [dx, dy] = [x - start.x, y - start.y];
    if (!start.lifted) {
      if (Math.hypot(dx, dy) < SLACK_PX) return;
      // from here on the box hears of the pointer wherever it goes
      box.setPointerCapture(event.pointerId);
      start.lifted = true;
      drag.onLift(start.item);
    }
    drag.onMove(start.item, { x, y, dx, dy });
  };
  const up = (): void => {
    if (start?.lifted) {
      const swallow = (click: Event): void => click.stopPropagation();
      box.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => box.removeEventListener('click', swallow, { capture: true }));
    }
    end(true);
  };
  const away = (): void => end(false);
  const byEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') away();
  };

  box.addEventListener('pointerdown', down);
  box.addEventListener('pointermove', move);
  box.addEventListener('pointerup', up);
  box.addEventListener('pointercancel', away);
  document.addEventListener('keydown', byEscape);
  return () => {
    away();
    box.removeEventListener('pointerdown', down);
    box.removeEventListener('pointermove', move);
    box.removeEventListener('pointerup', up);
    box.removeEventListener('pointercancel', away);
    document.removeEventListener('keydown', byEscape);
  };
}
