import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import { Name } from '../../kit/Name.tsx';
import { t } from '../words.ts';
import { Fold } from './Fold.tsx';
import { toggled } from './use-import.ts';

interface Props {
  readonly missing: ImportPreview['missing'];
  readonly chosen: ReadonlySet<AttendeeId>;
  readonly onChoose: (chosen: ReadonlySet<AttendeeId>) => void;
}

/** Who is expected but no longer in the file. They stay, unless somebody says otherwise. */
export function MissingList({ missing, chosen, onChoose }: Props) {
  const all = missing.every(({ id }) => chosen.has(id));
  return (
    <Fold title={t('import.missing', { count: missing.length })} count={missing.length}>
      <div class="missing">
        <p class="quiet">{t('import.missing.stay')}</p>
        <label class="check">
          <input
            type="checkbox"
            checked={all}
            onChange={() => onChoose(all ? new Set() : new Set(missing.map(({ id }) => id)))}
          />
          {t('import.missing.all', { count: missing.length })}
        </label>
        <ul class="import-people" aria-label={t('import.missing.cancel')}>
          {missing.map(({ id, name, email }) => (
            <li key={id}>
              <label class="check">
                <input type="checkbox" checked={chosen.has(id)} onChange={() => onChoose(toggled(chosen, id))} />
                <span>
                  <b>
                    <Name of={name} />
                  </b>{' '}
                  <span class="quiet" translate={false}>
                    {email}
                  </span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    </Fold>
  );
}
