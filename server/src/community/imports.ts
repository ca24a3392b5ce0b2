import { type ImportProblem, introductionRows, memberRows } from '@lapwing/shared/community/import-rows';
import type { Profile } from '@lapwing/shared/community/profile';
import { introductionId, type MemberId, memberId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { CommunityImport } from '@lapwing/shared/protocol/community-api';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import type { PlainTable } from '@lapwing/shared/roster-import/plain-table';
import {
  countImportedIntroductions,
  dropImportedIntroductions,
  findImport,
  insertImport,
  listImported,
  listUnasked,
  markUndone,
  noteMember,
} from '../db/repositories/community-imports.ts';
import {
  changeProfile,
  findProfile,
  findProfilesAt,
  profileOf,
  removeProfile,
  saveProfile,
} from '../db/repositories/community-profiles.ts';
import { insertIntroduction } from '../db/repositories/introductions.ts';
import { areIntroduced } from '../db/repositories/member-introductions.ts';
import { findMemberByKeys, insertMember } from '../db/repositories/members.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { mailMember } from './member-mails.ts';

export type ImportKind = CommunityImport['kind'];

/** What a file would do, or did. */
type Counts = Pick<CommunityImport, 'added' | 'changed' | 'same'> & { readonly problems: readonly ImportProblem[] };

class Preview extends Error {}

/**
 * Takes a file over (C17): all of it or nothing, and the same file again changes nothing. A preview does the same and
 * takes it back before it is kept, so that what is said is what would be.
 */
export function importTable(
  services: Services,
  kind: ImportKind,
  table: PlainTable,
  { apply, language }: { readonly apply: boolean; readonly language: Language },
): Result<CommunityImport, Refusal> {
  const id = services.secrets.newId();
  const rows = table.rows.length;
  let seen: Result<Counts, Refusal> | undefined;
  const work = (tx: Tx): Result<Counts, Refusal> => {
    insertImport(tx, { id, kind, appliedAt: wholeNow(services.clock), rows, same: 0, undoneAt: null });
    return kind === 'members'
      ? takeMembers(services, tx, id, table, language)
      : takeIntroductions(services, tx, id, table);
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
  const counts = { added: 0, changed: 0, same: 0 };
  for (const profile of read.value.people) counts[takeMember(services, tx, importId, profile, language)] += 1;
  return ok({ ...counts, problems: read.value.problems });
}

/** Whoever has confirmed what they tell is left as they are; who has not yet is what the newest file says. */
function takeMember(
  services: Services,
  tx: Tx,
  importId: string,
  profile: Profile,
  language: Language,
): 'added' | 'changed' | 'same' {
  const now = wholeNow(services.clock);
  const keys = { emailKey: profile.email, nameKey: nameKey(profile.name) };
  const known = findMemberByKeys(tx, keys.emailKey, keys.nameKey);
  const before = known && findProfile(tx, known.id);
  // what they typed themselves is newer than any file
  if (before && (before.confirmedAt !== null || before.origin !== 'import')) return 'same';
  if (before && JSON.stringify(profileOf(before)) === JSON.stringify(profile)) return 'same';
  const id = known?.id ?? memberId(services.secrets.newId());
  if (!known) insertMember(tx, { id, ...keys, createdAt: now, lastSeenAt: now, kept: false });
  if (before) changeProfile(tx, id, profile);
  else {
    const agreed = { memberConsentAt: null, introductionsConsentAt: null, confirmedAt: null };
    const link = { linkGeneration: 1, joinedAt: now, newEmail: '' };
    saveProfile(tx, { ...profile, memberId: id, language, ...agreed, origin: 'import', ...link });
  }
  noteMember(tx, { importId, memberId: id, before: before ? profileOf(before) : null });
  return before ? 'changed' : 'added';
}

function takeIntroductions(services: Services, tx: Tx, importId: string, table: PlainTable): Result<Counts, Refusal> {
  const read = introductionRows(table);
  if (!read.ok) return read;
  const problems: ImportProblem[] = [...read.value.problems];
  const counts = { added: 0, changed: 0, same: 0 };
  const people = new Map<string, readonly MemberId[]>();
  const at = (email: string): readonly MemberId[] => {
    const found = people.get(email) ?? findProfilesAt(tx, [emailKey(email)]).map((row) => row.memberId);
    people.set(email, found);
    return found;
  };
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
    else if (areIntroduced(tx, student, other)) counts.same += 1;
    else {
      insertIntroduction(tx, {
        ...{ id: introductionId(services.secrets.newId()), eventId: null, student: null, mentor: null },
        ...{ studentMember: student, mentorMember: other, origin: 'import', round: 0, studentLine: '', mentorLine: '' },
        ...{ words: '', state: 'released', madeAt, sentAt: madeAt, told: null, outcome, endedAt: madeAt, importId },
      });
      counts.added += 1;
    }
  }
  return ok({ ...counts, problems });
}

/**
 * Takes an import back whole: who was added goes, who was changed is as before. Whoever has confirmed since stays as they
 * said. Refused with already-undone the second time.
 */
export function undoImport(services: Services, id: string): Result<CommunityImport, Refusal> {
  return transact<CommunityImport, Refusal>(services.db, (tx) => {
    const found = findImport(tx, id);
    if (!found) return refused(refusal('not-found'));
    if (!markUndone(tx, id, wholeNow(services.clock))) return refused(refusal('already-undone'));
    const counts = { added: countImportedIntroductions(tx, id), changed: 0, same: found.same };
    dropImportedIntroductions(tx, id);
    for (const { memberId: member, before } of listImported(tx, id)) {
      if (findProfile(tx, member)?.confirmedAt !== null) continue;
      counts[before === null ? 'added' : 'changed'] += 1;
      if (before === null) removeProfile(tx, member);
      else changeProfile(tx, member, before);
    }
    return ok({ id, kind: found.kind, rows: found.rows, ...counts, problems: [], applied: false });
  });
}

/** Asks everybody whom an import wrote down, by one mail each, however often it is said (C17). @returns how many were asked now */
export function askImported(services: Services, id: string): Result<{ readonly asked: number }, Refusal> {
  return transact<{ readonly asked: number }, Refusal>(services.db, (tx) => {
    const found = findImport(tx, id);
    if (!found || found.undoneAt !== null) return refused(refusal('not-found'));
    const asked = listUnasked(tx, id).filter((row) =>
      mailMember(services, tx, row, {
        key: `invited:${row.memberId}`,
        text: (texts, facts) => texts.invited(facts),
      }),
    );
    return ok({ asked: asked.length });
  });
}
