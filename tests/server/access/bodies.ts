import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { PersonCommand } from '@lapwing/shared/live/state';
import type { Caller as Who } from '@lapwing/shared/protocol/access';
import { mentorSaying, profileSaying, studentSaying } from '../../support/answers.ts';
import { freshKey, SETTINGS } from '../../support/evening-builder.ts';
import { CHECKED_IN_AT, type Hall, MARKS } from '../../support/marked-hall.ts';
import { badgeOf } from './addresses.ts';

const secret = { secret: 'x'.repeat(43) };
const arrives = { planVersion: 1, change: { kind: 'arrived', people: ['nobody'] } };
const OPENED = { ...secret, language: 'en' };
const ASK = { industries: [], roles: [], stepsAhead: null, languages: [], line: 'How did you begin?' };
const JOIN = {
  profile: profileSaying('Mem Ber'),
  consents: { member: true, introductions: true },
  ask: ASK,
  language: 'en',
};
/** A body that each route would accept, from this caller and about this hall. */
export const BODIES: Readonly<Record<string, (who: Who, hall: Hall) => object>> = {
  'POST /me/:attendeeId/session': () => secret,
  'POST /me/:attendeeId/not-mine': () => secret,
  'POST /display/:displayId/session': () => secret,
  'POST /api/console/session': () => secret,
  // nobody's code; at last too many were tried
  'POST /api/helpers/session': () => ({ code: 'AAAAAA', firstName: 'Eve' }),
  'PUT /api/console/me': (who) => ({ firstName: who === 'owner' ? 'Olga' : 'Ole' }),
  'POST /api/console/join': () => ({
    ...secret,
    name: 'Eve',
    email: 'eve@example.org',
    password: 'purple kettle walks',
  }),
  'POST /api/console/mailed-link': () => ({ token: 'x'.repeat(32) }),
  'POST /api/auth/sign-in/email': () => ({ email: 'olga@staff.example.org', password: 'purple kettle walks' }),
  'POST /api/auth/sign-in/magic-link': () => ({ email: 'olga@staff.example.org' }),
  'POST /api/auth/two-factor/verify-totp': () => ({ code: '123456' }),
  'POST /api/auth/two-factor/verify-backup-code': () => ({ code: '123456' }),
  'POST /api/auth/passkey/verify-authentication': () => ({ response: {} }),
  'POST /api/auth/two-factor/enable': () => ({ password: 'purple kettle walks' }),
  'POST /api/auth/two-factor/disable': () => ({ password: 'purple kettle walks' }),
  'POST /api/auth/two-factor/generate-backup-codes': () => ({ password: 'purple kettle walks' }),
  'POST /api/auth/passkey/verify-registration': () => ({ response: {}, name: 'x' }),
  'POST /api/auth/passkey/delete-passkey': () => ({ id: 'x' }),
  'POST /api/auth/change-password': () => ({ currentPassword: 'x', newPassword: 'purple kettle walks' }),
  'POST /api/staff/invitations': () => ({ name: 'Eve', email: 'eve@example.org', role: 'organiser' }),
  'PUT /api/staff/:staffId/role': () => ({ role: 'owner' }),
  'PUT /api/plain-http': () => ({ allowed: false }),
  'PUT /api/link-address': () => ({ host: 'localhost' }),
  'POST /api/events': () => ({ name: 'Another' }),
  'POST /api/events/:eventId/copy': () => ({}),
  'POST /api/events/:eventId/rehearsal': () => ({ name: 'Rehearsal' }),
  'PUT /api/events/:eventId/settings': () => SETTINGS,
  'PUT /api/events/:eventId/cancelled': () => ({ cancelled: false, reason: '' }),
  'PUT /api/events/:eventId/floor': (_who, { evening }) => ({
    tables: evening.tables().map((table) => ({ ...table, mentors: [] })),
  }),
  'POST /api/events/:eventId/people': () => ({ details: { role: 'student', name: 'Somebody' } }),
  'PUT /api/events/:eventId/people/:attendeeId': () => ({ details: { course: MARKS.course } }),
  'PUT /api/events/:eventId/company/:attendeeId/:otherId': () => ({ kind: 'apart' }),
  'PUT /api/events/:eventId/people/:attendeeId/presence': () => ({ here: true }),
  'PUT /api/events/:eventId/people/:attendeeId/standing': () => ({ standing: 'active' }),
  'POST /api/events/:eventId/asks': () => ({ attendeeId: 'nobody', insteadOf: null, send: false }),
  'POST /api/events/:eventId/radar/asks': () => ({ memberId: 'nobody', send: false }),
  'PUT /api/events/:eventId/asks/:askId': () => ({ open: true }),
  'POST /community/members': () => JOIN,
  'POST /community/links': () => ({ email: MARKS.email, language: 'en' }),
  'POST /community/:memberId/page': () => OPENED,
  'PUT /community/:memberId/profile': () => ({ ...OPENED, profile: JOIN.profile, consents: JOIN.consents }),
  'PUT /community/:memberId/address': () => ({ ...OPENED, code: 'ACDEFHJK' }),
  'POST /community/:memberId/not-mine': () => OPENED,
  'POST /community/:memberId/requests': () => ({ ...OPENED, key: freshKey().repeat(2), ask: ASK }),
  'POST /community/:memberId/requests/:requestId/withdrawn': () => OPENED,
  'POST /community/:memberId/data': () => OPENED,
  'POST /community/:memberId/gone': () => OPENED,
  'POST /me/:attendeeId/community': () => ({ consents: { member: true, introductions: false } }),
  'POST /answer/:askId/opening': () => secret,
  'POST /requests/:attendeeId': () => ({ ...secret, language: 'en' }),
  'PUT /requests/:attendeeId/:otherId': () => ({ ...secret, language: 'en', wish: 'not-now', to: null }),
  'POST /answer/:askId': () => ({ ...secret, answer: 'no' }),
  'PUT /api/events/:eventId/invitation': () => ({ invitation: CLOSED_INVITATION }),
  'POST /api/events/:eventId/scans': (_who, { evening }) => ({ code: badgeOf(evening) }),
  'PUT /api/events/:eventId/privacy': () => ({ namesDays: 30 }),
  'PUT /api/events/:eventId/self-check-in': () => ({ on: true }),
  'PUT /api/events/:eventId/helpers': () => ({ open: true }),
  'POST /api/events/:eventId/helpers/walk-ins': () => ({ by: 'Bo ·7KX' }),
  'PUT /api/events/:eventId/waiting/:number': (_who, { evening }) => ({ person: evening.students[0]?.id ?? '' }),
  'POST /e/:code/students': () => ({ key: freshKey().repeat(2), answers: studentSaying('Stu Dent') }),
  'POST /e/:code/mentors': () => ({ key: freshKey().repeat(2), answers: mentorSaying('Men Tor') }),
  'PUT /e/:code/mentors': () => ({ key: freshKey().repeat(2), answers: mentorSaying('Men Tor') }),
  'POST /new-link': () => ({ email: MARKS.email, code: null }),
  'PUT /me/:attendeeId/details': (who) => ({
    answers: who === 'mentor' ? mentorSaying(MARKS.name) : studentSaying(MARKS.name),
  }),
  'PUT /me/:attendeeId/consents': () => ({
    consents: { publicCard: false, introductions: false, keep: false },
    photo: 'no',
  }),
  'PUT /me/:attendeeId/coming': () => ({ coming: true }),
  'POST /e/:code/waiting': () => ({ who: MARKS.email }),
  'POST /e/:code/waiting/:number/session': () => secret,
  'PUT /me/:attendeeId/here': (_who, { code }) => ({ code }),
  'POST /api/events/:eventId/outbox': () => ({ act: 'resume', kind: null }),
  'PUT /api/events/:eventId/outbox/reminder': () => ({ on: true }),
  'POST /api/events/:eventId/plan': () => ({ basis: 'expected' }),
  'PUT /api/events/:eventId/seat-locks': () => ({ lock: [], unlock: [] }),
  'POST /api/events/:eventId/plan/:version/edited': () => ({ changes: [{ round: 1, person: 'nobody', table: null }] }),
  'PUT /api/events/:eventId/prints': () => ({
    sheets: [{ sheet: 'run', planVersion: 1, at: CHECKED_IN_AT - 1 }],
    inUse: true,
  }),
  'POST /api/events/:eventId/start-offer': () => ({ basis: 'expected' }),
  'PUT /me/:attendeeId/calls/:call': () => ({ calling: true, minutes: 237 }),
  'PUT /me/:attendeeId/reports/:key': () => ({ kind: 'wrong', text: MARKS.report, about: null }),
  'PUT /me/:attendeeId/notes/:otherId': () => ({ text: MARKS.note, at: 1, seen: { walk: 1 }, beside: [] }),
  'PUT /me/:attendeeId/picks/:otherId': () => ({ star: true, wish: 'introduce', line: MARKS.pick, to: null, at: 2 }),
  'PUT /me/:attendeeId/introductions': () => ({ consent: false }),
  'PUT /me/:attendeeId/feedback': () => ({ answers: { worth: 'partly' } }),
  'PUT /api/events/:eventId/reports/:reportId': () => ({ settled: true }),
  'PUT /me/:attendeeId/all-here': () => ({ round: 1 }),
  'POST /api/events/:eventId/repairs': () => ({ change: { kind: 'tableClosed', table: 'none' } }),
  'PUT /api/events/:eventId/calls/:attendeeId/:call': () => ({ answered: false }),
  'PUT /display/:displayId/look': () => ({ layout: 'map', theme: 'bright', light: true, speaks: false }),
  'PUT /display/:displayId/state': () => ({ sound: true, voice: false, board: null }),
  'PUT /api/events/:eventId/displays/:screenId': () => ({ name: 'Left wall', layout: 'map' }),
  'POST /api/events/:eventId/walk-ins': () => ({ name: 'Wanda Walkin' }),
  'POST /api/events/:eventId/seats': () => ({ key: freshKey(), expectedVersion: 0, ...arrives }),
  'POST /api/events/:eventId/seats/offers': () => ({ change: arrives.change }),
  'POST /api/events/:eventId/live': () => pressed({ kind: 'pause' }),
};

/** Every press of the live page, one by one. They are for a state long gone, so that none of them moves the night. */
const COMMANDS: Readonly<Record<PersonCommand['kind'], PersonCommand | null>> = {
  // has a route of its own
  publish: null,
  start: { kind: 'start', planVersion: 1 },
  pause: { kind: 'pause' },
  resume: { kind: 'resume' },
  addMinutes: { kind: 'addMinutes', minutes: 1 },
  next: { kind: 'next' },
  moveNow: { kind: 'moveNow' },
  endRound: { kind: 'endRound' },
  finish: { kind: 'finish' },
  restartRound: { kind: 'restartRound' },
  back: { kind: 'back' },
  skip: { kind: 'skip', round: 2 },
  roundLength: { kind: 'roundLength', minutes: 5 },
  giveBack: { kind: 'giveBack', milliseconds: 1_000 },
  message: { kind: 'message', text: 'Hello', whole: false },
  clearMessage: { kind: 'clearMessage' },
  blank: { kind: 'blank', on: true },
  stopAll: { kind: 'stopAll', text: 'Please wait' },
  replan: { kind: 'replan', planVersion: 1, change: { kind: 'rulesChanged' } },
  undo: { kind: 'undo' },
};
export const LIVE_COMMANDS = Object.values(COMMANDS).filter((command) => command !== null);

export const pressed = (command: PersonCommand): object => ({ key: freshKey(), expectedVersion: 0, command });
