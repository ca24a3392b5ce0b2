import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { type AttendeeDetails, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import {
  attendeeId,
  type EventId,
  introductionId as idOfIntroduction,
  memberId,
  suggestionId,
} from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { ACCESS } from '@lapwing/shared/protocol/access';
import type { PlanView } from '@lapwing/shared/protocol/api';
import { AUDIT_ACTS, type AuditView } from '@lapwing/shared/protocol/audit-api';
import type { Team } from '@lapwing/shared/protocol/staff-api';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../client/locales/console/en.json' with { type: 'json' };
import { insertDraft } from '../../server/src/db/audit-pen.ts';
import { setMember } from '../../server/src/db/repositories/attendees.ts';
import { insertImport, insertMany } from '../../server/src/db/repositories/community-imports.ts';
import { insertMail } from '../../server/src/db/repositories/mails.ts';
import { insertMember } from '../../server/src/db/repositories/members.ts';
import { savePick } from '../../server/src/db/repositories/picks.ts';
import { insertProposal } from '../../server/src/db/repositories/proposals.ts';
import { insertSession } from '../../server/src/db/repositories/sessions.ts';
import { insertSlackMessage } from '../../server/src/db/repositories/slack-messages.ts';
import { sessions } from '../../server/src/db/schema.ts';
import { AUDITED, NOT_AUDITED } from '../../server/src/plugins/audited-routes.ts';
import { hashOf } from '../../server/src/secrets.ts';
import { displayOf } from '../../server/src/services/display-service.ts';
import { addPerson } from '../../server/src/services/roster-service.ts';
import { member, request } from '../support/community-builder.ts';
import { makeEvening, SETTINGS, type TestEvening } from '../support/evening-builder.ts';
import { FILE, type Hall, markedHall } from '../support/marked-hall.ts';
import { closeAll, type TestApp, testApp } from '../support/test-app.ts';
import type { Caller } from '../support/test-caller.ts';

let t: TestApp;
let hall: Hall;
let ada: Caller;
/** An evening that is still to come, with a mentor in reserve. */
let coming: TestEvening;
let reserve: string;
let aHelperAdded: string;
const MEMBER = memberId('member-of-old');

afterAll(closeAll);
beforeAll(async () => {
  t = await testApp({ mayLogErrors: true });
  hall = await markedHall(t);
  await hall.evening.display();
  ada = await t.organiser('Ada');
  coming = await makeEvening(t, {
    settings: { startsAt: instant(SETTINGS.startsAt + 30 * 86_400_000) },
    published: false,
  });
  aHelperAdded = addedByHelper();
  reserve = added(coming, { role: 'mentor', standing: 'waiting', name: 'Re Serve' });
  insertMember(t.db, {
    id: MEMBER,
    emailKey: 'old@example.org',
    nameKey: 'old',
    createdAt: instant(1),
    lastSeenAt: instant(1),
  });
  setMember(t.db, must(hall.evening.mentors[0]).id, MEMBER);
});

const organisers = Object.keys(ACCESS).filter((route) => / \/api\//u.test(route));
const isWriting = (route: string): boolean => !route.startsWith('GET ');

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('something is missing');
  return value;
}

function added({ id }: TestEvening, details: Partial<AttendeeDetails>): string {
  const person = addPerson(t.services, id, { ...EMPTY_DETAILS, ...details });
  if (!person.ok) throw new Error('nobody was added');
  return person.value.id;
}

async function otherEvent(deleted: boolean): Promise<string> {
  const { id, url } = await makeEvening(t, { published: false });
  if (deleted) await ada.delete(url);
  return id;
}

async function somebodyElse(): Promise<string> {
  const { me } = (await (await t.organiser('Mei', 'organiser')).get('/api/staff')).json<Team>();
  return me;
}

/** Of the same person, in another browser. */
async function otherSession(): Promise<string> {
  await t.organiser('Ada');
  const { sessions: own } = (await ada.get('/api/staff')).json<Team>();
  return own.find(({ isThis }) => !isThis)?.hash ?? '';
}

/** Of somebody who has not said a word yet. */
function anImport(): string {
  const id = t.services.secrets.newId();
  const written = { origin: 'import', confirmedAt: null, memberConsentAt: null } as const;
  insertImport(t.db, { id, kind: 'members', appliedAt: instant(1), rows: 1, same: 0 });
  insertMany(t.db, [], [], [{ importId: id, memberId: member(t, `Some Body ${id}`, {}, written), before: null }]);
  return id;
}

/** Somebody who is proposed to somebody. */
function aProposal(): string {
  const { secrets } = t.services;
  const [asker, mentor, id] = [
    member(t, `As Ker ${secrets.newId()}`),
    member(t, `Gi Ver ${secrets.newId()}`),
    secrets.newId(),
  ];
  const [requestId, madeAt] = [request(t, asker), instant(Math.floor(t.clock.now()))];
  insertProposal(t.db, { id, requestId, asker, mentor, reason: {} as never, state: 'proposed', madeAt });
  return id;
}

/** An evening whose last bell has rung, at which a mentor was asked for somebody. */
async function afterTheBell(): Promise<string> {
  const over = await makeEvening(t);
  await over.start(ada);
  await over.press(ada, { kind: 'finish' });
  const [student, mentor] = [must(over.students[0]).id, must(over.mentors[0]).id];
  const pick = { star: false, wish: 'introduce', line: '', to: null, at: instant(Math.floor(t.clock.now())) } as const;
  savePick(t.db, {
    eventId: over.id,
    attendeeId: student,
    about: mentor,
    ...pick,
    suggestion: suggestionId('suggested'),
  });
  return over.id;
}

/** Somebody who helps at the door. */
function aHelper(eventId: EventId): string {
  const hash = hashOf(t.services.secrets.newSecret());
  const at = instant(Math.floor(t.clock.now()));
  insertSession(t.db, { hash, kind: 'helper', eventId, firstName: 'Hel', createdAt: at, lastSeenAt: at });
  return hash;
}

/** Somebody whom a helper wrote down; what that helper is called. */
function addedByHelper(): string {
  const person = attendeeId(added(hall.evening, { name: 'Wanda Walkin' }));
  const line = { by: 'Hel ·7KX', byStaff: null, act: 'person-added', other: null, count: null, person } as const;
  const eventId = hall.evening.id;
  insertDraft(t.db, { ...line, eventId, state: 'open', now: () => instant(Math.floor(t.clock.now())) });
  return line.by;
}

/** A mail of the community that was refused. */
function aMissedMail(): string {
  const [id, to] = [t.services.secrets.newId(), 'mem@example.org'];
  const at = instant(Math.floor(t.clock.now()));
  insertMail(t.db, {
    ...{ id, key: id, to, kind: 'community', subject: 'S', body: 'B', calendar: '', state: 'refused', createdAt: at },
    memberId: member(t, `Mem Ber ${id}`),
  });
  return id;
}

/** An introduction of the queue of which nobody knows whether it is in Slack. */
function anotherInDoubt(): string {
  const id = t.services.secrets.newId();
  const made = { eventId: null, introductionId: idOfIntroduction(id), state: 'unsure', createdAt: instant(1) } as const;
  insertSlackMessage(t.db, {
    ...{ id, key: id, ...made, heading: 'H', body: 'B', channel: 'G1' },
    ...{ oneId: null, oneName: 'Ann', oneAddress: 'ann@example.org' },
    ...{ otherId: null, otherName: 'Ben', otherAddress: 'ben@example.org' },
  });
  return id;
}

async function addressOf(route: string): Promise<string> {
  const { evening, importId, mailId, askId, introductionId, reportId, waiting } = hall;
  const event = /^DELETE .*:eventId$|restore$/u.test(route)
    ? await otherEvent(route.endsWith('restore'))
    : /asks$|calendars$/u.test(route)
      ? coming.id
      : route.includes('/suggestions')
        ? await afterTheBell()
        : evening.id;
  const newest = (await ada.get(`${evening.url}/plan`)).json<PlanView>().version;
  const session = t.db.select().from(sessions).where(eq(sessions.kind, 'display')).get();
  return (route.split(' ')[1] ?? '')
    .replace(':eventId', event)
    .replace(
      ':attendeeId',
      /^DELETE .*people/u.test(route) ? added(hall.evening, { name: 'Some Body' }) : (evening.students[0]?.id ?? ''),
    )
    .replace(':otherId', evening.students[1]?.id ?? '')
    .replace(':importId', () => (route.includes('community') ? anImport() : importId))
    .replace(':mailId', () => (route.includes('community') ? aMissedMail() : mailId))
    .replace(':act', 'again')
    .replace(':askId', askId)
    .replace(':introductionId', introductionId)
    .replace(':suggestionId', 'suggested')
    .replace(':reportId', reportId)
    .replace(':number', waiting.number)
    .replace(':version', String(newest))
    .replace(':call', 'leaving')
    .replace(':screenId', displayOf(t.services, evening.id, session?.hash ?? '').id)
    .replace(':reading', 'none')
    .replace(':messageId', () => (route.includes('community') ? anotherInDoubt() : hall.slackId))
    .replace(':staffId', await somebodyElse())
    .replace('helpers/:session', () => `helpers/${aHelper(evening.id)}`)
    .replace(':session', await otherSession())
    .replace(':email', 'bo%40example.org')
    .replace(':proposalId', aProposal)
    .replace(':memberId', () => member(t, `Mem Ber ${t.services.secrets.newId()}`));
}

const people = () => hall.evening.students.map(({ id }) => id);
/** A body with which each route does what it is for. */
const BODIES: Readonly<Record<string, () => object>> = {
  'PUT /api/community/keeper': () => ({ community: '', name: 'Lapwing Road', contact: 'road@example.org' }),
  'POST /api/community/runs': () => ({ key: t.services.secrets.newId() }),
  'PUT /api/community/proposals/:proposalId': () => ({ decision: 'skip' }),
  'POST /api/staff/invitations': () => ({ name: 'Bo', email: 'bo@example.org', role: 'organiser' }),
  'PUT /api/staff/:staffId/role': () => ({ role: 'owner' }),
  'PUT /api/plain-http': () => ({ allowed: false }),
  'PUT /api/console/me': () => ({ firstName: 'Ada' }),
  'PUT /api/link-address': () => ({ host: 'localhost' }),
  'POST /api/events': () => ({ name: 'Another' }),
  'POST /api/events/:eventId/copy': () => ({}),
  'POST /api/events/:eventId/rehearsal': () => ({ name: 'Rehearsal' }),
  'PUT /api/events/:eventId/settings': () => SETTINGS,
  'PUT /api/events/:eventId/cancelled': () => ({ cancelled: false, reason: '' }),
  'PUT /api/events/:eventId/floor': () => ({ tables: hall.evening.tables() }),
  'PUT /api/events/:eventId/invitation': () => ({ invitation: CLOSED_INVITATION }),
  'PUT /api/events/:eventId/self-check-in': () => ({ on: true }),
  'PUT /api/events/:eventId/helpers': () => ({ open: true }),
  'POST /api/events/:eventId/helpers/walk-ins': () => ({ by: aHelperAdded }),
  'POST /api/events/:eventId/walk-ins': () => ({ name: 'Wanda Walkin' }),
  'POST /api/events/:eventId/people': () => ({ details: { role: 'student', name: 'New Body' } }),
  'PUT /api/events/:eventId/people/:attendeeId': () => ({ details: { course: 'Law' } }),
  'PUT /api/events/:eventId/people/:attendeeId/presence': () => ({ here: true }),
  'PUT /api/events/:eventId/people/:attendeeId/standing': () => ({ standing: 'active' }),
  'PUT /api/events/:eventId/company/:attendeeId/:otherId': () => ({ kind: 'apart' }),
  'PUT /api/events/:eventId/reports/:reportId': () => ({ settled: true }),
  'PUT /api/events/:eventId/waiting/:number': () => ({ person: people()[0] }),
  'PUT /api/events/:eventId/asks/:askId': () => ({ open: true }),
  'POST /api/events/:eventId/asks': () => ({ attendeeId: reserve, insteadOf: null, send: false }),
  'POST /api/events/:eventId/radar/asks': () => ({ memberId: MEMBER, send: false }),
  'PUT /api/events/:eventId/privacy': () => ({ namesDays: 7 }),
  'PUT /api/events/:eventId/introductions': () => ({ sending: 'by-hand' }),
  'PUT /api/events/:eventId/introductions/:introductionId': () => ({ held: true }),
  'POST /api/events/:eventId/introductions/send': () => ({ ids: [] }),
  'POST /api/events/:eventId/introductions/suggestions': () => ({ suggestions: [] }),
  'POST /api/events/:eventId/outbox': () => ({ act: 'resume', kind: null }),
  'PUT /api/events/:eventId/outbox/reminder': () => ({ on: true }),
  'POST /api/events/:eventId/plan': () => ({ basis: 'expected', seed: 1 }),
  'POST /api/events/:eventId/plan/:version/edited': () => ({
    changes: [{ round: 1, person: people()[0], table: null }],
  }),
  'PUT /api/events/:eventId/seat-locks': () => ({ lock: [], unlock: [{ round: 1, person: people()[0] }] }),
  'PUT /api/events/:eventId/prints': () => ({ sheets: [{ sheet: 'run', planVersion: 1, at: 1 }], inUse: true }),
  'PUT /api/events/:eventId/calls/:attendeeId/:call': () => ({ answered: true }),
  'PUT /api/events/:eventId/displays/:screenId': () => ({ name: 'Left wall', layout: 'map' }),
};

/** What signs in or changes how one does: its lines are looked for where it is tested. */
const PROOFS = /\/api\/(auth\/|helpers\/|console\/(session|join|mailed-link)$)/u;

const allLines = (): number => (t.db.$client.prepare('SELECT count(*) AS n FROM audit_lines').get() as { n: number }).n;

describe('every route with which an organiser writes', () => {
  it('leaves a line, or stands in the list of those that do not, with a reason', () => {
    const named = new Set([...Object.keys(AUDITED), ...Object.keys(NOT_AUDITED)]);
    expect(organisers.filter((route) => isWriting(route) && !named.has(route))).toEqual([]);
    expect([...named].filter((route) => !organisers.includes(route))).toEqual([]);
    expect(Object.keys(AUDITED).filter((route) => NOT_AUDITED[route] !== undefined)).toEqual([]);
    for (const reason of Object.values(NOT_AUDITED)) expect(reason.split(' ').length).toBeGreaterThan(1);
  });

  it.each(Object.keys(AUDITED).filter((route) => !PROOFS.test(route)))('%s', async (route) => {
    const [method = 'GET'] = route.split(' ');
    const url = await addressOf(route);
    if (route === 'DELETE /api/console/session') ada = await t.organiser('Ada');
    const before = allLines();
    const payload = BODIES[route]?.();
    const digest = route.endsWith(':eventId/imports')
      ? (await ada.upload(`${url}/preview?as=students`, FILE)).json<{ digest: string }>().digest
      : '';
    const answer = route.endsWith('community/imports')
      ? await ada.upload(`${url}?kind=members&apply=yes`, FILE)
      : route.endsWith('/imports')
        ? await ada.upload(`${url}?as=students&digest=${digest}`, FILE)
        : await ada.send({ method: method as 'GET', url, ...(payload ? { payload } : {}) });
    expect([200, 204], answer.body).toContain(answer.statusCode);
    expect(allLines()).toBe(before + 1);
    if (route === 'DELETE /api/console/session') ada = await t.organiser('Ada');
  });
});

describe('the audit', () => {
  it('says who, what, when and about whom, in the transaction of the act', async () => {
    const mei = await t.organiser('Mei');
    const { evening } = hall;
    const [one, other] = [must(evening.students[2]), must(evening.students[3])];
    await mei.put(`${evening.url}/people/${one.id}/presence`, { here: false });
    await mei.put(`${evening.url}/blocks/${one.id}/${other.id}`, {});
    const made = (await mei.post(`${evening.url}/people`, { details: { role: 'student', name: 'Third' } })).json<{
      id: string;
    }>();
    const lines = (await mei.get(`${evening.url}/audit`)).json<AuditView>().lines.slice(0, 3);
    expect(lines.map(({ act, by, person, other: second }) => [act, by, person, second])).toEqual([
      ['person-added', 'Mei', made.id, null],
      ['blocked', 'Mei', one.id, other.id],
      ['let-out', 'Mei', one.id, null],
    ]);
    expect(lines[0]?.at).toBe(Math.floor(t.clock.now()));
  });

  it('has no line where the act was refused or rolled back, and the act is not done where the line cannot be written', async () => {
    const { evening } = hall;
    const before = allLines();
    await ada.put(`${evening.url}/settings`, { ...SETTINGS, rounds: 0 });
    await ada.delete(`${evening.url}/people/nobody`);
    expect(allLines()).toBe(before);
    const url = `${evening.url}/people/${must(evening.students[4]).id}`;
    const course = async () => JSON.stringify((await ada.get(`${evening.url}/people`)).json());
    const was = await course();
    t.db.$client.exec("CREATE TRIGGER full BEFORE INSERT ON audit_lines BEGIN SELECT RAISE(ABORT, 'disk fails'); END");
    expect((await ada.put(url, { details: { course: 'Not stored' } })).statusCode).toBe(500);
    expect((await ada.get(`${url}/link`)).statusCode).toBe(500);
    t.db.$client.exec('DROP TRIGGER full');
    expect(await course()).toBe(was);
  });

  it('holds no name, address or word of anybody, and keeps a line about who was erased by an id alone', async () => {
    const { evening } = hall;
    const gone = added(evening, { name: 'MarkName Gone' });
    await ada.put(`${evening.url}/people/${gone}`, { details: { course: 'MarkCourse' } });
    await ada.delete(`${evening.url}/people/${gone}`);
    const text = (await ada.get(`${evening.url}/audit`)).body;
    expect(text).toContain(gone);
    expect(text.replaceAll('MarkOrganiser', '')).not.toContain('Mark');
  });

  it('knows the words of every act', () => {
    const words = Object.keys(en).filter((id) => id.startsWith('audit.act.'));
    expect(words.sort()).toEqual(AUDIT_ACTS.map((act) => `audit.act.${act}`).sort());
  });

  it('shows the lines of its own event and of none, and nothing to anybody but organisers', async () => {
    const other = await makeEvening(t, { published: false });
    await ada.put(`${other.url}/self-check-in`, { on: false });
    const acts = async (url: string) => (await ada.get(`${url}/audit`)).json<AuditView>().lines.map(({ act }) => act);
    expect(await acts(other.url)).toContain('self-check-in-off');
    expect(await acts(hall.evening.url)).not.toContain('self-check-in-off');
    await ada.put('/api/console/me', { firstName: 'Ada' });
    expect(await acts(other.url)).toContain('named');
    expect((await t.stranger().get(`${other.url}/audit`)).statusCode).toBe(401);
  });
});
