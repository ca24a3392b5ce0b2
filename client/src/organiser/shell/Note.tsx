import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { ComponentChildren } from 'preact';
import { Icon } from '../../kit/Icon.tsx';
import { refusalText } from '../words.ts';

const ICONS = { ok: 'check', warn: 'warn', bad: 'warn', plain: 'info' } as const;

/** A boxed sentence with an icon; `bad` is announced at once. */
export function Note({ tone, children }: { tone: keyof typeof ICONS; children: ComponentChildren }) {
  return (
    <div class={`note ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** Why the server said no; nothing while it did not. */
export function RefusalNote({ code }: { code: RefusalCode | 'no-answer' | null }) {
  return code === null ? null : <Note tone="bad">{refusalText({ code })}</Note>;
}
