import type { ImportPreview, ImportProblem } from '@lapwing/shared/protocol/import-api';
import { Name } from '../../kit/Name.tsx';
import { TableBox } from '../shell/TableBox.tsx';
import { t } from '../words.ts';
import { reasonWord } from './import-words.ts';
import { toggled } from './use-import.ts';

interface Props {
  readonly problems: readonly ImportProblem[];
  /** Rows that may be added all the same. */
  readonly walkIns: ImportPreview['walkIns'];
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
}

/** Rows that are no new person: which row, which field, what stood there, what to do. */
export function ProblemTable({ problems, walkIns, chosen, onChoose }: Props) {
  const walkInOf = new Map(walkIns.map((walkIn) => [walkIn.record, walkIn]));
  const open = problems.filter(({ record }) => isOpen(walkInOf.get(record))).map(({ record }) => record);
  const all = open.length > 0 && open.every((record) => chosen.has(record));
  return (
    <>
      {open.length > 1 ? (
        <button
          type="button"
          class="all-walk-ins"
          aria-pressed={all}
          onClick={() => onChoose(all ? new Set() : new Set(open))}
        >
          {t('import.walk-ins', { count: open.length })}
        </button>
      ) : null}
      <TableBox
        label={t('problem.table')}
        columns={[t('problem.row'), t('problem.name'), t('problem.field'), t('problem.what')]}
      >
        {problems.map((problem) => (
          <tr key={`${problem.record} ${problem.reason}`}>
            <td>{problem.record}</td>
            <td>
              <Name of={problem.name || '–'} />
            </td>
            <td translate={false}>
              {problem.field || '–'}
              {problem.value === '' || problem.reason === 'duplicate-of' ? null : <small>{problem.value}</small>}
            </td>
            <td>
              {t(reasonWord(problem), { row: problem.value })}
              <WalkIn
                walkIn={walkInOf.get(problem.record)}
                chosen={chosen.has(problem.record)}
                onToggle={() => onChoose(toggled(chosen, problem.record))}
              />
            </td>
          </tr>
        ))}
      </TableBox>
    </>
  );
}

const isOff = ({ flags }: ImportPreview['walkIns'][number]): boolean => flags.includes('off-list');
const isOpen = (walkIn: ImportPreview['walkIns'][number] | undefined): boolean =>
  walkIn !== undefined && !walkIn.known && !isOff(walkIn);

interface WalkInProps {
  readonly walkIn: ImportPreview['walkIns'][number] | undefined;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function WalkIn({ walkIn, chosen, onToggle }: WalkInProps) {
  if (walkIn === undefined) return null;
  if (walkIn.known) return <small>{t('import.walk-in.known')}</small>;
  if (isOff(walkIn)) return <small>{t('flag.off-list')}</small>;
  const what = chosen ? t('import.walk-in.chosen') : t('import.walk-in');
  const whom = t('import.walk-in.whom', { what, name: walkIn.name });
  return (
    <button type="button" class="walk-in" aria-pressed={chosen} aria-label={whom} onClick={onToggle}>
      {what}
    </button>
  );
}
