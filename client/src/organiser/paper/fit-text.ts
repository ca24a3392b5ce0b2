import { useLayoutEffect, useRef } from 'preact/hooks';

/** One try to make text fit: a share of its full size, without what may be left out, on as many lines as it needs. */
interface Step {
  readonly size: number;
  readonly short: boolean;
  readonly wrap: boolean;
}

const steps = (sizes: readonly number[], short: boolean, wrap: boolean): Step[] =>
  sizes.map((size) => ({ size, short, wrap }));

/** Sizes at which a line is still read at arm's length come first; then what is less needed goes; then everything may give. */
const STEPS: readonly Step[] = [
  ...steps([1, 0.92, 0.85], false, false),
  ...steps([1, 0.92, 0.85, 0.78, 0.72, 0.66], true, false),
  ...steps([0.6, 0.55, 0.5, 0.46, 0.42, 0.38, 0.34, 0.3], true, true),
];

/** How much of its text a box has room for: 1 for all of it. */
function roomIn(box: HTMLElement): number {
  const [width, height] = [box.clientWidth / box.scrollWidth, box.clientHeight / box.scrollHeight];
  return Math.min(1, width, height);
}

/** The next step to try, past those that the measured text cannot fit at. Text that is shortened or wraps has to be measured anew. */
function nextStep(at: number, room: number): number {
  const { size, short, wrap } = STEPS[at] as Step;
  const next = STEPS.findIndex(
    (step, index) => index > at && (step.short !== short || step.wrap !== wrap || wrap || step.size <= size * room),
  );
  return next < 0 ? STEPS.length : next;
}

function take(box: HTMLElement, at: number): void {
  const { size, short, wrap } = STEPS[at] as Step;
  box.style.setProperty('--fit', String(size));
  box.toggleAttribute('data-short', short);
  box.toggleAttribute('data-wrap', wrap);
}

/** What was fitted, and into which width: a page that is drawn again each minute is not measured again. */
const fitted = new WeakMap<HTMLElement, string>();

/**
 * Makes every `[data-fit]` inside as large as fits in its box, step by step: nothing on paper is cut off. `--fit` is the
 * share of the full size; an element of the class `less` goes where `data-short` is set. All boxes are measured before
 * one is changed, so that the browser lays the pages out a few times and not once for each box.
 */
export function fitTexts(root: ParentNode): void {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-fit]')].map((box) => ({
    ...{ box, at: 0 },
    key: `${box.clientWidth} ${box.clientHeight} ${box.textContent}`,
  }));
  let open = boxes.filter(({ box, key }) => fitted.get(box) !== key);
  for (const { box, key } of open) {
    fitted.set(box, key);
    take(box, 0);
  }
  while (open.length > 0) {
    open = open
      .map((one) => ({ ...one, room: roomIn(one.box) }))
      .filter(({ room }) => room < 1)
      .map(({ room, ...one }) => ({ ...one, at: nextStep(one.at, room) }))
      .filter(({ at }) => at < STEPS.length);
    for (const { box, at } of open) take(box, at);
  }
}

/** Fits the texts of pages whenever they are drawn anew. */
export function useFitted() {
  const pages = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (pages.current) fitTexts(pages.current);
  });
  return pages;
}
