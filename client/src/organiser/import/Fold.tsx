import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: string;
  /** A fold without anything in it is not shown. */
  readonly count: number;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

/** A part of a review that is opened to look into. */
export function Fold({ title, count, open = false, children }: Props) {
  if (count === 0) return null;
  return (
    <details class="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
