import { spacedBadge } from '@lapwing/shared/event/badge';
import type { Badge } from '@lapwing/shared/paper/badges';
import { type BadgeFormat, FORMATS } from '@lapwing/shared/paper/formats';
import { stackedPages } from '@lapwing/shared/paper/pages';
import { useMemo } from 'preact/hooks';
import { clockText, dateText } from '../../kit/figures.ts';
import { QrCode } from '../../kit/JoinBlock.tsx';
import { Name } from '../../kit/Name.tsx';
import { isolated } from '../../kit/words.ts';
import { t } from '../words.ts';
import { BadgeRows } from './BadgeRows.tsx';
import { PiecePage } from './PiecePage.tsx';
import type { PaperNow } from './paper-of.ts';

interface Props {
  readonly paper: PaperNow;
  readonly badges: readonly Badge[];
  readonly format: BadgeFormat;
}

/** A badge for each person, alone on A6 or four on A4. */
export function BadgePages({ paper, badges, format }: Props) {
  return (
    <>
      {stackedPages(badges, FORMATS[format].onPage).map((page) => (
        <PiecePage key={page[0]?.id} sheet="badges" format={format}>
          {page.map((badge, place) => (
            <div class="piece" key={badge?.id ?? place}>
              {badge ? <OneBadge paper={paper} badge={badge} /> : null}
            </div>
          ))}
        </PiecePage>
      ))}
    </>
  );
}

function OneBadge({ paper, badge }: { paper: PaperNow; badge: Badge }) {
  const { settings, planVersion, now, origin } = paper;
  const { name, place, startsAt, timeZone } = settings;
  const { first, about, code, role, rows } = badge;
  // drawn once: its pattern is the costliest thing on the page, and stays the same
  const qr = useMemo(() => <QrCode text={`${origin}/b/${code}`} quiet={0} class="badge-qr-code" />, [origin, code]);
  return (
    <article class="badge">
      <p class="badge-event">
        <span data-fit translate={false}>
          {[name, place, dateText(startsAt, timeZone)]
            .filter((part) => part !== '')
            .map(isolated)
            .join(', ')}
        </span>
        {role === 'mentor' ? <b>{t('print.badge.mentor')}</b> : null}
      </p>
      <h3 class={first === '' ? 'badge-first by-hand' : 'badge-first'} data-fit translate={false}>
        <Name of={first} />
      </h3>
      <p class="badge-about" data-fit translate={false}>
        {about.map((part, index) => (
          <span key={part} class={index > 1 ? 'less' : ''}>
            {index === 0 ? '' : ', '}
            <bdi>{part}</bdi>
          </span>
        ))}
      </p>
      {rows.length === 0 ? (
        <p class="badge-none">{t('print.badge.no-table')}</p>
      ) : (
        <BadgeRows rows={rows} timeZone={timeZone} />
      )}
      <footer>
        <div>
          <p>{t('print.badge.times')}</p>
          <p class="k-num">{t('print.foot', { version: planVersion, at: clockText(now, timeZone) })}</p>
        </div>
        {code === '' ? null : (
          <div class="badge-id">
            {qr}
            <b class="k-face" data-fit translate={false}>
              {spacedBadge(code)}
            </b>
          </div>
        )}
      </footer>
    </article>
  );
}
