import './kit.css';
import type { ComponentChildren } from 'preact';

/** A dark panel: what is on it looks like the sign on the wall, in light and dark. */
export function SignCard({ class: extra = '', label, children }: SignCardProps) {
  return (
    <article class={`k-sign-card ${extra}`} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </article>
  );
}

export interface SignCardProps {
  class?: string;
  /** What a screen reader calls it. */
  label?: string;
  children: ComponentChildren;
}

/** The tear line between what is now and what comes next; only on a SignCard that stands on the page's ground. */
export const Tear = () => <div class="k-tear" />;
