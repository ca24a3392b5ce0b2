import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { ImportPerson, ImportPreview, ImportProblem } from '@lapwing/shared/protocol/import-api';
import type { OnRoster, RosterComparison, RosterFile, RosterPerson } from '@lapwing/shared/roster-import/read-roster';
import type { ReadFile } from './job.ts';

type Comparison = RosterComparison<AttendeeId>;

/** What applying a file would do, for the organiser to look at. */
export function previewOf({ file, comparison, roster, digest, mappedBy }: ReadFile, fileName: string): ImportPreview {
  return {
    format: file.format,
    role: file.role,
    fileName,
    sheet: file.sheet,
    digest,
    counts: file.counts,
    columns: file.columns,
    mappedBy,
    new: comparison.new.map(personOf),
    changed: comparison.changed.map(({ person, fields }) => ({ ...personOf(person), fields })),
    kept: comparison.kept.map(({ person, fields }) => ({ ...personOf(person), fields })),
    same: comparison.same.length,
    missing: expectedAmong(comparison.missing, roster),
    walkIns: comparison.walkIns.map(({ person, id }) => ({ ...personOf(person), known: id !== null })),
    guests: guestsOf(comparison, roster),
    problems: problemsOf(file),
  };
}

const personOf = ({ record, details, flags }: RosterPerson): ImportPerson => ({
  record,
  role: details.role,
  name: details.name,
  email: details.email,
  standing: details.standing,
  flags,
});

const problemsOf = (file: RosterFile): ImportProblem[] =>
  file.rows.flatMap(({ record, outcome, name, reason = '', field = '', value = '' }) =>
    outcome === 'person' ? [] : [{ record, outcome, name, reason, field, value } as ImportProblem],
  );

/** Who cancelled before or is in the room is nobody to ask about. */
function expectedAmong(ids: readonly AttendeeId[], roster: readonly OnRoster<AttendeeId>[]): ImportPreview['missing'] {
  const missing = new Set(ids);
  return roster
    .filter(({ id, details, here }) => missing.has(id) && details.standing !== 'cancelled' && here !== true)
    .map(({ id, details }) => ({ id, name: details.name, email: details.email }));
}

function guestsOf({ seats }: Comparison, roster: readonly OnRoster<AttendeeId>[]): ImportPreview['guests'] {
  const before = new Map(roster.map(({ id, details }) => [id, details.standing]));
  const changes = seats.flatMap(({ change }) => change);
  const cancelled = changes.filter(({ id, standing }) => standing === 'cancelled' && before.get(id) !== 'cancelled');
  return {
    added: seats.reduce((sum, { add }) => sum + add, 0),
    cancelled: cancelled.length,
    changed: changes.length - cancelled.length,
  };
}
