import type { MailAct } from '@lapwing/shared/event/mail-acts';
import type { AuditAct } from '@lapwing/shared/protocol/audit-api';
import type { FastifyRequest } from 'fastify';

interface Audited {
  readonly act: AuditAct | ((request: FastifyRequest) => AuditAct);
  /** Nothing is stored by it: the line is written before the answer leaves. */
  readonly atAnswer?: true;
}

const body = <Field extends string>(request: FastifyRequest, field: Field): unknown =>
  (request.body as Readonly<Record<string, unknown>> | null)?.[field];
const either =
  (field: string, yes: AuditAct, no: AuditAct): Audited['act'] =>
  (request) =>
    body(request, field) === true ? yes : no;

const slackAct = ({ params }: FastifyRequest): AuditAct =>
  `slack-${(params as { act: 'arrived' | 'again' | 'by-mail' }).act}`;
const mailAct = ({ params }: FastifyRequest): AuditAct => `mail-${(params as { act: MailAct }).act}`;

const EVENT = '/api/events/:eventId';

/** What each organiser's route leaves in the audit. A test walks the access table and asks each of them. */
export const AUDITED: Readonly<Record<string, Audited>> = {
  'POST /api/console/session': { act: 'signed-in' },
  'POST /api/console/join': { act: 'joined' },
  'POST /api/console/mailed-link': { act: 'signed-in' },
  'POST /api/auth/sign-in/email': { act: 'signed-in' },
  'POST /api/auth/two-factor/verify-totp': { act: 'signed-in' },
  'POST /api/auth/two-factor/verify-backup-code': { act: 'signed-in' },
  'POST /api/auth/passkey/verify-authentication': { act: 'signed-in' },
  'POST /api/auth/two-factor/disable': { act: 'second-factor-off', atAnswer: true },
  'POST /api/auth/two-factor/generate-backup-codes': { act: 'recovery-codes', atAnswer: true },
  'POST /api/auth/passkey/verify-registration': { act: 'passkey-made', atAnswer: true },
  'POST /api/auth/passkey/delete-passkey': { act: 'passkey-forgotten', atAnswer: true },
  'POST /api/auth/change-password': { act: 'password-changed', atAnswer: true },
  'POST /api/staff/invitations': { act: 'invited' },
  'DELETE /api/staff/invitations/:email': { act: 'invitation-withdrawn' },
  'PUT /api/staff/:staffId/role': { act: 'role-given' },
  'DELETE /api/staff/:staffId': { act: 'dismissed' },
  'DELETE /api/staff/sessions': { act: 'sessions-ended' },
  'DELETE /api/staff/sessions/:session': { act: 'session-ended' },
  'PUT /api/plain-http': { act: either('allowed', 'plain-http-on', 'plain-http-off') },
  'DELETE /api/console/session': { act: 'signed-out' },
  'PUT /api/console/me': { act: 'named' },
  'POST /api/console/pairing': { act: 'paired', atAnswer: true },
  'PUT /api/link-address': { act: 'link-host' },
  'PUT /api/community/keeper': { act: 'community-keeper' },
  'DELETE /api/community/invented': { act: 'invented-removed' },
  'POST /api/community/runs': { act: 'queue-proposed' },
  'PUT /api/community/proposals/:proposalId': {
    act: (request) => `proposal-${body(request, 'decision') as 'approve' | 'skip' | 'undo'}`,
  },
  'POST /api/community/mails/:mailId/:act': { act: mailAct },
  'POST /api/community/slack-messages/:messageId/:act': { act: slackAct },
  'POST /api/community/imports': { act: 'members-imported' },
  'POST /api/community/imports/:importId/undone': { act: 'members-import-undone' },
  'POST /api/community/imports/:importId/asked': { act: 'members-asked' },
  'POST /api/community/members/:memberId/confirmed': { act: 'member-confirmed' },
  'DELETE /api/community/members/:memberId': { act: 'member-erased' },
  'POST /api/events': { act: 'event-made' },
  [`DELETE ${EVENT}`]: { act: 'event-deleted' },
  [`POST ${EVENT}/copy`]: { act: 'event-copied' },
  [`POST ${EVENT}/rehearsal`]: { act: 'event-rehearsed' },
  [`POST ${EVENT}/restore`]: { act: 'event-restored' },
  [`PUT ${EVENT}/cancelled`]: { act: either('cancelled', 'event-cancelled', 'event-takes-place') },
  [`PUT ${EVENT}/settings`]: { act: 'settings' },
  [`PUT ${EVENT}/floor`]: { act: 'floor' },
  [`PUT ${EVENT}/invitation`]: { act: 'invitation' },
  [`PUT ${EVENT}/privacy`]: { act: 'privacy' },
  [`PUT ${EVENT}/helpers`]: { act: either('open', 'helpers-on', 'helpers-off') },
  [`POST ${EVENT}/helpers/code`]: { act: 'helpers-code' },
  [`DELETE ${EVENT}/helpers/:session`]: { act: 'helper-removed' },
  [`POST ${EVENT}/helpers/walk-ins`]: { act: 'walk-ins-taken-back' },
  'POST /api/helpers/session': { act: 'helper-joined' },
  'DELETE /api/helpers/session': { act: 'helper-left' },
  [`PUT ${EVENT}/self-check-in`]: { act: either('on', 'self-check-in-on', 'self-check-in-off') },
  [`POST ${EVENT}/people`]: { act: 'person-added' },
  [`POST ${EVENT}/walk-ins`]: { act: 'person-added' },
  [`PUT ${EVENT}/people/:attendeeId`]: { act: 'person-changed' },
  [`DELETE ${EVENT}/people/:attendeeId`]: { act: 'person-erased' },
  [`PUT ${EVENT}/people/:attendeeId/presence`]: { act: either('here', 'let-in', 'let-out') },
  [`PUT ${EVENT}/people/:attendeeId/standing`]: {
    act: (request) => `standing-${body(request, 'standing') as 'active' | 'waiting' | 'cancelled'}`,
  },
  [`PUT ${EVENT}/waiting/:number`]: { act: 'phone-let-in', atAnswer: true },
  [`PUT ${EVENT}/company/:attendeeId/:otherId`]: {
    act: (request) => `kept-${body(request, 'kind') as 'apart' | 'together'}`,
  },
  [`DELETE ${EVENT}/company/:attendeeId/:otherId`]: { act: 'pair-released' },
  [`PUT ${EVENT}/blocks/:attendeeId/:otherId`]: { act: 'blocked' },
  [`DELETE ${EVENT}/blocks/:attendeeId/:otherId`]: { act: 'unblocked' },
  [`GET ${EVENT}/reports/:reportId`]: { act: 'report-opened', atAnswer: true },
  [`PUT ${EVENT}/reports/:reportId`]: { act: either('settled', 'report-settled', 'report-reopened') },
  [`GET ${EVENT}/people/:attendeeId/link`]: { act: 'link-shown', atAnswer: true },
  [`POST ${EVENT}/people/:attendeeId/link/renew`]: { act: 'link-renewed' },
  [`POST ${EVENT}/links/renew`]: { act: 'links-renewed' },
  [`GET ${EVENT}/links`]: { act: 'links-written', atAnswer: true },
  [`GET ${EVENT}/outbox/links`]: { act: 'links-shown', atAnswer: true },
  [`POST ${EVENT}/audit/exports`]: { act: 'exported', atAnswer: true },
  [`POST ${EVENT}/imports`]: { act: 'import-applied' },
  [`POST ${EVENT}/imports/:importId/undo`]: { act: 'import-undone' },
  [`POST ${EVENT}/asks`]: { act: 'mentor-asked' },
  [`POST ${EVENT}/radar/asks`]: { act: 'past-mentor-asked' },
  [`PUT ${EVENT}/asks/:askId`]: { act: either('open', 'ask-reopened', 'ask-ended') },
  [`PUT ${EVENT}/introductions`]: {
    act: (request) => `introductions-${body(request, 'sending') as 'at-once' | 'by-hand'}`,
  },
  [`PUT ${EVENT}/introductions/:introductionId`]: { act: 'introduction-changed' },
  [`POST ${EVENT}/introductions/suggestions`]: { act: 'suggestions-made' },
  [`DELETE ${EVENT}/introductions/suggestions/:suggestionId`]: { act: 'suggestion-taken-back' },
  [`POST ${EVENT}/introductions/send`]: { act: 'introductions-sent' },
  [`POST ${EVENT}/outbox`]: {
    act: (request) => `mails-${body(request, 'act') as 'stop' | 'resume' | 'release' | 'try'}`,
  },
  [`POST ${EVENT}/outbox/links`]: { act: 'links-mailed' },
  [`POST ${EVENT}/outbox/calendars`]: { act: 'calendars-mailed' },
  [`PUT ${EVENT}/outbox/reminder`]: { act: either('on', 'reminder-on', 'reminder-off') },
  // it shows a person's link
  [`GET ${EVENT}/mails/:mailId`]: { act: 'mail-read', atAnswer: true },
  [`POST ${EVENT}/mails/:mailId/:act`]: {
    act: mailAct,
  },
  [`POST ${EVENT}/slack-messages/:messageId/:act`]: {
    act: slackAct,
  },
  [`POST ${EVENT}/plan`]: { act: 'plan-made' },
  [`POST ${EVENT}/plan/:version/edited`]: { act: 'plan-edited' },
  [`PUT ${EVENT}/seat-locks`]: { act: 'seats-locked' },
  [`PUT ${EVENT}/prints`]: {
    act: (request) =>
      (body(request, 'sheets') as readonly { planVersion: number }[]).some(({ planVersion }) => planVersion > 0)
        ? 'printed'
        : 'not-printed',
  },
  [`PUT ${EVENT}/calls/:attendeeId/:call`]: { act: either('answered', 'call-answered', 'call-reopened') },
  [`PUT ${EVENT}/displays/:screenId`]: { act: 'display-changed' },
  [`POST ${EVENT}/displays/:screenId/take-back`]: { act: 'display-taken-back' },
  [`POST ${EVENT}/display-link/renew`]: { act: 'display-link-renewed' },
  [`DELETE ${EVENT}/displays/:screenId`]: { act: 'display-forgotten' },
};

/** Organisers' routes that write and leave no line here, each with why. */
export const NOT_AUDITED: Readonly<Record<string, string>> = {
  'PUT /api/community/proposals/:proposalId/open': 'says for a minute who looks at it',
  'POST /api/auth/sign-in/magic-link': 'only mails a link; signing in with it has a line',
  'POST /api/auth/two-factor/enable':
    'shows what an app is fed with; it counts once a code was seen, and that has a line',
  [`POST ${EVENT}/live`]: 'stands in the log of the night, which the audit shows among its lines',
  [`POST ${EVENT}/plan/:version/publish`]: 'is a command of the night and stands in its log',
  [`POST ${EVENT}/plan/stop`]: 'ends a search; the plan it found has a line',
  [`POST ${EVENT}/start-offer`]: 'only shows what Start would do',
  [`POST ${EVENT}/repairs`]: 'only shows what a change would do',
  [`POST ${EVENT}/seats`]: 'is a command of the night and stands in its log',
  [`POST ${EVENT}/seats/offers`]: 'only shows what a change would do',
  [`POST ${EVENT}/scans`]: 'only says whose badge it is; letting them in has a line',
  [`POST ${EVENT}/imports/preview`]: 'only shows what a file holds',
  [`DELETE ${EVENT}/imports/readings/:reading`]: 'stops a preview',
  [`POST ${EVENT}/displays/:screenId/flash`]: 'changes nothing',
};
