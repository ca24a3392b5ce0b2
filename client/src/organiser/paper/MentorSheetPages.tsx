import { mentorPages } from '@lapwing/shared/paper/pages';
import { type MentorRow, mentorSheet } from '@lapwing/shared/paper/sign-in-list';
import { Name } from '../../kit/Name.tsx';
import { t } from '../words.ts';
import { PaperPage } from './PaperPage.tsx';
import type { PaperNow } from './paper-of.ts';

/** For whoever looks after the mentors: who they are and where they sit. */
export function MentorSheetPages({ paper }: { paper: PaperNow }) {
  const { rounds, rows } = mentorSheet(paper);
  const pages = mentorPages(rows);
  const title = <h2>{t('print.sheet.mentors')}</h2>;
  return (
    <>
      {pages.map((page, index) => (
        <PaperPage key={page[0]?.id} {...{ paper, title, sheet: 'mentors' }} page={index + 1} pages={pages.length}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('print.sign-in.here')}</th>
                <th scope="col">{t('print.mentors.name')}</th>
                <th scope="col">{t('print.mentors.tables', { first: rounds[0] ?? 1, last: rounds.at(-1) ?? 1 })}</th>
              </tr>
            </thead>
            <tbody>
              {page.map((row) => (
                <OneMentor key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </PaperPage>
      ))}
    </>
  );
}

function OneMentor({ row: { name, work, tables, stays } }: { row: MentorRow }) {
  const none = t('print.none');
  const numbers = tables.map((number) => String(number ?? none)).join('  ');
  return (
    <tr>
      <td>
        <i class="tick" />
      </td>
      <th scope="row">
        <span data-fit>
          <Name of={name} />
        </span>
        <small data-fit translate={false}>
          {work}
        </small>
      </th>
      <td>
        <span data-fit class="k-num">
          {stays ? t('print.table.short', stays) : tables.every((number) => number === null) ? none : numbers}
        </span>
      </td>
    </tr>
  );
}
