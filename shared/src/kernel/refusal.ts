/**
 * The closed list of reasons why the product says no. One place maps each code to HTTP (`server/src/plugins/refusals`),
 * one to words (the message catalogues, key `refusal.<code>`).
 */
export type RefusalCode =
  // who may
  | 'not-signed-in'
  | 'not-found'
  | 'link-invalid'
  | 'setup-link-used'
  | 'foreign-origin'
  | 'wrong-credentials'
  | 'password-weak'
  | 'plain-http-sign-in'
  | 'sign-in-again'
  | 'not-allowed'
  | 'last-owner'
  | 'name-taken'
  | 'name-mixed'
  | 'too-many-requests'
  // what was sent
  | 'bad-request'
  | 'too-large'
  | 'file-unreadable'
  | 'file-not-recognised'
  | 'preview-outdated'
  // the floor and the roster
  | 'no-tables'
  | 'no-mentors'
  | 'no-students'
  | 'duplicate-table-number'
  | 'table-twice'
  | 'mentor-at-two-tables'
  | 'unknown-mentor'
  | 'too-many-mentors'
  | 'already-undone'
  // the public page
  | 'registration-closed'
  | 'taken-off-list'
  | 'go-on-by-link'
  | 'changed-meanwhile'
  // at the door
  | 'unknown-code'
  | 'wrong-helper-code'
  | 'wrong-event-code'
  | 'self-check-in-off'
  | 'too-early'
  | 'come-to-desk'
  // the outbox
  | 'mail-gone'
  // the plan
  | 'plan-impossible'
  | 'plan-missing'
  | 'plan-outdated'
  | 'too-many-locks'
  | 'plan-broken'
  // the live night
  | 'version-conflict'
  | 'key-reused'
  | 'not-now'
  | 'already-started'
  | 'nothing-to-undo'
  | 'no-time-left'
  | 'event-running'
  | 'event-cancelled'
  // mending the plan of a night that runs
  | 'unknown-person'
  | 'unknown-table'
  | 'companion-of-other-role'
  | 'no-seat-free'
  | 'already-so'
  | 'last-mentor'
  // the machine
  | 'storage-failed'
  | 'server-fault';

/** A refusal: its code and, where it helps, what it is about (names the organiser typed, numbers, a rule). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly details?: Readonly<Record<string, string | number | readonly string[]>>;
}

export const refusal = (code: RefusalCode, details?: Refusal['details']): Refusal =>
  details === undefined ? { code } : { code, details };
