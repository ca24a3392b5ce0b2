import type { ImportProblem } from '@lapwing/shared/protocol/api';
import { t } from '../words.ts';
import { reasonWord } from './import-words.ts';

/** Rows that are no new person: which row, which field, what stood there, what to do. */
export function ProblemTable({ problems }: { problems: readonly ImportProblem[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow page the box scrolls and holds nothing else to focus
    <section class="table-box" tabIndex={0} aria-label={t('problem.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('problem.row')}</th>
            <th scope="col">{t('problem.name')}</th>
            <th scope="col">{t('problem.field')}</th>
            <th scope="col">{t('problem.what')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.record} ${problem.reason}`}>
              <td>{problem.record}</td>
              <td translate={false}>{problem.name || '–'}</td>
              <td translate={false}>
                {problem.field || '–'}
                {problem.value === '' || problem.reason === 'duplicate-of' ? null : <small>{problem.value}</small>}
              </td>
              <td>{t(reasonWord(problem), { row: problem.value })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
