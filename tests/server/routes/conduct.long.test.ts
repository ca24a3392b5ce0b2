import { USUAL_CONDUCT } from '@lapwing/shared/event/conduct';
import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { PlanView, RepairOffer, StartOffer } from '@lapwing/shared/protocol/api';
import type { ConductForPerson, PrivateReport, ReportNotice } from '@lapwing/shared/protocol/conduct-api';
import type { PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import { describe, expect, it } from 'vitest';
import { deleteEvent } from '../../../server/src/services/event-service.ts';
import { changePerson } from '../../../server/src/services/roster-service.ts';
import { freshKey, makeEvening, SETTINGS, type Size, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const SECRET = 'He keeps touching my arm';

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('something is missing');
  return value;
}

async function hall(size: Size = {}) {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 8, tables: 4, seats: 4, ...size });
  const ann = must(evening.students[0]);
  const phone = await evening.phone(ann);
  const say = (body: object = {}, key = freshKey()) =>
    phone.put(`/me/${ann.id}/reports/${key}`, { kind: 'wrong', text: SECRET, about: null, ...body });
  const notices = async () => (await ada.get(`${evening.url}/reports`)).json<ReportNotice[]>();
  const read = async (id: string) => (await ada.get(`${evening.url}/reports/${id}`)).json<PrivateReport>();
  const block = (one: { id: AttendeeId }, other: { id: AttendeeId }, at = evening) =>
    ada.put(`${at.url}/blocks/${one.id}/${other.id}`, {});
  return { t, ada, evening, ann, phone, say, notices, read, block };
}

/** Rounds, from 1, in which two people sit at one table. */
const together = ({ schedule }: PlanView, one: AttendeeId, other: AttendeeId): number[] =>
  schedule.rounds.flatMap((round, index) =>
    Object.values(round).some(({ students, mentors }) => {
      const here = [...students, ...mentors];
      return here.includes(one) && here.includes(other);
    })
      ? [index + 1]
      : [],
  );

const planOf = async (ada: Awaited<ReturnType<TestApp['organiser']>>, { url }: TestEvening): Promise<PlanView> =>
  (await ada.get(`${url}/plan`)).json<PlanView>();

describe('the code of conduct', () => {
  it('stands on the public page and on every phone; how to reach the named contact only on phones', async () => {
    const { t, ada, evening, ann, phone } = await hall();
    const { code } = (await ada.get(evening.url)).json<{ code: string }>();
    const before = (await t.stranger().get(`/e/${code}/event`)).json<{ conduct: string }>();
    expect(before.conduct).toBe('');
    const inGerman = { method: 'GET', url: `/e/${code}`, headers: { 'accept-language': 'de' } } as const;
    expect((await t.stranger().get(`/e/${code}`)).body).toContain(USUAL_CONDUCT.en.slice(0, 40));
    expect((await t.stranger().send(inGerman)).body).toContain(USUAL_CONDUCT.de.slice(0, 40));
    const own = { conduct: ' Be nice. ', trustedName: ' Noor ', trustedReach: '020 7946 0000' };
    await ada.put(`${evening.url}/invitation`, { invitation: { ...CLOSED_INVITATION, ...own } });
    const known = (await phone.get(`/me/${ann.id}/conduct`)).json<ConductForPerson>();
    expect(known).toMatchObject({ words: 'Be nice.', trustedName: 'Noor', trustedReach: '020 7946 0000' });
    for (const url of [`/e/${code}/event`, `/e/${code}`]) {
      const page = (await t.stranger().get(url)).body;
      expect(page).toContain('Be nice.');
      expect(page).toContain('Noor');
      expect(page).not.toContain('7946');
    }
  });

  it('names whom the card names, and of the own role only who has sat at the same table', async () => {
    const { ada, evening, ann, phone } = await hall();
    const people = async () => (await phone.get(`/me/${ann.id}/conduct`)).json<ConductForPerson>().people;
    const { schedule } = await planOf(ada, evening);
    const at = schedule.rounds.map((round) => must(Object.values(round).find((one) => one.students.includes(ann.id))));
    const mentors = at.flatMap((table) => table.mentors);
    expect((await people()).map(({ id }) => id)).toEqual(mentors);
    await evening.start(ada);
    const first = must(at[0]).students.filter((id) => id !== ann.id);
    const now = await people();
    expect(new Set(now.map(({ id }) => id))).toEqual(new Set([...mentors, ...first]));
    expect(now.find(({ id }) => id === first[0])?.name).toMatch(/^Student\d+$/u);
  });
});

describe('a private report', () => {
  it('is one however often it is sent, and says to the console only that it is there until it is opened', async () => {
    const { evening, ann, say, notices, read } = await hall();
    const key = freshKey();
    const about = must(evening.students[1]).id;
    for (const answer of [await say({ about }, key), await say({ about }, key)]) expect(answer.statusCode).toBe(204);
    const [notice, ...more] = await notices();
    expect(more).toEqual([]);
    expect(Object.keys(must(notice)).sort()).toEqual(['at', 'id', 'settledAt']);
    expect(await read(must(notice).id)).toMatchObject({ kind: 'wrong', text: SECRET, from: ann.id, about });
  });

  it('names nobody who is not at this event, and no person themselves', async () => {
    const { t, ann, say, notices, read } = await hall();
    const other = await makeEvening(t);
    for (const about of [must(other.students[0]).id, ann.id, 'nobody']) await say({ about });
    for (const { id } of await notices()) expect((await read(id)).about).toBeNull();
  });

  it('reaches open consoles at once, without a word of it; phones, displays and the log hear nothing', async () => {
    const { t, ada, evening, phone, ann, say } = await hall();
    await evening.start(ada);
    const console = await t.socket(`${evening.url}/socket`, ada);
    const own = await t.socket(`/me/${ann.id}/live`, phone);
    const wall = await evening.display();
    const display = await t.socket(`${evening.displayUrl()}/live`, wall);
    for (const socket of [console, own, display]) await socket.settled();
    const heard = [console, own, display].map((socket) => socket.texts.length);
    await say();
    await expect.poll(() => console.texts.length).toBeGreaterThan(must(heard[0]));
    expect(JSON.parse(must(console.texts.at(-1)))).toMatchObject({ t: 'staff' });
    expect([own.texts.length, display.texts.length]).toEqual(heard.slice(1));
    const log = (await ada.get(`${evening.url}/log`)).body;
    expect([...console.texts, log, ...t.log.map(({ text }) => text)].join('')).not.toContain(SECRET);
    for (const socket of [console, own, display]) socket.socket.terminate();
  });

  it('is dealt with, and open again', async () => {
    const { t, ada, evening, say, notices } = await hall();
    await say();
    const { id } = must((await notices())[0]);
    const settle = (settled: boolean, url = evening.url) => ada.put(`${url}/reports/${id}`, { settled });
    expect((await settle(true)).statusCode).toBe(204);
    expect((await notices())[0]?.settledAt).toBe(Math.floor(t.clock.now()));
    await settle(false);
    expect((await notices())[0]?.settledAt).toBeNull();
    const other = await makeEvening(t);
    expect((await settle(true, other.url)).statusCode).toBe(404);
  });

  it('is limited for each person, not for the hall', async () => {
    const { evening, say } = await hall();
    const answers = [];
    for (let time = 0; time < 7; time++) answers.push((await say()).statusCode);
    expect(answers).toEqual([204, 204, 204, 204, 204, 204, 429]);
    const ben = must(evening.students[1]);
    const other = await evening.phone(ben);
    const body = { kind: 'apart', text: '', about: null };
    expect((await other.put(`/me/${ben.id}/reports/${freshKey()}`, body)).statusCode).toBe(204);
  });
});

describe('a block', () => {
  it('R107 keeps two people apart in the plan, in a healed one and after hand edits, and outdoes a companion', async () => {
    const { ada, evening, block } = await hall();
    const [one, other] = [must(evening.students[0]), must(evening.students[1])];
    await ada.put(`${evening.url}/company/${one.id}/${other.id}`, { kind: 'together' });
    await ada.post(`${evening.url}/plan`, { basis: 'expected' });
    expect(together(await planOf(ada, evening), one.id, other.id)).toEqual([1, 2, 3]);
    for (let time = 0; time < 2; time++)
      expect((await block(one, other)).json<PeopleInPairs>().blocked).toEqual([[one.id, other.id].sort()]);
    const plan = (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    expect(together(plan, one.id, other.id)).toEqual([]);
    const round = must(plan.schedule.rounds[0]);
    const table = Object.keys(round).find((id) => round[id]?.students.includes(other.id)) ?? null;
    const changes = [{ round: 1, person: one.id, table }];
    const edited = await ada.post(`${evening.url}/plan/${plan.version}/edited`, { changes });
    const { error } = edited.json<{ error: { code: string; details: { rules: string[] } } }>();
    expect(error.code).toBe('plan-broken');
    expect(error.details.rules).toContain('apart');
    await ada.post(`${evening.url}/plan/${plan.version}/publish`);
    evening.checkIn(...evening.students.slice(0, 6), ...evening.mentors.slice(0, 3));
    const offer = (await ada.post(`${evening.url}/start-offer`, { basis: 'here' })).json<StartOffer>();
    const healed = (await ada.get(`${evening.url}/plan/${offer.planVersion}`)).json<PlanView>();
    expect(together(healed, one.id, other.id)).toEqual([]);
  });

  it('R107 made in the night mends the rounds to come with a price, and says where there is nothing to mend', async () => {
    const { ada, evening, ann, block } = await hall();
    await evening.start(ada);
    const before = await planOf(ada, evening);
    const change = { kind: 'rulesChanged' } as const;
    const ask = () => ada.post(`${evening.url}/repairs`, { change });
    expect((await ask()).json()).toMatchObject({ error: { code: 'already-so' } });
    const later = must(before.schedule.rounds[1]);
    const mentor = must(Object.values(later).find(({ students }) => students.includes(ann.id))?.mentors[0]);
    await block(ann, { id: mentor });
    const [offer] = (await ask()).json<RepairOffer[]>();
    const { planVersion } = must(offer);
    expect((await evening.press(ada, { kind: 'replan', planVersion, change })).statusCode).toBe(200);
    const after = await planOf(ada, evening);
    expect(together(before, ann.id, mentor)).toEqual([2]);
    expect(together(after, ann.id, mentor)).toEqual([]);
    expect(after.schedule.rounds[0]).toEqual(before.schedule.rounds[0]);
    expect((await ask()).json()).toMatchObject({ error: { code: 'already-so' } });
    expect((await ada.get(`${evening.url}/log`)).body, 'the log names nobody').not.toContain(mentor);
  });

  it('R107 holds at later events, in another role and when its own event is deleted; taken back there it is gone', async () => {
    const { t, ada, evening, block } = await hall();
    const [one, other] = [must(evening.students[0]), must(evening.students[1])];
    await block(one, other);
    const settings = { startsAt: instant(SETTINGS.startsAt + 400 * 86_400_000) };
    const next = await makeEvening(t, { students: 8, tables: 4, seats: 4, settings, published: false });
    const [again, back] = [must(next.students[0]), must(next.students[1])];
    changePerson(t.services, next.id, back.id, { role: 'mentor' }, 'Ada');
    deleteEvent(t.services, evening.id);
    const pairs = async () => (await ada.get(`${next.url}/company`)).json<PeopleInPairs>().blocked;
    expect(await pairs()).toEqual([[again.id, back.id].sort()]);
    const taken = await ada.delete(`${next.url}/blocks/${back.id}/${again.id}`);
    expect(taken.json<PeopleInPairs>().blocked).toEqual([]);
    const third = await makeEvening(t, { settings, published: false });
    expect((await ada.get(`${third.url}/company`)).json<PeopleInPairs>().blocked).toEqual([]);
  });

  it('is nobody’s business but the organisers’', async () => {
    const { t, evening, ann, phone, block } = await hall();
    const ben = must(evening.students[1]);
    await block(ann, ben);
    const other = await evening.phone(ben);
    const seen = [await phone.get(`/me/${ann.id}/opening`), await other.get(`/me/${ben.id}/opening`)];
    const texts = [...seen.map(({ body }) => body), (await other.get(`/me/${ben.id}/details`)).body];
    for (const text of texts) expect(text).not.toContain('block');
    expect((await t.stranger().get(`${evening.url}/company`)).statusCode).toBe(401);
    expect((await phone.put(`${evening.url}/blocks/${ann.id}/${ben.id}`, {})).statusCode).toBe(401);
  });
});
