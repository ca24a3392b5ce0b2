import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ImportPerson, ImportPreview } from '@lapwing/shared/protocol/import-api';
import { Name } from '../../kit/Name.tsx';
import type { HowToRead } from '../import-api.ts';
import { standingWord } from '../people/standing-word.ts';
import { Choice } from '../shell/Field.tsx';
import { Note } from '../shell/Note.tsx';
import { listText, t } from '../words.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { Fold } from './Fold.tsx';
import { fieldWord, flagWord, formatWord, problemGroups } from './import-words.ts';
import { MissingList } from './MissingList.tsx';
import { ProblemTable } from './ProblemTable.tsx';

interface Props {
  readonly preview: ImportPreview;
  /** A newer preview is on its way. */
  readonly busy: boolean;
  readonly onRead: (how: HowToRead) => void;
  readonly chosen: { readonly walkIns: ReadonlySet<number>; readonly cancel: ReadonlySet<AttendeeId> };
  readonly onWalkIns: (chosen: ReadonlySet<number>) => void;
  readonly onCancel: (chosen: ReadonlySet<AttendeeId>) => void;
}

/** What the file is, what its columns are, and what would become of each of its rows. */
export function ImportReview({ preview, busy, onRead, chosen, onWalkIns, onCancel }: Props) {
  const { counts, columns } = preview;
  const perRow = columns.some(({ subject }) => subject === 'role');
  return (
    <div class="import-review" aria-busy={busy}>
      <p role="status">
        <b>{t('import.recognised', { format: t(formatWord(preview.format)), rows: counts.rows })}</b>{' '}
        {preview.sheet === '' ? null : `${t('import.sheet', { sheet: preview.sheet })} `}
        {t('import.counts', { ...counts })}
      </p>
      <Choice
        label={perRow ? t('import.role.rest') : t('import.role')}
        value={preview.role}
        options={[
          { value: 'student', label: t('import.role.students') },
          { value: 'mentor', label: t('import.role.mentors') },
        ]}
        // questions to mentors and to students are not worded alike: the columns are guessed anew, unless somebody chose them
        onPick={(role) => onRead(preview.mappedBy === 'organiser' ? { role } : { role, map: 'guess' })}
      />
      <ColumnTable preview={preview} onRead={onRead} />
      {problemGroups(preview.problems).map(({ outcome, problems }) => (
        <Fold
          key={outcome}
          title={t(`import.${outcome}`, { count: problems.length })}
          count={problems.length}
          open={outcome === 'invalid'}
        >
          <ProblemTable problems={problems} walkIns={preview.walkIns} chosen={chosen.walkIns} onChoose={onWalkIns} />
        </Fold>
      ))}
      <People preview={preview} />
      <MissingList missing={preview.missing} chosen={chosen.cancel} onChoose={onCancel} />
    </div>
  );
}

/** New people who come into the list as cancelled, so that they are not counted among those who come. */
export const cancelledOf = (preview: ImportPreview): number =>
  preview.new.filter(({ standing }) => standing === 'cancelled').length;

function People({ preview }: { preview: ImportPreview }) {
  const { guests, same } = preview;
  const cancelled = cancelledOf(preview);
  return (
    <>
      <Fold
        title={t('import.new', { count: preview.new.length, cancelled, rest: preview.new.length - cancelled })}
        count={preview.new.length}
      >
        <ul class="import-people">
          {preview.new.map((person) => (
            <PersonLine key={person.record} person={person} />
          ))}
        </ul>
      </Fold>
      <Fold title={t('import.changed', { count: preview.changed.length })} count={preview.changed.length}>
        <ul class="import-people">
          {preview.changed.map((person) => (
            <PersonLine key={person.record} person={person} extra={t('import.changed.fields', fieldsIn(person))} />
          ))}
        </ul>
      </Fold>
      <Fold title={t('import.kept', { count: preview.kept.length })} count={preview.kept.length}>
        <ul class="import-people">
          {preview.kept.map((person) => (
            <PersonLine key={person.record} person={person} extra={t('import.kept.fields', fieldsIn(person))} />
          ))}
        </ul>
      </Fold>
      {guests.added + guests.cancelled > 0 ? (
        <Note tone="plain">{t('import.guests', { added: guests.added, cancelled: guests.cancelled })}</Note>
      ) : null}
      {same > 0 ? <p class="quiet">{t('import.same', { count: same })}</p> : null}
    </>
  );
}

/** Parts of a mentor's card have one word together. */
const fieldsIn = ({ fields }: { readonly fields: readonly string[] }): { readonly fields: string } => ({
  fields: listText([...new Set(fields.map((field) => t(fieldWord(field))))]),
});

function PersonLine({ person, extra }: { person: ImportPerson; extra?: string }) {
  const { name, email, role, standing, flags } = person;
  return (
    <li>
      <b>
        <Name of={name} />
      </b>{' '}
      <span class="quiet" translate={false}>
        {email}
      </span>
      {standing === 'active' ? null : <span class="tag">{t(standingWord(standing, role))}</span>}
      {flags.map((flag) => (
        <span key={flag} class="tag warn">
          {t(flagWord(flag))}
        </span>
      ))}
      {extra ? <small>{extra}</small> : null}
    </li>
  );
}
