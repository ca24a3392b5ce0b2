import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { ImportPerson, ImportPreview } from '@lapwing/shared/protocol/api';
import type { ComponentChildren } from 'preact';
import { Choice } from '../shell/Field.tsx';
import { listText, t } from '../words.ts';
import { fieldWord, flagWord, formatWord, problemGroups } from './import-words.ts';
import { ProblemTable } from './ProblemTable.tsx';

/** What the file is, and what would become of each of its rows. */
export function ImportReview({ preview, onRole }: { preview: ImportPreview; onRole: (role: AttendeeRole) => void }) {
  const { counts } = preview;
  return (
    <>
      <p role="status">
        <b>{t('import.recognised', { format: t(formatWord(preview.format)), rows: counts.rows })}</b>{' '}
        {t('import.counts', { ...counts })}
      </p>
      <Choice
        label={t('import.role')}
        value={preview.role}
        options={[
          { value: 'student', label: t('import.role.students') },
          { value: 'mentor', label: t('import.role.mentors') },
        ]}
        onPick={onRole}
      />
      <Fold title={t('import.new', { count: preview.new.length })} count={preview.new.length}>
        <ul class="import-people">
          {preview.new.map((person) => (
            <PersonLine key={person.record} person={person} />
          ))}
        </ul>
      </Fold>
      <Fold title={t('import.changed', { count: preview.changed.length })} count={preview.changed.length}>
        <ul class="import-people">
          {preview.changed.map((person) => (
            <PersonLine
              key={person.record}
              person={person}
              extra={t('import.changed.fields', {
                fields: listText(person.fields.map((field) => t(fieldWord(field)))),
              })}
            />
          ))}
        </ul>
      </Fold>
      {preview.same > 0 ? <p class="quiet">{t('import.same', { count: preview.same })}</p> : null}
      {problemGroups(preview.problems).map(({ outcome, problems }) => (
        <Fold
          key={outcome}
          title={t(`import.${outcome}`, { count: problems.length })}
          count={problems.length}
          open={outcome === 'invalid'}
        >
          <ProblemTable problems={problems} />
        </Fold>
      ))}
    </>
  );
}

interface FoldProps {
  readonly title: string;
  readonly count: number;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

function Fold({ title, count, open = false, children }: FoldProps) {
  if (count === 0) return null;
  return (
    <details class="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function PersonLine({ person, extra }: { person: ImportPerson; extra?: string }) {
  const { name, email, standing, flags } = person;
  return (
    <li>
      <b translate={false}>{name}</b> <span class="quiet">{email}</span>
      {standing === 'active' ? null : <span class="tag">{t(`standing.${standing}`)}</span>}
      {flags.map((flag) => (
        <span key={flag} class="tag warn">
          {t(flagWord(flag))}
        </span>
      ))}
      {extra ? <small>{extra}</small> : null}
    </li>
  );
}
