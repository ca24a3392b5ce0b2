import { useEffect, useRef } from 'preact/hooks';

/**
 * Asks at once, and again so long after each answer for as long as the page is looked at.
 * @param ask never throws; whether the page has gone meanwhile is told by `isOver`
 * @param about what is asked about: with another one it begins anew
 */
export function useAskedAgain(ask: (isOver: () => boolean) => Promise<void>, everyMs: number, about: unknown): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'hidden') await latest.current(() => over);
      if (!over) timer = setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [about]);
}
