import { peoplePages } from '@lapwing/shared/paper/pages';
import { type PeopleList, type PersonRow, peopleList } from '@lapwing/shared/paper/people-list';
import { clockText } from '../../kit/figures.ts';
import { Name } from '../../kit/Name.tsx';
import { t } from '../words.ts';
import { PaperPage } from './PaperPage.tsx';
import type { PaperNow } from './paper-of.ts';

/** From so many rounds on, clock times would not fit above the columns. */
const MOST_TIMES = 8;
/** From so many on, figures are written in the narrow face. */
const CROWDED = 12;
/** Names longer than this are written smaller. */
const LONG_NAME = 24;

/** Everybody in order of the alphabet, with the number of their table in each round. */
export function PeopleListPages({ paper }: { paper: PaperNow }) {
  const list = peopleList(paper);
  const pages = peoplePages(list.rows);
  return (
    <>
      {pages.map((rows, index) => {
        const [first, last] = [rows[0]?.name ?? '', rows.at(-1)?.name ?? ''];
        const title = <h2 translate={false}>{t('print.people', { first, last })}</h2>;
        return (
          <PaperPage key={first} {...{ paper, title, sheet: 'people', page: index + 1, pages: pages.length }}>
            <OnePage list={list} rows={rows} timeZone={paper.settings.timeZone} />
          </PaperPage>
        );
      })}
    </>
  );
}

function OnePage({ list, rows, timeZone }: { list: PeopleList; rows: readonly PersonRow[]; timeZone: string }) {
  const { rounds } = list;
  return (
    <table class={rounds.length > CROWDED ? 'crowded narrow' : rounds.length > MOST_TIMES ? 'narrow' : ''}>
      <thead>
        <tr>
          <th scope="col">{t('print.name')}</th>
          {rounds.map(({ round, startsAt }) => (
            <th key={round} scope="col">
              {t('print.column', { round })}
              {rounds.length > MOST_TIMES ? null : <small>{clockText(startsAt, timeZone)}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, role, tables }) => (
          <tr key={name}>
            <th scope="row" class={name.length > LONG_NAME ? 'long' : ''}>
              <Name of={name} /> {role === 'mentor' ? <small>{t('print.mentor')}</small> : null}
            </th>
            {tables.map((number, index) => (
              <td key={rounds[index]?.round}>{number ?? '–'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
