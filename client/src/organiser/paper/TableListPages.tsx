import { tablePages } from '@lapwing/shared/paper/pages';
import { type TableList, type TableRound, tableLists } from '@lapwing/shared/paper/table-lists';
import { clockText } from '../../kit/figures.ts';
import { Name } from '../../kit/Name.tsx';
import { Plate } from '../../kit/Plate.tsx';
import { t } from '../words.ts';
import { PaperPage } from './PaperPage.tsx';
import type { PaperNow } from './paper-of.ts';

/** A list for each table: who sits there in which round, with boxes to tick. */
export function TableListPages({ paper }: { paper: PaperNow }) {
  return (
    <>
      {tableLists(paper).map((list) => (
        <OneTable key={list.number} paper={paper} list={list} />
      ))}
    </>
  );
}

function OneTable({ paper, list }: { paper: PaperNow; list: TableList }) {
  const { number, name } = list;
  const pages = tablePages(list);
  const title = (
    <>
      <Plate number={number} name={name} outlined />
      <h2 class={name.length > LONG_TABLE ? 'long' : ''}>{t('print.table', { number, name })}</h2>
    </>
  );
  return (
    <>
      {pages.map((rounds, index) => (
        <PaperPage key={rounds[0]?.round} {...{ paper, title, sheet: 'tables', page: index + 1, pages: pages.length }}>
          {rounds.map((round) => (
            <OneRound key={round.round} round={round} timeZone={paper.settings.timeZone} />
          ))}
        </PaperPage>
      ))}
    </>
  );
}

/** Letters of a table's name that fit beside its plate. */
const LONG_TABLE = 14;
/** Names longer than this are written smaller: a row is as high as the cut into pages counts on. */
const LONG_NAME = { mentors: 34, students: 18 } as const;

function OneRound({ round, timeZone }: { round: TableRound; timeZone: string }) {
  const { mentors, students, spare } = round;
  const row = (name: string, longest: number) => (
    <li key={name} class={name.length > longest ? 'long' : ''} translate={false}>
      <i class="tick" /> <Name of={name} />
    </li>
  );
  return (
    <section class="paper-round">
      <h3>
        {t('print.round', { round: round.round })}{' '}
        <span>
          {t('print.from-to', { from: clockText(round.startsAt, timeZone), to: clockText(round.endsAt, timeZone) })}
        </span>
      </h3>
      {mentors.length + students.length === 0 ? <p>{t('print.nobody')}</p> : null}
      <ul class="mentors">{mentors.map((name) => row(name, LONG_NAME.mentors))}</ul>
      <ul class="students">
        {students.map((name) => row(name, LONG_NAME.students))}
        {Array.from({ length: spare }, (_, index) => (
          <li key={index} class="spare">
            <i class="tick" />
          </li>
        ))}
      </ul>
    </section>
  );
}
