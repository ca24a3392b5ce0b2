/**
 * Who may call which route and what personal data its answer may hold: one table that the server obeys and a test walks.
 * A route that is not in the table cannot be registered.
 */
export type Caller = 'owner' | 'organiser' | 'helper' | 'display' | 'student' | 'mentor' | 'stranger';

/** Personal columns an answer may hold, named as in `server/src/db/personal-data.ts`; nothing else may appear. */
export type PersonalField =
  | 'name'
  | 'email'
  | 'course'
  | 'yearOfStudy'
  | 'industries'
  | 'question'
  | 'access'
  | 'diet'
  | 'availability'
  | 'card'
  | 'registration'
  | 'badgeCode'
  | 'checkedInAt'
  | 'call'
  | 'report'
  | 'note'
  | 'pick'
  | 'feedback'
  | 'membership'
  | 'introRequest'
  | 'organiserFirstName';

export interface Access {
  /**
   * console: the organiser's cookie, or the helper's of this event where helpers are among the callers. own: the cookie of the very person or display in the address. anybody: public. slack: a request that Slack signed, and no person's.
   */
  readonly door: 'console' | 'own' | 'anybody' | 'slack';
  readonly callers: readonly Caller[];
  /** event: everything it reaches belongs to the event in the address. */
  readonly scope: 'event' | 'person' | 'display' | 'none';
  readonly shows: readonly PersonalField[];
  /** What of it the answer to a helper may hold. */
  readonly showsHelper?: readonly PersonalField[];
  /** Asks for a sign-in that is minutes old. Never on what a night needs: SECURITY.md says which are marked, and why. */
  readonly fresh?: true;
}

const EVERYBODY: readonly Caller[] = ['owner', 'organiser', 'helper', 'display', 'student', 'mentor', 'stranger'];
const ROSTER: readonly PersonalField[] = [
  'name',
  'email',
  'course',
  'yearOfStudy',
  'industries',
  'question',
  'access',
  'diet',
  'availability',
  'card',
  'registration',
  'badgeCode',
  'checkedInAt',
];

const open = (scope: Access['scope'] = 'none'): Access => ({ door: 'anybody', callers: EVERYBODY, scope, shows: [] });
const consoleOnly = (scope: 'event' | 'none', shows: readonly PersonalField[] = []): Access => ({
  door: 'console',
  callers: ['owner', 'organiser'],
  scope,
  shows,
});
/** Takes away for good, or carries everybody's addresses off: only minutes after a sign-in. */
const freshOnly = (shows: readonly PersonalField[] = []): Access => ({ ...consoleOnly('event', shows), fresh: true });
/** At the door also for helpers, who see of people what is said there and no more. */
const atTheDoor = (shows: readonly PersonalField[] = [], showsHelper: readonly PersonalField[] = []): Access => ({
  ...consoleOnly('event', shows),
  callers: ['owner', 'organiser', 'helper'],
  showsHelper,
});
const AT_THE_DOOR: readonly PersonalField[] = ['name', 'badgeCode', 'checkedInAt'];
/** Only for owners, and only minutes after they proved who they are. */
const ownerOnly: Access = { door: 'console', callers: ['owner'], scope: 'none', shows: [], fresh: true };
/** A personal card: the person's own name, what mentors tell about themselves, and for mentors the students' questions. */
const phone: Access = {
  door: 'own',
  callers: ['student', 'mentor'],
  scope: 'person',
  shows: ['name', 'card', 'course', 'question', 'badgeCode'],
};
/** Everything that a person said about themselves. */
const OWN: readonly PersonalField[] = [
  ...(['name', 'email', 'course', 'yearOfStudy', 'industries'] as const),
  ...(['question', 'access', 'card', 'registration'] as const),
];
/** What a member tells and asks for. */
const MEMBERSHIP: readonly PersonalField[] = ['name', 'email', 'membership', 'introRequest'];
/** Two who are introduced, as the mail names them, and from whose address it came back. */
const INTRODUCED: readonly PersonalField[] = ['name', 'email', 'course', 'card', 'pick'];
const display: Access = { door: 'own', callers: ['display'], scope: 'display', shows: [] };
/** Where an organiser set it to show the name board: first names with an initial, or the badge. */
const wall: Access = { ...display, shows: ['name', 'badgeCode'] };

/** What one proves who one is with, of one's own account. */
const ownAccount: Access = { ...consoleOnly('none'), fresh: true };

/** Signed by Slack with the secret of our app; the room of these routes checks it. Without Slack they are not there. */
const slack: Access = { door: 'slack', callers: [], scope: 'none', shows: [] };

export const ACCESS: Readonly<Record<string, Access>> = {
  'GET /': open(),
  'GET /gallery': open(),
  'GET /assets/*': open(),
  'GET /favicon.svg': open(),
  'GET /icons/*': open(),
  // what keeps the phone's page on the phone, and that page with nobody's evening in it
  'GET /sw.js': open(),
  'GET /shell/:language': open(),
  // what a field is like, for anybody; with the answers of mentors who agreed to stand where search engines read
  'GET /careers': open(),
  'GET /careers/industries/:id': { ...open(), shows: ['name', 'card'] },
  'GET /careers/roles/:id': { ...open(), shows: ['name', 'card'] },
  'GET /healthz': open(),
  'GET /readyz': open(),
  // mentors who agreed to it stand on the public page
  'GET /e/:code': { ...open('event'), shows: ['name', 'card'] },
  'GET /e/:code/event': { ...open('event'), shows: ['name', 'card'] },
  'GET /e/:code/student': open('event'),
  'GET /e/:code/mentor': open('event'),
  // the answer is the same whoever is registered already
  'POST /e/:code/students': open('event'),
  'POST /e/:code/mentors': open('event'),
  'PUT /e/:code/mentors': open('event'),
  'POST /e/:code/waiting': open('event'),
  // whose phone was let in gets their own address, by the secret it was given with its number
  'POST /e/:code/waiting/:number/session': open('event'),
  // the answer is the same whoever is known; the link goes to the address itself
  'POST /new-link': open(),
  'GET /b/:code': open(),
  'GET /b/:code/way': open(),
  'GET /check-in': open(),
  // With the person's own cookie their evening is in the page; anybody else gets the bare shell.
  'GET /me/:attendeeId': { ...open('person'), shows: phone.shows },
  'POST /me/:attendeeId/session': { ...open('person'), shows: phone.shows },
  // with a mailed link that nobody has owned up to: what was typed for its mailbox is deleted, and nothing told
  'POST /me/:attendeeId/not-mine': open('person'),
  'DELETE /me/:attendeeId/session': { ...phone, shows: [] },
  'GET /me/:attendeeId/opening': phone,
  'GET /me/:attendeeId/live': phone,
  'GET /me/:attendeeId/details': { ...phone, shows: OWN },
  'PUT /me/:attendeeId/details': { ...phone, shows: OWN },
  'PUT /me/:attendeeId/coming': { ...phone, shows: OWN },
  'GET /me/:attendeeId/data.json': {
    ...phone,
    // of reports what they told themselves; never what others told of them
    shows: [...OWN, 'diet', 'availability', 'badgeCode', 'checkedInAt', 'call', 'report', 'note', 'pick', 'feedback'],
  },
  'PUT /me/:attendeeId/consents': { ...phone, shows: OWN },
  'DELETE /me/:attendeeId': { ...phone, shows: [] },
  'GET /me/:attendeeId/calendar.ics': { ...phone, shows: ['name', 'email'] },
  'PUT /me/:attendeeId/calls/:call': { ...phone, shows: [] },
  'PUT /me/:attendeeId/all-here': { ...phone, shows: [] },
  'POST /me/:attendeeId/not-me': { ...phone, shows: [] },
  'PUT /me/:attendeeId/here': phone,
  // whom they sit with, by the names they know
  'GET /me/:attendeeId/conduct': { ...phone, shows: ['name'] },
  'PUT /me/:attendeeId/reports/:key': { ...phone, shows: [] },
  // what one writes down is for oneself alone
  'GET /me/:attendeeId/notes': { ...phone, shows: ['note'] },
  'PUT /me/:attendeeId/notes/:otherId': { ...phone, shows: ['note'] },
  // of others who say that they wish to be introduced, once the last bell has rung: as they are met, and why
  'GET /me/:attendeeId/picks': { ...phone, shows: ['name', 'card', 'course', 'pick'] },
  'PUT /me/:attendeeId/picks/:otherId': { ...phone, shows: ['pick'] },
  'PUT /me/:attendeeId/introductions': { ...phone, shows: ['name', 'card', 'course', 'pick'] },
  // what one answers after the evening; a console has sums alone
  'GET /me/:attendeeId/feedback': { ...phone, shows: ['feedback'] },
  'PUT /me/:attendeeId/feedback': { ...phone, shows: ['feedback'] },
  // browsers ask for it without a cookie: it tells nothing but the address that was asked
  'GET /me/:attendeeId/manifest/:language': open('person'),
  // A mentor who was asked answers with the secret of that one question.
  'GET /answer/:askId': open(),
  'POST /answer/:askId/opening': { ...open(), shows: ['name'] },
  'POST /answer/:askId': open(),
  // the public page of the community: the answer is the same whoever is a member
  'GET /community': open(),
  'POST /community/members': open(),
  'POST /community/links': open(),
  // a member's own page, by the secret of their link in every body
  'GET /community/:memberId': open(),
  'POST /community/:memberId/page': { ...open(), shows: MEMBERSHIP },
  'PUT /community/:memberId/profile': { ...open(), shows: MEMBERSHIP },
  'PUT /community/:memberId/address': { ...open(), shows: MEMBERSHIP },
  'PUT /community/:memberId/again': { ...open(), shows: MEMBERSHIP },
  'POST /community/:memberId/not-mine': open(),
  'POST /community/:memberId/requests': { ...open(), shows: MEMBERSHIP },
  'POST /community/:memberId/requests/:requestId/withdrawn': { ...open(), shows: MEMBERSHIP },
  'POST /community/:memberId/data': { ...open(), shows: [...OWN, ...MEMBERSHIP] },
  'POST /community/:memberId/gone': open(),
  // one question, by the secret of its own link: no address, and after the answer nobody's name
  'GET /introductions/:questionId': open(),
  'POST /introductions/:questionId': { ...open(), shows: ['name', 'membership', 'introRequest'] },
  'PUT /introductions/:questionId': { ...open(), shows: ['name', 'membership', 'introRequest'] },
  'GET /me/:attendeeId/community': { ...phone, shows: OWN },
  'POST /me/:attendeeId/community': { ...phone, shows: OWN },
  // Who is asked to be introduced answers with the secret of the mail, which opens this and nothing else.
  'GET /requests/:attendeeId': open('person'),
  'POST /requests/:attendeeId': { ...open('person'), shows: ['name', 'card', 'course', 'pick'] },
  'PUT /requests/:attendeeId/:otherId': { ...open('person'), shows: ['name', 'card', 'course', 'pick'] },
  'GET /display/:displayId': open('display'),
  'POST /display/:displayId/session': open('display'),
  'GET /display/:displayId/opening': wall,
  'GET /display/:displayId/live': wall,
  'PUT /display/:displayId/look': display,
  'PUT /display/:displayId/state': display,

  'POST /slack/commands': slack,
  'POST /slack/interactive': slack,
  'POST /slack/events': slack,

  // who is signed in on this browser, if anybody
  'GET /api/console/door': open(),
  'POST /api/console/session': open(),
  'DELETE /api/console/session': open(),
  'POST /api/console/join': open(),
  'POST /api/console/mailed-link': open(),
  // by the code that is read out at the door
  'POST /api/helpers/session': open(),
  'DELETE /api/helpers/session': open(),
  // of better-auth, nothing but these can be reached; what an account is asks for a recent proof itself
  'POST /api/auth/sign-in/email': open(),
  'POST /api/auth/two-factor/verify-totp': open(),
  'POST /api/auth/two-factor/verify-backup-code': open(),
  'GET /api/auth/passkey/generate-authenticate-options': open(),
  'POST /api/auth/passkey/verify-authentication': open(),
  'POST /api/auth/sign-in/magic-link': open(),
  'POST /api/auth/two-factor/enable': ownAccount,
  'POST /api/auth/two-factor/disable': ownAccount,
  'POST /api/auth/two-factor/generate-backup-codes': ownAccount,
  'GET /api/auth/passkey/generate-register-options': ownAccount,
  'POST /api/auth/passkey/verify-registration': ownAccount,
  'GET /api/auth/passkey/list-user-passkeys': ownAccount,
  'POST /api/auth/passkey/delete-passkey': ownAccount,
  'POST /api/auth/change-password': ownAccount,
  'GET /api/staff': consoleOnly('none', ['organiserFirstName']),
  'POST /api/staff/invitations': ownerOnly,
  'DELETE /api/staff/invitations/:email': ownerOnly,
  'PUT /api/staff/:staffId/role': ownerOnly,
  'DELETE /api/staff/:staffId': ownerOnly,
  'DELETE /api/staff/sessions': consoleOnly('none'),
  'DELETE /api/staff/sessions/:session': consoleOnly('none'),
  'GET /api/plain-http': consoleOnly('none'),
  'PUT /api/plain-http': consoleOnly('none'),
  'PUT /api/console/me': consoleOnly('none', ['organiserFirstName']),
  'POST /api/console/pairing': consoleOnly('none'),
  'GET /api/link-address': consoleOnly('none'),
  'PUT /api/link-address': consoleOnly('none'),
  'GET /api/community': consoleOnly('none', [...MEMBERSHIP, 'organiserFirstName']),
  'PUT /api/community/keeper': consoleOnly('none', [...MEMBERSHIP, 'organiserFirstName']),
  'DELETE /api/community/invented': consoleOnly('none', [...MEMBERSHIP, 'organiserFirstName']),
  'GET /api/community/members': consoleOnly('none', MEMBERSHIP),
  'POST /api/community/runs': consoleOnly('none', [...MEMBERSHIP, 'organiserFirstName']),
  'PUT /api/community/proposals/:proposalId': consoleOnly('none', [...MEMBERSHIP, 'organiserFirstName']),
  'PUT /api/community/proposals/:proposalId/open': consoleOnly('none'),
  'POST /api/community/mails/:mailId/:act': consoleOnly('none', [...MEMBERSHIP, 'organiserFirstName']),
  'POST /api/community/slack-messages/:messageId/:act': consoleOnly('none', [...MEMBERSHIP, 'organiserFirstName']),
  'GET /api/community/imports': consoleOnly('none', ['organiserFirstName']),
  'POST /api/community/imports': consoleOnly('none', MEMBERSHIP),
  'POST /api/community/imports/:importId/undone': consoleOnly('none', ['organiserFirstName']),
  'POST /api/community/imports/:importId/asked': consoleOnly('none', ['organiserFirstName']),
  'GET /api/community/funnel': consoleOnly('none'),
  'GET /api/community/funnel.csv': consoleOnly('none'),
  'POST /api/community/members/:memberId/confirmed': consoleOnly('none'),
  'DELETE /api/community/members/:memberId': { ...consoleOnly('none'), fresh: true },
  'GET /api/events': consoleOnly('none'),
  'POST /api/events': consoleOnly('none'),
  'GET /api/events/:eventId': atTheDoor(),
  'DELETE /api/events/:eventId': freshOnly(),
  'POST /api/events/:eventId/copy': consoleOnly('event'),
  'POST /api/events/:eventId/rehearsal': consoleOnly('event'),
  'POST /api/events/:eventId/restore': freshOnly(),
  'GET /api/events/:eventId/cancelled': consoleOnly('event'),
  'PUT /api/events/:eventId/cancelled': consoleOnly('event'),
  'PUT /api/events/:eventId/settings': consoleOnly('event'),
  'PUT /api/events/:eventId/floor': consoleOnly('event'),
  'GET /api/events/:eventId/people': atTheDoor(ROSTER, AT_THE_DOOR),
  'POST /api/events/:eventId/people': consoleOnly('event', ROSTER),
  'POST /api/events/:eventId/walk-ins': atTheDoor(ROSTER, AT_THE_DOOR),
  'PUT /api/events/:eventId/people/:attendeeId': consoleOnly('event', ROSTER),
  'DELETE /api/events/:eventId/people/:attendeeId': freshOnly(),
  'GET /api/events/:eventId/erasures': consoleOnly('event'),
  'GET /api/events/:eventId/privacy': consoleOnly('event'),
  'PUT /api/events/:eventId/privacy': consoleOnly('event'),
  'PUT /api/events/:eventId/people/:attendeeId/presence': atTheDoor(ROSTER, AT_THE_DOOR),
  'PUT /api/events/:eventId/people/:attendeeId/standing': consoleOnly('event', ROSTER),
  'GET /api/events/:eventId/invitation': consoleOnly('event'),
  'PUT /api/events/:eventId/invitation': consoleOnly('event'),
  'GET /api/events/:eventId/radar': consoleOnly('event', ['name', 'email', 'card', 'industries', 'registration']),
  'POST /api/events/:eventId/radar/asks': consoleOnly('event', ['name', 'email', 'card']),
  'GET /api/events/:eventId/asks': consoleOnly('event', ['name', 'email', 'card']),
  'POST /api/events/:eventId/asks': consoleOnly('event', ['name', 'email', 'card']),
  'PUT /api/events/:eventId/asks/:askId': consoleOnly('event', ['name', 'email', 'card']),
  // Who was kept from whom, and who met before: ids only, and nobody else's business.
  'GET /api/events/:eventId/company': consoleOnly('event'),
  'PUT /api/events/:eventId/company/:attendeeId/:otherId': consoleOnly('event'),
  'DELETE /api/events/:eventId/company/:attendeeId/:otherId': consoleOnly('event'),
  // What was reported in private is for organisers alone: no helper, no display, no log.
  'GET /api/events/:eventId/reports': consoleOnly('event'),
  'GET /api/events/:eventId/reports/:reportId': consoleOnly('event', ['report']),
  'PUT /api/events/:eventId/reports/:reportId': consoleOnly('event'),
  'PUT /api/events/:eventId/blocks/:attendeeId/:otherId': consoleOnly('event'),
  'DELETE /api/events/:eventId/blocks/:attendeeId/:otherId': consoleOnly('event'),
  'GET /api/events/:eventId/people/:attendeeId/link': consoleOnly('event'),
  'POST /api/events/:eventId/people/:attendeeId/link/renew': consoleOnly('event'),
  'POST /api/events/:eventId/links/renew': consoleOnly('event'),
  'POST /api/events/:eventId/scans': atTheDoor(ROSTER, AT_THE_DOOR),
  'PUT /api/events/:eventId/self-check-in': consoleOnly('event'),
  'GET /api/events/:eventId/helpers': consoleOnly('event', ['organiserFirstName']),
  'PUT /api/events/:eventId/helpers': consoleOnly('event', ['organiserFirstName']),
  'POST /api/events/:eventId/helpers/code': consoleOnly('event', ['organiserFirstName']),
  'POST /api/events/:eventId/helpers/walk-ins': consoleOnly('event', ['organiserFirstName']),
  'DELETE /api/events/:eventId/helpers/:session': consoleOnly('event', ['organiserFirstName']),
  'GET /api/events/:eventId/waiting': atTheDoor(),
  'PUT /api/events/:eventId/waiting/:number': atTheDoor(),
  'GET /api/events/:eventId/links': freshOnly(['name', 'email']),
  'POST /api/events/:eventId/imports/preview': consoleOnly('event', ROSTER),
  'POST /api/events/:eventId/imports': consoleOnly('event'),
  'GET /api/events/:eventId/imports/readings/:reading': consoleOnly('event'),
  'DELETE /api/events/:eventId/imports/readings/:reading': consoleOnly('event'),
  'POST /api/events/:eventId/imports/:importId/undo': consoleOnly('event'),
  // before the last bell a number and no more; then the names of those alone who both want it
  'GET /api/events/:eventId/introductions': consoleOnly('event', INTRODUCED),
  'PUT /api/events/:eventId/introductions': consoleOnly('event', INTRODUCED),
  'PUT /api/events/:eventId/introductions/:introductionId': consoleOnly('event', INTRODUCED),
  'POST /api/events/:eventId/introductions/suggestions': consoleOnly('event', INTRODUCED),
  'DELETE /api/events/:eventId/introductions/suggestions/:suggestionId': consoleOnly('event', INTRODUCED),
  'POST /api/events/:eventId/introductions/send': consoleOnly('event', INTRODUCED),
  'GET /api/events/:eventId/outbox': consoleOnly('event', ['name', 'email']),
  'POST /api/events/:eventId/outbox': consoleOnly('event'),
  'GET /api/events/:eventId/outbox/links': consoleOnly('event', ['name', 'email']),
  'POST /api/events/:eventId/outbox/links': consoleOnly('event'),
  'GET /api/events/:eventId/outbox/calendars': consoleOnly('event'),
  'POST /api/events/:eventId/outbox/calendars': consoleOnly('event'),
  'PUT /api/events/:eventId/outbox/reminder': consoleOnly('event'),
  'GET /api/events/:eventId/mails/:mailId': consoleOnly('event', ['name', 'email']),
  'POST /api/events/:eventId/mails/:mailId/:act': consoleOnly('event', ['name', 'email']),
  'POST /api/events/:eventId/slack-messages/:messageId/:act': consoleOnly('event'),
  'GET /api/events/:eventId/plan': consoleOnly('event'),
  'POST /api/events/:eventId/plan': consoleOnly('event'),
  'POST /api/events/:eventId/plan/stop': consoleOnly('event'),
  'GET /api/events/:eventId/plans': consoleOnly('event'),
  // to helpers only the one people follow, and of it only who sits where
  'GET /api/events/:eventId/plan/:version': atTheDoor(),
  'POST /api/events/:eventId/plan/:version/edited': consoleOnly('event'),
  'GET /api/events/:eventId/seat-locks': consoleOnly('event'),
  'PUT /api/events/:eventId/seat-locks': consoleOnly('event'),
  'POST /api/events/:eventId/plan/:version/publish': consoleOnly('event'),
  'GET /api/events/:eventId/prints': consoleOnly('event', ['organiserFirstName']),
  'PUT /api/events/:eventId/prints': consoleOnly('event'),
  'POST /api/events/:eventId/start-offer': consoleOnly('event'),
  'POST /api/events/:eventId/live': consoleOnly('event'),
  'POST /api/events/:eventId/repairs': consoleOnly('event'),
  // of all presses of the night the one that is also a helper's: a seat for who came, and seats changed by hand
  'POST /api/events/:eventId/seats': atTheDoor(),
  'POST /api/events/:eventId/seats/offers': atTheDoor(),
  'GET /api/events/:eventId/calls': consoleOnly('event', ['call']),
  'PUT /api/events/:eventId/calls/:attendeeId/:call': consoleOnly('event'),
  'PUT /api/events/:eventId/displays/:screenId': consoleOnly('event'),
  'DELETE /api/events/:eventId/displays/:screenId': consoleOnly('event'),
  'POST /api/events/:eventId/displays/:screenId/take-back': consoleOnly('event'),
  'POST /api/events/:eventId/display-link/renew': consoleOnly('event'),
  'POST /api/events/:eventId/displays/:screenId/flash': consoleOnly('event'),
  'GET /api/events/:eventId/feedback': consoleOnly('event'),
  'GET /api/events/:eventId/audit': consoleOnly('event', ['organiserFirstName']),
  'POST /api/events/:eventId/audit/exports': consoleOnly('event'),
  'GET /api/events/:eventId/log': consoleOnly('event', ['organiserFirstName']),
  'GET /api/events/:eventId/socket': atTheDoor(['organiserFirstName']),
};
