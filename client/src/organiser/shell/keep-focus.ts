/** Longer than a dialog or a field takes to claim the focus for itself. */
const SETTLED_MS = 60;

/** What is read out as a place. */
const HEADINGS = 'h1, h2, h3, h4, legend';

/** The nearest place that is still there, from the inside out, with a heading to stand on. */
function landingIn(around: readonly Element[]): HTMLElement | null {
  for (const outer of around) {
    if (!outer.isConnected) continue;
    const main = outer.querySelector<HTMLElement>('main');
    for (const heading of (main ?? outer).querySelectorAll<HTMLElement>(HEADINGS))
      if (heading.getClientRects().length > 0) return heading;
  }
  return null;
}

function placesAround(element: Element): Element[] {
  const around: Element[] = [];
  for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) around.push(outer);
  return around;
}

/**
 * Whoever works with keys never loses their place: where a press takes away what had the focus (an answered card, a page
 * that is left), the heading of what it stood in gets it. Whoever moved the focus on purpose is left alone. Returns
 * how to stop.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let around: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  // a button that can be pressed no more loses the focus too, with the next picture
  const isGone = (): boolean => last !== null && (!last.isConnected || last.matches(':disabled'));
  const isLost = (): boolean => document.activeElement === document.body && isGone();
  const land = (): void => {
    timer = undefined;
    if (!isLost()) return;
    const landing = landingIn(around);
    // nothing stands yet: the next change of the page asks again
    if (landing === null) return;
    if (!landing.hasAttribute('tabindex')) landing.tabIndex = -1;
    landing.focus({ preventScroll: landing.getBoundingClientRect().bottom > 0 });
  };
  const remember = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    last = target;
    around = placesAround(target);
  };
  const watch = new MutationObserver(() => {
    if (timer === undefined && (isLost() || (document.activeElement === last && isGone())))
      timer = setTimeout(land, SETTLED_MS);
  });
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  addEventListener('focusin', remember);
  return () => {
    watch.disconnect();
    clearTimeout(timer);
    removeEventListener('focusin', remember);
  };
}
