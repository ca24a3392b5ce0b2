import { spacedBadge } from '@lapwing/shared/event/badge';
import { signInPages } from '@lapwing/shared/paper/pages';
import { type SignInRow, signInList } from '@lapwing/shared/paper/sign-in-list';
import { Name } from '../../kit/Name.tsx';
import { t } from '../words.ts';
import { PaperPage } from './PaperPage.tsx';
import type { PaperNow } from './paper-of.ts';

/** For the desk: everybody by surname with a box to tick, and where they sit first. */
export function SignInPages({ paper }: { paper: PaperNow }) {
  const { round, rows } = signInList(paper);
  const pages = signInPages(rows);
  return (
    <>
      {pages.map((page, index) => {
        const listed = page.flatMap((row) => row ?? []);
        const [first, last] = [initialsOf(listed[0]), initialsOf(listed.at(-1))];
        const title = <h2 translate={false}>{t('print.sign-in.title', { first, last })}</h2>;
        return (
          <PaperPage
            key={first + String(index)}
            {...{ paper, title, sheet: 'sign-in' }}
            page={index + 1}
            pages={pages.length}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('print.sign-in.here')}</th>
                  <th scope="col">{t('print.sign-in.name')}</th>
                  <th scope="col">{t('print.sign-in.table', { round })}</th>
                </tr>
              </thead>
              <tbody>
                {page.map((row, place) => (
                  <OneRow key={row?.id ?? place} row={row} />
                ))}
              </tbody>
            </table>
          </PaperPage>
        );
      })}
    </>
  );
}

/** Where a page begins and ends: "Karim". */
const initialsOf = (row: SignInRow | undefined): string => row?.surname || row?.given || '';

function OneRow({ row }: { row: SignInRow | null }) {
  return (
    <tr>
      <td>
        <i class="tick" />
      </td>
      <th scope="row">
        {row === null ? null : (
          <span data-fit>
            <span translate={false}>
              <Name of={row.surname} />
              {row.surname === '' ? '' : ', '}
              <span class="given">
                <Name of={row.given} />
              </span>
              {row.code === '' ? '' : ` (${spacedBadge(row.code)})`}
            </span>{' '}
            {row.role === 'mentor' ? <small>{t('print.mentor')}</small> : null}
          </span>
        )}
      </th>
      <td>
        {row === null ? null : (
          <span data-fit translate={false}>
            {row.table === null ? t('print.none') : t('print.table.short', row.table)}
          </span>
        )}
      </td>
    </tr>
  );
}
