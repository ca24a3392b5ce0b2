import './kit.css';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

/** One or two sentences about the state of things, above what they are about. Not a live region: the caller decides. */
export function StatusStrip({ tone = 'plain', icon = 'info', class: extra = '', children }: StatusStripProps) {
  return (
    <div class={`k-strip k-strip-${tone} ${extra}`}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}

export interface StatusStripProps {
  tone?: 'plain' | 'ok' | 'warn' | 'bad';
  icon?: IconName;
  class?: string;
  children: ComponentChildren;
}
