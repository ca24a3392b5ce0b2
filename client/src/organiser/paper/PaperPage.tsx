import type { Sheet } from '@lapwing/shared/paper/sheets';
import type { ComponentChildren } from 'preact';
import { clockText, dateText } from '../../kit/figures.ts';
import { isolated } from '../../kit/words.ts';
import { t } from '../words.ts';
import type { PaperNow } from './paper-of.ts';

interface Props {
  readonly paper: PaperNow;
  readonly sheet: Sheet;
  readonly title: ComponentChildren;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly children: ComponentChildren;
}

/** One page of a list on A4: what it is, what stands on it, and in its foot which plan it is of. */
export function PaperPage({ paper, sheet, title, page, pages, children }: Props) {
  const { settings, planVersion, now } = paper;
  const { name, place, startsAt, timeZone } = settings;
  return (
    <section class={`paper-page paper-${sheet}`} data-sheet={sheet} data-paper="a4">
      <header>
        {title}
        <p translate={false}>
          {[name, dateText(startsAt, timeZone), place]
            .filter((part) => part !== '')
            .map(isolated)
            .join(' · ')}
        </p>
      </header>
      {children}
      <footer>
        <b>{t('print.foot', { version: planVersion, at: clockText(now, timeZone) })}</b>
        <span>{t('print.page', { sheet: t(`print.sheet.${sheet}`), page, pages })}</span>
      </footer>
    </section>
  );
}
