import type { BadgeRow } from '@lapwing/shared/paper/badges';
import type { PaperMentor } from '@lapwing/shared/paper/mentor-lines';
import type { ComponentChildren } from 'preact';
import { clockText } from '../../kit/figures.ts';
import { Name } from '../../kit/Name.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { t } from '../words.ts';

/** With more rows than these, table and mentor stand on one line; with more than those, rows stand in two columns. */
const ON_TWO_LINES = 8;
const IN_ONE_COLUMN = 12;

/** Somebody's evening, line by line; lines are as high as there is room for all of them. */
export function BadgeRows({ rows, timeZone }: { rows: readonly BadgeRow[]; timeZone: string }) {
  const inTwo = rows.length > IN_ONE_COLUMN;
  const layout = inTwo ? 'in-two' : rows.length > ON_TWO_LINES ? 'on-one' : '';
  // fewer rows than six do not grow: the plate has its size
  const down = Math.max(6, inTwo ? Math.ceil(rows.length / 2) : rows.length);
  return (
    <ol class={`badge-rows ${layout}`} style={{ '--rows': down }}>
      {rows.map((row) => (
        <li key={`${row.kind} ${row.at}`}>
          <span class="badge-time k-num" data-fit>
            {clockText(row.at, timeZone)}
          </span>
          {row.kind === 'table' ? (
            <Plate number={row.number} name={row.name} outlined />
          ) : (
            <i class={row.kind === 'sitOut' ? 'badge-blank' : ''} />
          )}
          <What row={row} timeZone={timeZone} short={inTwo} />
        </li>
      ))}
    </ol>
  );
}

function What({ row, timeZone, short }: { row: BadgeRow; timeZone: string; short: boolean }) {
  const lines = (strong: ComponentChildren, more: ComponentChildren, isName = false) => (
    <span class="badge-what">
      <b data-fit translate={row.kind === 'table' ? false : undefined}>
        {strong}
      </b>
      <small data-fit translate={isName ? false : undefined}>
        {more}
      </small>
    </span>
  );
  switch (row.kind) {
    case 'table': {
      const { name, mentors, round, until } = row;
      if (mentors.length > 0) return lines(name, <Mentors mentors={mentors} short={short} />, true);
      return lines(name, t('print.badge.rounds', { round, until, count: until - round + 1 }));
    }
    case 'sitOut':
      return lines(t('print.badge.out'), t('print.round', { round: row.round }));
    case 'break':
      return lines(t('print.break'), t('print.badge.until', { until: clockText(row.until, timeZone) }));
  }
}

/** "Leo Marchetti, barrister"; the job goes where two share the line, or the line is short. */
function Mentors({ mentors, short }: { mentors: readonly PaperMentor[]; short: boolean }) {
  const [only] = mentors.length === 1 ? mentors : [];
  return (
    <>
      {mentors.map(({ name }, index) => (
        <span key={name}>
          {index === 0 ? '' : ', '}
          <Name of={name} short={short} />
        </span>
      ))}
      {only && only.job !== '' && !short ? (
        <span class="less">
          {', '}
          <bdi>{only.job}</bdi>
        </span>
      ) : null}
    </>
  );
}
