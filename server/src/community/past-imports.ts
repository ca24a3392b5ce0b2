import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { type ImportAsked, type PastImport, WHY_STAYS } from '@lapwing/shared/protocol/community-api';
import {
  changeImport,
  countImported,
  countImportedIntroductions,
  countUnasked,
  dropImportedIntroductions,
  findImport,
  forgetImported,
  listImported,
  listImports,
  listUnasked,
  markAsked,
  type StandingCount,
} from '../db/repositories/community-imports.ts';
import { changeProfile, removeProfiles } from '../db/repositories/community-profiles.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { isNight } from './imports.ts';
import { mailMember } from './member-mails.ts';

/** Every import that was taken over, the newest first, with what Undo and asking would do now (C17). */
export function listPastImports(tx: Tx): PastImport[] {
  const standings = new Map<string, StandingCount[]>();
  for (const one of [...countImported(tx), ...countImportedIntroductions(tx)])
    standings.set(one.importId, [...(standings.get(one.importId) ?? []), one]);
  const toAsk = countUnasked(tx);
  return listImports(tx).map(({ row, byName }) => {
    const { id, kind, appliedAt: at, fileName, rows, added, changed, same, undoneAt, asked } = row;
    return {
      ...{ id, kind, at, by: byName ?? '', fileName, rows, added, changed, same, undoneAt, asked },
      undo: undoOf(standings.get(id) ?? []),
      toAsk: toAsk.get(id) ?? 0,
    };
  });
}

function undoOf(standings: readonly StandingCount[]): PastImport['undo'] {
  const of = (which: StandingCount['standing']): number =>
    standings.find(({ standing }) => standing === which)?.count ?? 0;
  const stays = WHY_STAYS.flatMap((why) => (of(why) === 0 ? [] : [[why, of(why)] as const]));
  return { removes: of('removes'), restores: of('restores'), stays: Object.fromEntries(stays) };
}

/**
 * Takes an import back: who was added goes, who was changed is as before. What was touched since stays, and can be taken back
 * once that is; not while a night runs. Refused where nothing is left: already-undone, or nothing-to-undo when all of it
 * stays.
 */
export function undoImport(services: Services, id: string): Result<readonly PastImport[], Refusal> {
  if (isNight(services)) return refused(refusal('event-running'));
  return transact<readonly PastImport[], Refusal>(services.db, (tx) => {
    const found = findImport(tx, id);
    if (!found) return refused(refusal('not-found'));
    const people = listImported(tx, id);
    const removed = people.filter(({ standing }) => standing === 'removes').map(({ memberId }) => memberId);
    const restored = people.filter(({ standing }) => standing === 'restores');
    removeProfiles(tx, removed);
    for (const { memberId, before } of restored) if (before !== null) changeProfile(tx, memberId, before);
    forgetImported(tx, id, [...removed, ...restored.map(({ memberId }) => memberId)]);
    const dropped = dropImportedIntroductions(tx, id);
    if (removed.length + restored.length + dropped === 0)
      return refused(refusal(found.undoneAt === null ? 'nothing-to-undo' : 'already-undone'));
    changeImport(tx, id, { undoneAt: wholeNow(services.clock) });
    return ok(listPastImports(tx));
  });
}

/** Asks everybody whom an import wrote down, by one mail each, however often it is said (C17). */
export function askImported(services: Services, id: string): Result<ImportAsked, Refusal> {
  return transact<ImportAsked, Refusal>(services.db, (tx) => {
    const found = findImport(tx, id);
    if (!found) return refused(refusal('not-found'));
    const unasked = listUnasked(tx, id);
    const written = unasked.filter((row) =>
      mailMember(services, tx, row, {
        key: `invited:${row.memberId}`,
        text: (texts, facts) => texts.invited(facts),
      }),
    );
    markAsked(
      tx,
      id,
      unasked.map(({ memberId }) => memberId),
      wholeNow(services.clock),
    );
    changeImport(tx, id, { asked: found.asked + written.length });
    return ok({ asked: written.length, imports: listPastImports(tx) });
  });
}
