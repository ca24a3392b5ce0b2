import { type ImportProblem, introductionRows, memberRows } from '@lapwing/shared/community/import-rows';
import { isInventedMember } from '@lapwing/shared/community/invented';
import type { Profile } from '@lapwing/shared/community/profile';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import { introductionId, type MemberId, memberId, type StaffId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { CommunityImport } from '@lapwing/shared/protocol/community-api';
import { excerpt } from '@lapwing/shared/roster-import/cell-text';
import { nameKey } from '@lapwing/shared/roster-import/keys';
import type { PlainTable } from '@lapwing/shared/roster-import/plain-table';
import { changeImport, insertImport, insertMany, isTheirWord } from '../db/repositories/community-imports.ts';
import { changeProfile, listProfiles, type ProfileRow, profileOf } from '../db/repositories/community-profiles.ts';
import { listEvents } from '../db/repositories/events.ts';
import type { NewIntroduction } from '../db/repositories/introductions.ts';
import { insertIntroductions, listIntroducedPairs } from '../db/repositories/member-introductions.ts';
import { listMemberKeys, type MemberRow } from '../db/repositories/members.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';

export type ImportKind = CommunityImport['kind'];

export interface ImportHow {
  /** Or else it is a preview. */
  readonly apply: boolean;
  /** In which they are written to. */
  readonly language: Language;
  readonly fileName: string;
  readonly by: StaffId | null;
}

/** What a file would do, or did. */
type Counts = Pick<CommunityImport, 'added' | 'changed' | 'same'> & { readonly problems: readonly ImportProblem[] };

type Note = Parameters<typeof insertMany>[3][number];

class Preview extends Error {}

/** Whether a night runs: thousands of rows take a second, which a countdown does not have. */
export const isNight = ({ db, evenings }: Services): boolean =>
  listEvents(db).some(({ id }) => {
    const kind = evenings.engine(id)?.night.moment.phase.kind ?? 'finished';
    return kind !== 'doors' && kind !== 'finished';
  });

/**
 * Takes a file over (C17), not while a night runs: all of it or nothing, and the same file again changes nothing. A preview does the same and
 * takes it back before it is kept, so that what is said is what would be.
 */
export function importTable(
  services: Services,
  kind: ImportKind,
  table: PlainTable,
  { apply, language, fileName, by }: ImportHow,
): Result<CommunityImport, Refusal> {
  if (isNight(services)) return refused(refusal('event-running'));
  const id = services.secrets.newId();
  const rows = table.rows.length;
  let seen: Result<Counts, Refusal> | undefined;
  const work = (tx: Tx): Result<Counts, Refusal> => {
    insertImport(tx, { id, kind, by, fileName: excerpt(fileName), appliedAt: wholeNow(services.clock), rows, same: 0 });
    const taken =
      kind === 'members' ? takeMembers(services, tx, id, table, language) : takeIntroductions(services, tx, id, table);
    if (taken.ok) {
      const { added, changed, same } = taken.value;
      changeImport(tx, id, { added, changed, same });
    }
    return taken;
  };
  try {
    seen = transact<Counts, Refusal>(services.db, (tx) => {
      seen = work(tx);
      if (!apply) throw new Preview();
      return seen;
    });
  } catch (error) {
    if (!(error instanceof Preview)) throw error;
  }
  if (!seen) return refused(refusal('server-fault'));
  if (!seen.ok) return seen;
  const problems = [...seen.value.problems].sort((one, other) => one.row - other.row);
  return ok({ id: apply ? id : '', kind, rows, ...seen.value, problems, applied: apply });
}

function takeMembers(
  services: Services,
  tx: Tx,
  importId: string,
  table: PlainTable,
  language: Language,
): Result<Counts, Refusal> {
  const read = memberRows(table);
  if (!read.ok) return read;
  // everybody is read once and written together: a query for each of thousands would hold everybody else up
  const known = new Map(listMemberKeys(tx).map(({ id, emailKey: email, nameKey: name }) => [`${email} ${name}`, id]));
  const profiles = new Map(listProfiles(tx).map((row) => [row.memberId, row]));
  const now = wholeNow(services.clock);
  const counts = { added: 0, changed: 0, same: 0 };
  const [newMembers, newProfiles, notes]: [MemberRow[], ProfileRow[], Note[]] = [[], [], []];
  for (const profile of read.value.people) {
    const keys = { emailKey: profile.email, nameKey: nameKey(profile.name) };
    const file = known.get(`${keys.emailKey} ${keys.nameKey}`);
    const before = file === undefined ? undefined : profiles.get(file);
    const isSame = before !== undefined && (isTheirWord(before) || isLike(before, profile));
    counts[before === undefined ? 'added' : isSame ? 'same' : 'changed'] += 1;
    if (isSame) continue;
    const id = file ?? memberId(services.secrets.newId());
    if (file === undefined) newMembers.push(memberFrom(id, keys, now));
    if (before) changeProfile(tx, id, profile);
    else newProfiles.push(importedProfile(id, profile, language, now));
    notes.push({ importId, memberId: id, before: before ? profileOf(before) : null });
  }
  insertMany(tx, newMembers, newProfiles, notes);
  return ok({ ...counts, problems: read.value.problems });
}

const isLike = (before: ProfileRow, profile: Profile): boolean =>
  JSON.stringify(profileOf(before)) === JSON.stringify(profile);

const memberFrom = (id: MemberId, keys: Pick<MemberRow, 'emailKey' | 'nameKey'>, now: Instant): MemberRow => ({
  ...{ id, ...keys, createdAt: now, lastSeenAt: now, card: EMPTY_CARD, introductionsPerMonth: null, kept: false },
});

const importedProfile = (id: MemberId, profile: Profile, language: Language, now: Instant): ProfileRow => ({
  ...profile,
  ...{ memberId: id, language, memberConsentAt: null, introductionsConsentAt: null, confirmedAt: null },
  ...{ origin: 'import', linkGeneration: 1, addressChanges: 0, joinedAt: now, newEmail: '' },
  ...{ again: null, againAt: null },
});

function takeIntroductions(services: Services, tx: Tx, importId: string, table: PlainTable): Result<Counts, Refusal> {
  const read = introductionRows(table, wholeNow(services.clock));
  if (!read.ok) return read;
  const problems: ImportProblem[] = [...read.value.problems];
  const counts = { added: 0, changed: 0, same: 0 };
  const people = new Map<string, MemberId[]>();
  // nobody real knows them
  for (const row of listProfiles(tx))
    if (!isInventedMember(row)) people.set(row.email, [...(people.get(row.email) ?? []), row.memberId]);
  const at = (email: string): readonly MemberId[] => people.get(email) ?? [];
  const pairs = listIntroducedPairs(tx);
  const made: NewIntroduction[] = [];
  for (const { row, asker, mentor, at: madeAt, outcome } of read.value.introductions) {
    const [student, other] = (['asker', 'mentor'] as const).map((field) => {
      const email = field === 'asker' ? asker : mentor;
      const found = at(email);
      if (found.length === 1) return found[0];
      problems.push({ row, field, code: found.length === 0 ? 'unknown-person' : 'several-people', value: email });
      return undefined;
    });
    if (student === undefined || other === undefined) continue;
    if (student === other) problems.push({ row, field: 'mentor', code: 'same-person', value: mentor });
    else if (pairs.has(`${student} ${other}`)) counts.same += 1;
    else {
      pairs.add(`${student} ${other}`);
      made.push({
        ...{ id: introductionId(services.secrets.newId()), eventId: null, student: null, mentor: null },
        ...{ studentMember: student, mentorMember: other, origin: 'import', round: 0, studentLine: '', mentorLine: '' },
        ...{ words: '', state: 'released', madeAt, sentAt: madeAt, told: null, outcome, endedAt: madeAt, importId },
      });
      counts.added += 1;
    }
  }
  insertIntroductions(tx, made);
  return ok({ ...counts, problems });
}
