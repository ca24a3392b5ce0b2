import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { ACCESS, type Access, type Caller as Who } from '@lapwing/shared/protocol/access';
import { eq } from 'drizzle-orm';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessions } from '../../server/src/db/schema.ts';
import { registerDoors } from '../../server/src/plugins/doors.ts';
import { displayOf } from '../../server/src/services/display-service.ts';
import { addPerson } from '../../server/src/services/roster-service.ts';
import { letHelpersIn } from '../../server/src/staff/helper-door.ts';
import { mentorSaying, studentSaying } from '../support/answers.ts';
import { freshKey, SETTINGS, type TestEvening } from '../support/evening-builder.ts';
import { CHECKED_IN_AT, FILE, type Hall, MARKS, markedHall } from '../support/marked-hall.ts';
import { closeAll, type TestApp, testApp } from '../support/test-app.ts';
import type { Caller } from '../support/test-caller.ts';

const WHO: readonly Who[] = ['owner', 'organiser', 'helper', 'display', 'student', 'mentor', 'stranger'];
const WHOSE = ['own', 'same event', 'other event', 'missing'] as const;
type Whose = (typeof WHOSE)[number];

let t: TestApp;
let mine: Hall;
let other: Hall;
let callers: Record<Who, Caller>;

afterAll(closeAll);
beforeAll(async () => {
  t = await testApp();
  mine = await markedHall(t);
  other = await markedHall(t);
  await other.evening.display();
  const [student] = mine.evening.students;
  const [mentor] = mine.evening.mentors;
  if (!student || !mentor) throw new Error('people are needed');
  callers = {
    owner: await t.organiser('Olga', 'owner'),
    organiser: await t.organiser('Ole', 'organiser'),
    helper: await helperAt(mine),
    display: await mine.evening.display(),
    student: await mine.evening.phone(student),
    mentor: await mine.evening.phone(mentor),
    stranger: t.stranger(),
  };
});

/** Somebody who joined this evening by its code. */
async function helperAt({ evening }: Hall): Promise<Caller> {
  const opened = letHelpersIn(t.services, evening.id, true);
  const helper = t.stranger();
  if (!opened.ok) throw new Error(opened.refusal.code);
  const payload = { code: opened.value.code ?? '', firstName: 'Hel' };
  // a browser that has typed nothing wrong
  const headers = { 'user-agent': freshKey() };
  const joined = await helper.send({ method: 'POST', url: '/api/helpers/session', payload, headers });
  if (joined.statusCode !== 200) throw new Error(joined.body);
  return helper;
}

/** A display of the event that has been open. */
function screen({ evening, display }: Hall): string {
  const session = t.db
    .select()
    .from(sessions)
    .where(eq(sessions.displayId, display as never))
    .get();
  if (!session) throw new Error('no display was opened');
  return displayOf(t.services, evening.id, session.hash).id;
}

/** The address of a route as this caller would ask for something of their own, of somebody else, or of nobody. */
function addressOf(url: string, who: Who, whose: Whose): string {
  const { evening, code, display, importId, mailId, askId, reportId, waiting } = mine;
  const pick = (own: string, same: string, foreign: string): string =>
    ({ own, 'same event': same, 'other event': foreign, missing: 'missing' })[whose];
  const people = who === 'mentor' ? evening.mentors : evening.students;
  const foreign = other.evening.students[0]?.id ?? '';
  const inEvent =
    url.includes('attendeeId') ||
    url.includes('importId') ||
    url.includes('mailId') ||
    url.includes('askId') ||
    url.includes('reportId') ||
    whose === 'same event';
  const event: EventId | string =
    inEvent && whose !== 'missing' ? evening.id : pick(evening.id, evening.id, other.evening.id);
  return url
    .replace(':eventId', event)
    .replace(':attendeeId', pick(people[0]?.id ?? '', people[1]?.id ?? '', foreign))
    .replace(':otherId', evening.mentors[0]?.id ?? '')
    .replace(':displayId', pick(display, display, other.display))
    .replace(':importId', pick(importId, importId, other.importId))
    .replace(':mailId', pick(mailId, mailId, other.mailId))
    .replace(':act', 'stop')
    .replace('/b/:code', `/b/${pick(badge(evening), badge(evening), badge(other.evening))}`)
    .replace(':code', pick(code, code, other.code))
    .replace(':number', pick(waiting.number, waiting.number, other.waiting.number))
    .replace(':version', whose === 'missing' ? '99' : '1')
    .replace(':call', 'leaving')
    .replace(':screenId', whose === 'missing' ? 'missing' : screen(whose === 'other event' ? other : mine))
    .replace(':askId', pick(askId, askId, other.askId))
    .replace(':reportId', pick(reportId, reportId, other.reportId))
    .replace(':key', freshKey())
    .replace(':staffId', 'missing')
    .replace(':session', '0'.repeat(64))
    .replace(':email', 'nobody@example.org')
    .replace(':reading', 'no-such-reading')
    .replace('*', 'no-such.js');
}

const badge = ({ students }: TestEvening): string => `${MARKS.badgeCode}${students[0]?.id}`;

const secret = { secret: 'x'.repeat(43) };
/** A body that the route would accept. */
const BODIES: Readonly<Record<string, (who: Who) => object>> = {
  'POST /me/:attendeeId/session': () => secret,
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
  'PUT /api/events/:eventId/settings': () => SETTINGS,
  'PUT /api/events/:eventId/floor': () => ({
    tables: mine.evening.tables().map((table) => ({ ...table, mentors: [] })),
  }),
  'POST /api/events/:eventId/people': () => ({ details: { role: 'student', name: 'Somebody' } }),
  'PUT /api/events/:eventId/people/:attendeeId': () => ({ details: { course: MARKS.course } }),
  'PUT /api/events/:eventId/company/:attendeeId/:otherId': () => ({ kind: 'apart' }),
  'PUT /api/events/:eventId/people/:attendeeId/presence': () => ({ here: true }),
  'PUT /api/events/:eventId/people/:attendeeId/standing': () => ({ standing: 'active' }),
  'POST /api/events/:eventId/asks': () => ({ attendeeId: 'nobody', insteadOf: null, send: false }),
  'POST /api/events/:eventId/radar/asks': () => ({ memberId: 'nobody', send: false }),
  'PUT /api/events/:eventId/asks/:askId': () => ({ open: true }),
  'POST /answer/:askId/opening': () => secret,
  'POST /answer/:askId': () => ({ ...secret, answer: 'no' }),
  'PUT /api/events/:eventId/invitation': () => ({ invitation: CLOSED_INVITATION }),
  'POST /api/events/:eventId/scans': () => ({ code: badge(mine.evening) }),
  'PUT /api/events/:eventId/privacy': () => ({ namesDays: 30 }),
  'PUT /api/events/:eventId/self-check-in': () => ({ on: true }),
  'PUT /api/events/:eventId/helpers': () => ({ open: true }),
  'PUT /api/events/:eventId/waiting/:number': () => ({ person: mine.evening.students[0]?.id ?? '' }),
  'POST /e/:code/students': () => ({ key: freshKey().repeat(2), answers: studentSaying('Stu Dent') }),
  'POST /e/:code/mentors': () => ({ key: freshKey().repeat(2), answers: mentorSaying('Men Tor') }),
  'PUT /e/:code/mentors': () => ({ key: freshKey().repeat(2), answers: mentorSaying('Men Tor') }),
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
  'PUT /me/:attendeeId/here': () => ({ code: mine.code }),
  'POST /api/events/:eventId/outbox': () => ({ act: 'resume', kind: null }),
  'PUT /api/events/:eventId/outbox/reminder': () => ({ on: true }),
  'POST /api/events/:eventId/plan': () => ({ basis: 'expected' }),
  'POST /api/events/:eventId/plan/:version/edited': () => ({ changes: [{ round: 1, person: 'nobody', table: null }] }),
  'PUT /api/events/:eventId/prints': () => ({
    sheets: [{ sheet: 'run', planVersion: 1, at: CHECKED_IN_AT - 1 }],
    inUse: true,
  }),
  'POST /api/events/:eventId/start-offer': () => ({ basis: 'expected' }),
  'PUT /me/:attendeeId/calls/:call': () => ({ calling: true, minutes: 237 }),
  'PUT /me/:attendeeId/reports/:key': () => ({ kind: 'wrong', text: MARKS.report, about: null }),
  'PUT /api/events/:eventId/reports/:reportId': () => ({ settled: true }),
  'PUT /me/:attendeeId/all-here': () => ({ round: 1 }),
  'POST /api/events/:eventId/repairs': () => ({ change: { kind: 'tableClosed', table: 'none' } }),
  'PUT /api/events/:eventId/calls/:attendeeId/:call': () => ({ answered: false }),
  'PUT /api/events/:eventId/displays/:screenId': () => ({ name: 'Left wall', layout: 'map' }),
  'POST /api/events/:eventId/live': () => ({ key: freshKey(), expectedVersion: 0, command: { kind: 'pause' } }),
};

interface Seen {
  status: number;
  text: string;
}

/** Somebody of one of the two evenings whom nobody will miss. */
function expendable(whose: Whose): string {
  const { id } = whose === 'other event' ? other.evening : mine.evening;
  const added = addPerson(t.services, id, { ...EMPTY_DETAILS, name: 'Nobody' });
  return added.ok && whose !== 'missing' ? added.value.id : 'missing';
}

async function ask(route: string, who: Who, whose: Whose): Promise<Seen> {
  const [method = '', url = ''] = route.split(' ');
  const erases = method === 'DELETE' && url.endsWith('people/:attendeeId');
  const path = erases ? `${mine.evening.url}/people/${expendable(whose)}` : addressOf(url, who, whose);
  const caller = callers[who];
  if (/\/(live|socket)$/u.test(url) && method === 'GET') return askSocket(path, caller);
  if (route.endsWith('/imports/preview')) return seen(await caller.upload(`${path}?as=students`, FILE));
  if (route.endsWith('/imports')) return seen(await caller.upload(`${path}?digest=none`, FILE));
  const payload = BODIES[route]?.(who);
  return seen(await caller.send({ method: method as 'GET', url: path, ...(payload ? { payload } : {}) }));
}

const seen = (answer: { statusCode: number; body: string }): Seen => ({ status: answer.statusCode, text: answer.body });

async function askSocket(path: string, caller: Caller): Promise<Seen> {
  try {
    const socket = await t.socket(path, caller);
    await Promise.race([socket.settled(), socket.closed]);
    const alive = socket.socket.readyState === socket.socket.OPEN;
    socket.socket.terminate();
    return { status: alive ? 200 : 404, text: socket.texts.join('\n') };
  } catch (error) {
    return { status: Number(/\d+$/u.exec((error as Error).message)?.[0]), text: '' };
  }
}

const DONE = [200, 204, 409, 422];
/** A person, an import or a plan that is not in the event of the address. */
const astray = (route: string, whose: Whose): boolean =>
  whose === 'missing'
    ? /:eventId/u.test(route)
    : whose === 'other event' && /:attendeeId|:importId|:mailId|:askId|:reportId|:number/u.test(route);

function expected(route: string, access: Access, who: Who, whose: Whose): readonly number[] {
  if (access.door === 'anybody') {
    if (route === 'GET /api/auth/passkey/generate-authenticate-options') return [200];
    // the same answer whether there is such an account
    if (route === 'POST /api/auth/sign-in/magic-link') return [200];
    // nothing that these hold proves anything; at last even trying is slowed down
    if (route.includes('/api/auth/')) return [400, 401, 429];
    if (/console\/(join|mailed-link)$/u.test(route)) return [404];
    if (/:code\/(event|waiting|way|students|mentors)$/u.test(route) && whose === 'missing') return [404];
    if (route === 'POST /api/helpers/session') return [422, 429];
    // a secret that is not the question’s
    if (route.startsWith('POST /answer/')) return [404];
    // the evening is over
    if (/:code\/(students|mentors)$/u.test(route)) return [409];
    return /session$|\*$/u.test(route) ? [204, 404] : [200];
  }
  if (access.door === 'console') {
    if (who !== 'owner' && who !== 'organiser' && who !== 'helper') return [401];
    if (!access.callers.includes(who)) return [403];
    // of another evening nothing is told, not even that it exists
    if (who === 'helper' && whose === 'other event' && !route.includes(':attendeeId')) return [404];
    if (route.includes('/api/auth/')) return [401];
    if (route.includes('/api/staff')) return [200, 204, 404, 409];
    // Bringing back an event that was not deleted is no mistake, and the console holds all events.
    return astray(route, whose) ? [404] : DONE;
  }
  const owner = access.callers.includes(who) && (whose === 'own' || (who === 'display' && whose === 'same event'));
  // the evening is over
  const late = /^PUT .*(details|coming)$/u.test(route) ? [409] : [];
  return owner ? [200, 204, ...late] : [404];
}

/** On pages that are open to all, what is shown is shown to the person with their own cookie. */
function mayShow(access: Access, field: string, who: Who, whose: Whose): boolean {
  const own = (who === 'student' || who === 'mentor') && whose === 'own';
  const shows = who === 'helper' && access.door === 'console' ? (access.showsHelper ?? []) : access.shows;
  return shows.some((shown) => shown === field) && (access.door !== 'anybody' || own);
}

/** Puts back what a successful call took away, so that the next caller finds it. */
async function mend(route: string): Promise<void> {
  const { owner } = callers;
  if (route.startsWith('DELETE') && route.endsWith(':screenId')) for (const hall of [mine, other]) screen(hall);
  if (route === 'DELETE /api/events/:eventId')
    for (const { evening } of [mine, other]) await owner.post(`${evening.url}/restore`);
  if (route === LAST) await eraseNobodyElse();
  if (route === 'DELETE /api/helpers/session') callers.helper = await helperAt(mine);
  if (route !== 'DELETE /api/console/session') return;
  callers.owner = await t.organiser('Olga', 'owner');
  callers.organiser = await t.organiser('Ole', 'organiser');
}

/** Whoever erased themselves is somebody else from then on. */
async function eraseNobodyElse(): Promise<void> {
  const { evening } = mine;
  const there = (person: { id: string }): boolean =>
    t.services.evenings.get(evening.id)?.people.has(person.id as never) ?? false;
  const [students, mentors] = [evening.students.filter(there), evening.mentors.filter(there)];
  const [student] = students;
  const [mentor] = mentors;
  if (!student || !mentor) throw new Error('nobody is left');
  mine = { ...mine, evening: { ...evening, students, mentors } };
  callers = { ...callers, student: await evening.phone(student), mentor: await evening.phone(mentor) };
}

/** Who erases themselves takes along what others of the walk ask for. */
const LAST = 'DELETE /me/:attendeeId';
const inOrder = Object.entries(ACCESS).sort(([one], [other]) => Number(one === LAST) - Number(other === LAST));

describe('every route, every caller, everybody’s things', () => {
  it.each(inOrder)('%s', async (route, access) => {
    const wrong: string[] = [];
    for (const who of WHO)
      for (const whose of WHOSE) {
        const { status, text } = await ask(route, who, whose);
        const here = `${who}, ${whose}: `;
        if (!expected(route, access, who, whose).includes(status)) wrong.push(`${here}${status} ${text.slice(0, 200)}`);
        for (const [field, mark] of Object.entries(MARKS)) {
          if (text.includes(mark) && !mayShow(access, field, who, whose)) wrong.push(`${here}shows ${field}`);
        }
        await mend(route);
      }
    expect(wrong).toEqual([]);
  });

  it('finds the marks where they may be seen (so the walk can fail)', async () => {
    const people = (await ask('GET /api/events/:eventId/people', 'organiser', 'own')).text;
    for (const [field, mark] of Object.entries(MARKS))
      if (!['organiserFirstName', 'call', 'report'].includes(field)) expect(people, field).toContain(mark);
    expect((await ask('GET /api/events/:eventId/calls', 'organiser', 'own')).text).toContain(MARKS.call);
    expect((await ask('GET /api/events/:eventId/reports/:reportId', 'organiser', 'own')).text).toContain(MARKS.report);
    expect((await ask('GET /me/:attendeeId/opening', 'mentor', 'own')).text).toContain(MARKS.question);
    expect((await ask('GET /me/:attendeeId', 'student', 'own')).text).toContain(MARKS.card);
    expect((await ask('GET /api/events/:eventId/log', 'organiser', 'own')).text).toContain('publish');
  });

  it('is in the table, or cannot be made', () => {
    const app = fastify();
    registerDoors(app, t.services);
    expect(() => app.get('/healthz', async () => 'ok')).not.toThrow();
    expect(() => app.get('/backdoor', async () => 'in')).toThrow('GET /backdoor is not in the access table.');
    expect(() => app.post('/healthz', async () => 'in')).toThrow('POST /healthz is not in the access table.');
  });

  it('of the table exists', () => {
    const missing = Object.keys(ACCESS).filter((route) => {
      const [method = '', url = ''] = route.split(' ');
      return !t.app.hasRoute({ method: method as 'GET', url });
    });
    expect(missing).toEqual([]);
  });
});
