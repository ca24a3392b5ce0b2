import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** A part of a pixel is rounding. */
const SLACK_PX = 2;

/** How many entries of a list that scrolls by itself are not seen to their end. */
function countBelow(list: HTMLElement): number {
  const end = list.getBoundingClientRect().bottom + SLACK_PX;
  return [...list.children].filter((entry) => entry.getBoundingClientRect().bottom > end).length;
}

/**
 * Counts what lies below the edge of a list, again whenever it is scrolled, resized or holds something else.
 * @param holds tells lists with other entries apart
 * @returns where the list is to be put, and how many of its entries are not seen to their end
 */
export function useBelow(holds: string) {
  const list = useRef<HTMLOListElement>(null);
  const [below, setBelow] = useState(0);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const count = (): void => setBelow(countBelow(element));
    count();
    element.addEventListener('scroll', count, { passive: true });
    window.addEventListener('resize', count);
    return () => {
      element.removeEventListener('scroll', count);
      window.removeEventListener('resize', count);
    };
  }, [holds]);
  return { list, below };
}
