import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result } from '@lapwing/shared/kernel/result';
import type { AuditView } from '@lapwing/shared/protocol/audit-api';
import { type AuditDraft, insertDraft, withDraft } from '../db/audit-pen.ts';
import { listAuditLines } from '../db/repositories/audit-lines.ts';
import { readLog } from './live-service.ts';
import { type Services, wholeNow } from './services.ts';

export type { AuditDraft } from '../db/audit-pen.ts';

/** More than a busy series of evenings leaves. */
const MOST = 20_000;

/** What organisers did about an event, and beside all events. */
export const auditOf = (services: Services, eventId: EventId): Result<AuditView, Refusal> => {
  const night = readLog(services, eventId, MOST);
  return night.ok ? ok({ lines: listAuditLines(services.db, eventId, MOST), night: night.value }) : night;
};

/** What a request is about, before anything is done. */
export type AuditStart = Pick<AuditDraft, 'by' | 'byStaff' | 'act' | 'eventId' | 'person' | 'other'>;

/** The line of one request, which its first transaction writes. */
export const openLine = (services: Services, start: AuditStart): AuditDraft => ({
  ...start,
  now: () => wholeNow(services.clock),
  count: null,
  state: 'open',
});

/** Runs the rest of a request with its line. */
export const withLine = (line: AuditDraft, run: () => void): void => withDraft(line, run);

/** The request is answered. What is only shown has no transaction: its line is written here, before anybody sees it. */
export function closeLine(services: Services, line: AuditDraft, isShown: boolean): void {
  if (isShown && line.state === 'open') insertDraft(services.db, line);
  line.state = 'over';
}
