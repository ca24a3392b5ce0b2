/** Who did what when: what organisers did beside the night, as ids and numbers; the words are the console's. */
import type { AttendeeId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/time.ts';
import type { LogEntry } from './api.ts';

/** Everything an organiser can do that leaves a line. The words of each stand in the catalogue under `audit.act.<act>`. */
export const AUDIT_ACTS = [
  ...(['joined', 'signed-in', 'signed-out', 'named', 'paired', 'link-host'] as const),
  ...(['invited', 'invitation-withdrawn', 'role-given', 'dismissed', 'session-ended', 'sessions-ended'] as const),
  ...(['password-changed', 'second-factor-off', 'recovery-codes', 'passkey-made', 'passkey-forgotten'] as const),
  ...(['plain-http-on', 'plain-http-off'] as const),
  ...(['member-confirmed', 'member-erased', 'community-keeper', 'invented-removed'] as const),
  ...(['queue-proposed', 'proposal-approve', 'proposal-skip', 'proposal-undo'] as const),
  ...(['members-imported', 'members-import-undone', 'members-asked'] as const),
  ...(['event-made', 'event-copied', 'event-rehearsed', 'event-deleted', 'event-restored'] as const),
  ...(['event-cancelled', 'event-takes-place'] as const),
  ...(['settings', 'floor', 'invitation', 'privacy', 'self-check-in-on', 'self-check-in-off'] as const),
  ...(['helpers-on', 'helpers-off', 'helper-joined', 'helper-left', 'helper-removed', 'helpers-code'] as const),
  ...(['walk-ins-taken-back'] as const),
  ...(['person-added', 'person-changed', 'person-erased', 'let-in', 'let-out', 'phone-let-in'] as const),
  ...(['standing-active', 'standing-waiting', 'standing-cancelled'] as const),
  ...(['kept-apart', 'kept-together', 'pair-released', 'blocked', 'unblocked'] as const),
  ...(['report-opened', 'report-settled', 'report-reopened'] as const),
  ...(['link-shown', 'links-shown', 'links-written', 'link-renewed', 'links-renewed', 'exported'] as const),
  ...(['import-applied', 'import-undone'] as const),
  ...(['mentor-asked', 'past-mentor-asked', 'ask-reopened', 'ask-ended'] as const),
  ...(['links-mailed', 'calendars-mailed', 'reminder-on', 'reminder-off'] as const),
  ...(['introductions-at-once', 'introductions-by-hand', 'introduction-changed', 'introductions-sent'] as const),
  ...(['suggestions-made', 'suggestion-taken-back'] as const),
  ...(['mails-stop', 'mails-resume', 'mails-release', 'mails-try'] as const),
  ...(['mail-read', 'mail-again', 'mail-stop', 'mail-arrived', 'mail-open'] as const),
  ...(['slack-arrived', 'slack-again', 'slack-by-mail'] as const),
  ...(['plan-made', 'plan-edited', 'seats-locked', 'printed', 'not-printed'] as const),
  ...(['call-answered', 'call-reopened', 'display-changed', 'display-forgotten'] as const),
  ...(['display-taken-back', 'display-link-renewed'] as const),
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** GET /api/events/:eventId/audit → newest first; lines of no event are among them. */
export interface AuditView {
  readonly lines: readonly AuditLine[];
  /** The log of the night, whole. */
  readonly night: readonly LogEntry[];
}

export interface AuditLine {
  readonly id: number;
  readonly at: Instant;
  /** As they were called then. */
  readonly by: string;
  /** What their account is called now, where that is something else; '': it is gone. */
  readonly now: string | null;
  readonly act: AuditAct;
  /** Ids that may be nobody's any more. */
  readonly person: AttendeeId | null;
  readonly other: AttendeeId | null;
  readonly count: number | null;
}

/** POST /api/events/:eventId/audit/exports → 204: somebody is about to save the audit as a file. */
