import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface FitProps {
  /** What must fit, e.g. "88:88": the widest text this place will show, so that the size never jumps. May have lines. */
  sample: string;
  class?: string;
  children: ComponentChildren;
}

/**
 * Type as large as the style sheet says, smaller if `sample` would not fit in the width: whichever face was loaded.
 * Measures once for each sample and when the window changes.
 */
export function Fit({ sample, class: extra = '', children }: FitProps) {
  const outer = useRef<HTMLDivElement>(null);
  const probe = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const fit = (): void => {
      if (!outer.current || !probe.current) return;
      const wanted = probe.current.getBoundingClientRect().width;
      const room = outer.current.clientWidth;
      const share = wanted > 0 && room > 0 ? Math.min(1, room / wanted) : 1;
      outer.current.style.setProperty('--fit', `${share}em`);
    };
    fit();
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, [sample]);
  return (
    <div class={`fit ${extra}`} ref={outer}>
      <span class={'fit-probe k-face k-num'} ref={probe} aria-hidden="true">
        {sample}
      </span>
      <div class="fit-shown">{children}</div>
    </div>
  );
}
