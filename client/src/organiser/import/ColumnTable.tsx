import type { ImportColumn, ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { Subject } from '@lapwing/shared/roster-import/subject';
import type { HowToRead } from '../import-api.ts';
import { Note } from '../shell/Note.tsx';
import { TableBox } from '../shell/TableBox.tsx';
import { t } from '../words.ts';
import { countUsed, holdsNames, SUBJECT_GROUPS } from './subject-groups.ts';

interface Props {
  readonly preview: ImportPreview;
  readonly onRead: (how: HowToRead) => void;
}

/** Every column of the file: three of its cells, and what it is taken for. The preview follows each choice at once. */
export function ColumnTable({ preview, onRead }: Props) {
  const { columns, mappedBy } = preview;
  const named = holdsNames(columns);
  const pick = (column: number, subject: Subject): void =>
    onRead({ map: columns.map((each, index) => (index === column ? subject : each.subject)) });
  return (
    <details class="fold" open={!named || preview.format === 'other' || mappedBy !== 'guess'}>
      <summary>{t('columns.heading', { used: countUsed(columns), all: columns.length })}</summary>
      {named ? null : <Note tone="warn">{t('columns.no-name')}</Note>}
      <p class="column-origin quiet">
        {t(`columns.by.${mappedBy}`)}{' '}
        {mappedBy === 'guess' ? null : (
          <button type="button" class="plain" onClick={() => onRead({ map: 'guess' })}>
            {t('columns.guess')}
          </button>
        )}
      </p>
      <TableBox
        label={t('columns.table')}
        columns={[t('columns.column'), t('columns.examples'), t('columns.what')]}
        class="column-table"
      >
        {columns.map((column, index) => (
          <ColumnRow key={`${index} ${column.header}`} column={column} onPick={(subject) => pick(index, subject)} />
        ))}
      </TableBox>
    </details>
  );
}

function ColumnRow({ column, onPick }: { column: ImportColumn; onPick: (subject: Subject) => void }) {
  return (
    <tr class={column.subject === 'other' ? 'left-out' : undefined}>
      <th scope="row" translate={false}>
        {column.header || t('columns.nameless')}
      </th>
      <td translate={false}>
        {column.examples.length === 0 ? (
          <span class="quiet">{t('columns.empty')}</span>
        ) : (
          <ul class="cell-examples">
            {column.examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        )}
      </td>
      <td>
        <select
          aria-label={t('columns.what-is', { column: column.header || t('columns.nameless') })}
          value={column.subject}
          onChange={(event) => onPick(event.currentTarget.value as Subject)}
        >
          <option value="other">{t('column.other')}</option>
          {SUBJECT_GROUPS.map(({ title, subjects }) => (
            <optgroup key={title} label={t(title)}>
              {subjects.map((subject) => (
                <option key={subject} value={subject}>
                  {t(`column.${subject}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </td>
    </tr>
  );
}
