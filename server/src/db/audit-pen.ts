import { AsyncLocalStorage } from 'node:async_hooks';
import type { AttendeeId, EventId, StaffId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { AuditAct } from '@lapwing/shared/protocol/audit-api';
import { auditLines } from './schema.ts';
import type { Tx } from './transact.ts';

/** A line that is to be written with what an organiser does now. */
export interface AuditDraft {
  by: string;
  byStaff: StaffId | null;
  readonly act: AuditAct;
  readonly now: () => Instant;
  eventId: EventId | null;
  person: AttendeeId | null;
  other: string | null;
  count: number | null;
  /** One request, one line; nothing is written for what goes on after its answer. */
  state: 'open' | 'written' | 'over';
}

const pen = new AsyncLocalStorage<AuditDraft>();

/** Runs a request with the line that its first transaction writes. */
export const withDraft = (draft: AuditDraft, run: () => void): void => pen.run(draft, run);

/** What only the work itself knows: who signed in with it, whom it was about, how many there were. */
export function tellAudit(
  more: Partial<Pick<AuditDraft, 'by' | 'byStaff' | 'eventId' | 'person' | 'other' | 'count'>>,
): void {
  Object.assign(pen.getStore() ?? {}, more);
}

/** Writes the line of the request that runs now, if it has not written it. Inside the caller's transaction. */
export function writeDraft(tx: Tx): AuditDraft | null {
  const draft = pen.getStore();
  if (draft?.state !== 'open') return null;
  draft.state = 'written';
  insertDraft(tx, draft);
  return draft;
}

/** Inside the caller's transaction. */
export function insertDraft(tx: Tx, { by, byStaff, act, now, eventId, person, other, count }: AuditDraft): void {
  tx.insert(auditLines).values({ by, byStaff, act, at: now(), eventId, person, other, count }).run();
}
