import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { Attendee } from '@lapwing/shared/event/roster';
import { personLine } from '@lapwing/shared/event/schedule';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { ErrorAnswer, LogEntry, PlanView, RepairOffer } from '@lapwing/shared/protocol/api';
import type { HelpersView } from '@lapwing/shared/protocol/staff-api';
import { describe, expect, it } from 'vitest';
import { SEATS_LIMIT } from '../../../server/src/routes/rate-limits.ts';
import { OF_ALL_HELPERS } from '../../../server/src/services/seats-searched.ts';
import { freshKey, makeEvening, type Size, type TestEvening } from '../../support/evening-builder.ts';
import { MARKS, markedHall } from '../../support/marked-hall.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

/** Somebody who helps at this evening. */
async function helperOf(t: TestApp, evening: TestEvening, ada: Caller, firstName = 'Bo'): Promise<Caller> {
  const { code } = (await ada.put(`${evening.url}/helpers`, { open: true })).json<{ code: string }>();
  const bo = t.stranger();
  const joined = await bo.send({
    ...{ method: 'POST', url: '/api/helpers/session', payload: { code, firstName } },
    headers: { 'user-agent': freshKey() },
  });
  expect(joined.statusCode, joined.body).toBe(200);
  return bo;
}

/** A night in its first round with a helper: 24 students at 6 tables of up to 6, 5 rounds. */
async function running(size: Size = {}) {
  const t = await testApp();
  const ada = await t.organiser();
  const settings = { rounds: 5, ...size.settings };
  const evening = await makeEvening(t, { students: 24, tables: 6, seats: 6, wishes: true, ...size, settings });
  const bo = await helperOf(t, evening, ada);
  await evening.start(ada);
  t.clock.advance(3_000);
  return { t, ada, bo, evening };
}

const planOf = async (caller: Caller, evening: TestEvening): Promise<PlanView> =>
  (await caller.get(`${evening.url}/plan/${evening.moment().planVersion}`)).json<PlanView>();
const lineOf = ({ schedule }: PlanView, person: AttendeeId): (TableId | null)[] =>
  personLine(schedule, person).map(({ table }) => table);

const asks = (caller: Caller, { url }: TestEvening, change: RoomChange) =>
  caller.post(`${url}/seats/offers`, { change });
async function offered(caller: Caller, evening: TestEvening, change: RoomChange): Promise<RepairOffer> {
  const answer = await asks(caller, evening, change);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<RepairOffer[]>()[0] as RepairOffer;
}
const takes = (caller: Caller, evening: TestEvening, { planVersion, change }: RepairOffer) =>
  caller.post(`${evening.url}/seats`, { key: freshKey(), expectedVersion: evening.version(), planVersion, change });

const codeOf = (answer: { json: <T>() => T }): string => answer.json<ErrorAnswer>().error.code;

/** Two students who sit at different tables in the first round. */
function apart(plan: PlanView, { students }: TestEvening): [AttendeeId, AttendeeId] {
  const [one] = students;
  const other = students.find(({ id }) => lineOf(plan, id)[0] !== lineOf(plan, one?.id as AttendeeId)[0]);
  if (!one || !other) throw new Error('everybody sits together');
  return [one.id, other.id];
}

describe('a helper swaps two people for the rest of the evening', () => {
  it('each goes where the other would have gone, nobody else moves, it stands in the helper’s name and is undone', async () => {
    const { t, ada, bo, evening } = await running();
    const before = await planOf(bo, evening);
    const [one, other] = apart(before, evening);
    const change: RoomChange = { kind: 'swapped', one, other, round: 1, toEnd: true };
    const offer = await offered(bo, evening, change);
    expect(new Set(offer.seats.map(({ person }) => person))).toEqual(new Set([one, other]));
    expect(await planOf(bo, evening), 'nothing happens before the press').toEqual(before);
    expect((await takes(bo, evening, offer)).statusCode).toBe(200);
    const after = await planOf(bo, evening);
    expect(lineOf(after, one)).toEqual(lineOf(before, other));
    expect(lineOf(after, other)).toEqual(lineOf(before, one));
    t.clock.advance(1_000);
    const [entry] = (await ada.get(`${evening.url}/log`)).json<LogEntry[]>();
    expect(entry).toMatchObject({ by: expect.stringMatching(/^Bo ·/u), command: { kind: 'replan', change } });
    expect((await evening.press(ada, { kind: 'undo' })).statusCode).toBe(200);
    expect(lineOf(await planOf(ada, evening), one)).toEqual(lineOf(before, one));
  });

  it('in the second round what is over stays, and the price of meeting again is said', async () => {
    const { t, bo, ada, evening } = await running();
    await evening.press(ada, { kind: 'next' });
    await evening.press(ada, { kind: 'next' });
    t.clock.advance(3_000);
    const round = 2;
    const before = await planOf(bo, evening);
    const rest = (person: AttendeeId) => lineOf(before, person).slice(round - 1);
    const [one, other] = [evening.students[0]?.id, evening.students[7]?.id] as [AttendeeId, AttendeeId];
    const offer = await offered(bo, evening, { kind: 'swapped', one, other, round, toEnd: true });
    expect((await takes(bo, evening, offer)).statusCode).toBe(200);
    const after = await planOf(bo, evening);
    expect(lineOf(after, one)).toEqual([lineOf(before, one)[0], ...rest(other)]);
    const again = (line: (TableId | null)[]): number => line.length - new Set(line).size;
    expect(offer.moreRepeats).toBe(
      again(lineOf(after, one)) +
        again(lineOf(after, other)) -
        again(lineOf(before, one)) -
        again(lineOf(before, other)),
    );
  });

  it('is refused without a reason where it breaks what somebody needs, or brings a blocked pair together', async () => {
    const { bo, ada, evening } = await running();
    const plan = await planOf(bo, evening);
    const [one, other] = apart(plan, evening);
    const beside = evening.students.find(
      ({ id }) => id !== other && lineOf(plan, id)[0] === lineOf(plan, other)[0],
    ) as Attendee;
    await ada.put(`${evening.url}/blocks/${one}/${beside.id}`, {});
    const swap: RoomChange = { kind: 'swapped', one, other, round: 1, toEnd: true };
    const told = await asks(bo, evening, swap);
    expect([told.statusCode, told.json()]).toEqual([422, { error: { code: 'plan-broken' } }]);
    const toAda = (await ada.post(`${evening.url}/repairs`, { change: swap })).json<ErrorAnswer>();
    expect(toAda.error.details, 'an organiser hears why').toBeDefined();
    const move: RoomChange = { kind: 'moved', person: one, round: 1, table: lineOf(plan, other)[0] as TableId };
    expect((await asks(bo, evening, move)).json()).toEqual({ error: { code: 'plan-broken' } });
  });
});

describe('a helper gives seats', () => {
  it('to a walk-in they added by name: on the list once, checked in, at a table now', async () => {
    const { bo, ada, evening } = await running();
    const id = 'walk-in-0001';
    const added = await bo.post(`${evening.url}/walk-ins`, { id, name: 'Wanda Walkin' });
    expect([added.statusCode, added.json<Attendee>().role]).toEqual([200, 'student']);
    expect((await bo.post(`${evening.url}/walk-ins`, { id, name: 'Wanda Walkin' })).statusCode).toBe(200);
    await bo.put(`${evening.url}/people/${id}/presence`, { here: true });
    const offer = await offered(bo, evening, { kind: 'arrived', people: [id as AttendeeId] });
    expect((await takes(bo, evening, offer)).statusCode).toBe(200);
    expect(lineOf(await planOf(bo, evening), id as AttendeeId)).not.toContain(null);
    const people = (await ada.get(`${evening.url}/people`)).json<Attendee[]>();
    expect(people.filter(({ name }) => name === 'Wanda Walkin')).toHaveLength(1);
    const { lines } = (await ada.get(`${evening.url}/audit`)).json<{ lines: { by: string; act: string }[] }>();
    expect(lines).toContainEqual(
      expect.objectContaining({ by: expect.stringMatching(/^Bo ·/u), act: 'person-added', person: id }),
    );
  });

  it('by moving somebody now, and the planner mends what follows', async () => {
    const { bo, evening } = await running();
    const plan = await planOf(bo, evening);
    const [one, other] = apart(plan, evening);
    const table = lineOf(plan, other)[0] as TableId;
    const offer = await offered(bo, evening, { kind: 'moved', person: one, round: 1, table });
    expect((await takes(bo, evening, offer)).statusCode).toBe(200);
    const line = lineOf(await planOf(bo, evening), one);
    expect(line[0]).toBe(table);
    expect(new Set(line).size, 'no mentor twice').toBe(line.length);
  });

  it('for all rounds to come where mentors move', async () => {
    const { bo, evening } = await running({ settings: { whoMoves: 'mentors' } });
    const plan = await planOf(bo, evening);
    const [one, other] = apart(plan, evening);
    const table = lineOf(plan, other)[0] as TableId;
    const offer = await offered(bo, evening, { kind: 'moved', person: one, round: 1, table, toEnd: true });
    expect((await takes(bo, evening, offer)).statusCode).toBe(200);
    expect(new Set(lineOf(await planOf(bo, evening), one))).toEqual(new Set([table]));
  });
});

describe('what a helper must not', () => {
  it('close tables, send people home, seat mentors, or hide anything in a swap', async () => {
    const { bo, evening } = await running();
    const version = evening.version();
    for (const change of [
      { kind: 'tableClosed', table: 'x' },
      { kind: 'left', people: ['x'] },
      { kind: 'noShows', people: ['x'] },
      { kind: 'replaced', mentor: 'x', by: 'y' },
      { kind: 'mentorSeated', mentor: 'x', table: 'y' },
      { kind: 'rulesChanged' },
      { kind: 'tableAdded', table: 'x', seats: 4, mentors: [] },
      { kind: 'swapped', one: 'x', other: 'y', round: 1, toEnd: true, people: ['z'] },
    ]) {
      const body = { key: freshKey(), expectedVersion: version, planVersion: 1, change };
      expect((await bo.post(`${evening.url}/seats/offers`, { change })).statusCode, change.kind).toBe(400);
      expect((await bo.post(`${evening.url}/seats`, body)).statusCode, change.kind).toBe(400);
      expect((await bo.post(`${evening.url}/repairs`, { change })).statusCode, change.kind).toBe(403);
    }
    expect(evening.version()).toBe(version);
  });

  it('press with a plan that was made for something else, or for another press, or say more than a name', async () => {
    const { bo, ada, evening } = await running();
    const [one, other] = apart(await planOf(bo, evening), evening);
    const swap: RoomChange = { kind: 'swapped', one, other, round: 1, toEnd: true };
    const closing = (
      await ada.post(`${evening.url}/repairs`, { change: { kind: 'tableClosed', table: evening.tables()[0]?.id } })
    ).json<RepairOffer[]>()[0] as RepairOffer;
    const misused = await takes(bo, evening, { ...closing, change: swap });
    expect([misused.statusCode, codeOf(misused)]).toEqual([409, 'plan-outdated']);
    const start = { key: freshKey(), expectedVersion: evening.version(), command: { kind: 'next' } };
    expect((await bo.post(`${evening.url}/live`, start)).statusCode).toBe(403);
    for (const more of [{ email: 'x@example.org' }, { role: 'mentor' }, { needs: {} }, { details: {} }])
      expect((await bo.post(`${evening.url}/walk-ins`, { name: 'Wanda', ...more })).statusCode).toBe(400);
  });

  it('see of a plan more than who sits where, nor a draft', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const { evening } = await markedHall(t);
    const bo = await helperOf(t, evening, ada);
    const { version } = (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    expect((await ada.get(`${evening.url}/plan/${version}`)).statusCode).toBe(200);
    expect((await bo.get(`${evening.url}/plan/${version}`)).statusCode).toBe(404);
    expect((await bo.get(`${evening.url}/plan`)).statusCode).toBe(403);
    const seen = await bo.get(`${evening.url}/plan/${evening.moment().planVersion}`);
    expect(Object.values(MARKS).filter((mark) => seen.body.includes(mark))).toEqual([]);
    expect(seen.json<PlanView>().report).toEqual({ rows: [], leastServed: [] });
  });

  it('touch another evening, or this one once helpers are sent away', async () => {
    const { t, ada, bo, evening } = await running();
    const other = await makeEvening(t, { students: 24, tables: 6, seats: 6, wishes: true });
    await other.start(ada);
    t.clock.advance(3_000);
    const theirs = apart(await planOf(ada, other), other);
    const swap = (pair: [AttendeeId, AttendeeId]): RoomChange => ({
      ...{ kind: 'swapped', one: pair[0], other: pair[1], round: 1, toEnd: true },
    });
    expect((await asks(bo, other, swap(theirs))).statusCode).toBe(404);
    expect((await bo.post(`${other.url}/walk-ins`, { name: 'Wanda' })).statusCode).toBe(404);
    expect(codeOf(await asks(bo, evening, swap(theirs))), 'people of another evening').toBe('unknown-person');
    const ours = swap(apart(await planOf(bo, evening), evening));
    const offer = await offered(bo, evening, ours);
    const foreign = (await ada.post(`${other.url}/repairs`, { change: swap(theirs) })).json<RepairOffer[]>();
    expect((await takes(bo, other, foreign[0] as RepairOffer)).statusCode).toBe(404);
    await ada.put(`${evening.url}/helpers`, { open: false });
    expect((await takes(bo, evening, offer)).statusCode).toBe(401);
    expect((await asks(bo, evening, ours)).statusCode).toBe(401);
  });

  it('keep the planner from others: who asks for seats of nobody waits alone', async () => {
    const { t, ada, bo, evening } = await running();
    const cy = await helperOf(t, evening, ada, 'Cy');
    const nobody: RoomChange = { kind: 'arrived', people: ['nobody' as AttendeeId] };
    for (let asked = 0; asked < 60; asked++) expect((await asks(bo, evening, nobody)).statusCode).toBe(422);
    expect((await asks(bo, evening, nobody)).statusCode).toBe(429);
    const [one, other] = apart(await planOf(cy, evening), evening);
    const swap: RoomChange = { kind: 'swapped', one, other, round: 1, toEnd: true };
    expect((await takes(cy, evening, await offered(cy, evening, swap))).statusCode).toBe(200);
    expect((await ada.post(`${evening.url}/repairs`, { change: nobody })).statusCode).toBe(422);
  });

  it('join again and again for it: all of them are searched for so often, and who is removed leaves it to the others', async () => {
    const { t, ada, bo, evening } = await running();
    const { most, within } = OF_ALL_HELPERS;
    expect(most, 'nobody gets there alone').toBeGreaterThanOrEqual(3 * SEATS_LIMIT.config.rateLimit.max);
    const [one, other] = apart(await planOf(bo, evening), evening);
    const swap: RoomChange = { kind: 'swapped', one, other, round: 1, toEnd: true };
    const nobody: RoomChange = { kind: 'arrived', people: ['nobody' as AttendeeId] };
    const cy = await helperOf(t, evening, ada, 'Cy');
    const { helpers } = (await ada.get(`${evening.url}/helpers`)).json<HelpersView>();
    const hash = helpers.find(({ name }) => name.startsWith('Cy'))?.id as string;
    await offered(cy, evening, swap);
    for (let asked = 1; asked < most; asked++) {
      expect(t.services.helpersSeats.tooMany(evening.id), String(asked)).toBe(false);
      t.services.helpersSeats.note(hash, evening.id);
    }
    const waits = await asks(bo, evening, swap);
    expect([waits.statusCode, codeOf(waits)]).toEqual([429, 'too-many-requests']);
    expect(codeOf(await asks(bo, evening, nobody)), 'nonsense is none of it').toBe('unknown-person');
    expect((await ada.post(`${evening.url}/repairs`, { change: swap })).statusCode).toBe(200);
    expect((await ada.delete(`${evening.url}/helpers/${hash}`)).statusCode).toBe(200);
    await offered(bo, evening, swap);
    for (let asked = 1; asked < most; asked++) t.services.helpersSeats.note('another', evening.id);
    expect((await asks(bo, evening, swap)).statusCode).toBe(429);
    t.clock.advance(within);
    await offered(bo, evening, swap);
  });
});
