import type { ComponentChildren } from 'preact';
import { Languages } from '../../kit/Languages.tsx';
import { Mark } from '../../kit/Mark.tsx';
import { t } from '../words.ts';

/** The plain page before one is inside: a heading, and one thing to do. */
export function Door({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main class="door">
      <p class="door-brand">
        <Mark size="36px" dot="var(--move)" /> {t('brand')}
      </p>
      <h1>{title}</h1>
      {children}
      <Languages />
    </main>
  );
}
