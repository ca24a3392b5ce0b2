import type { RoomChange } from '@lapwing/shared/event/room-change';
import { personLine, type Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { ErrorAnswer, EventDetail, LogEntry, PlanView, RepairOffer } from '@lapwing/shared/protocol/api';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { freshKey, makeEvening, type Size, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const MINUTE = 60_000;

/** A night in its first round, 24 students at 6 tables of up to 6, 5 rounds of 10 minutes. */
async function running(size: Size = {}) {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, {
    students: 24,
    tables: 6,
    seats: 6,
    wishes: true,
    settings: { rounds: 5 },
    ...size,
  });
  await evening.start(ada);
  t.clock.advance(3_000);
  return { t, ada, evening };
}

const plan = async (ada: Caller, evening: TestEvening): Promise<PlanView> =>
  (await ada.get(`${evening.url}/plan`)).json<PlanView>();

async function offer(ada: Caller, evening: TestEvening, change: RoomChange): Promise<RepairOffer> {
  const answer = await ada.post(`${evening.url}/repairs`, { change });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<RepairOffer[]>()[0] as RepairOffer;
}

const refusalOf = async (ada: Caller, evening: TestEvening, change: RoomChange): Promise<string> =>
  (await ada.post(`${evening.url}/repairs`, { change })).json<ErrorAnswer>().error?.code ?? 'offered';

async function take(ada: Caller, evening: TestEvening, { planVersion, change }: RepairOffer): Promise<number> {
  const expectedVersion = evening.version();
  const command = { kind: 'replan', planVersion, change };
  return (await ada.post(`${evening.url}/live`, { key: freshKey(), expectedVersion, command })).statusCode;
}

const seatOf = ({ rounds }: Schedule, round: number, person: AttendeeId): string | null =>
  Object.entries(rounds[round - 1] ?? {}).find(([, { students, mentors }]) =>
    [...students, ...mentors].includes(person),
  )?.[0] ?? null;

const everybodyIn = ({ rounds }: Schedule, round: number): AttendeeId[] =>
  Object.values(rounds[round - 1] ?? {}).flatMap(({ students, mentors }) => [...students, ...mentors]);

const sizes = ({ rounds }: Schedule, round: number): number[] =>
  Object.values(rounds[round - 1] ?? {})
    .map(({ students }) => students.length)
    .sort();

async function walkIn(t: TestApp, ada: Caller, evening: TestEvening, role = 'student'): Promise<AttendeeId> {
  const answer = await ada.post(`${evening.url}/people`, { details: { role, name: 'Wanda Walkin' } });
  const { id } = answer.json<{ id: AttendeeId }>();
  await ada.put(`${evening.url}/people/${id}/presence`, { here: true });
  t.clock.advance(1);
  return id;
}

describe('a change of the room', () => {
  it('somebody arrives: a seat at once, nobody moves now, and nothing happens before the press', async () => {
    const { t, ada, evening } = await running();
    const before = (await plan(ada, evening)).schedule;
    const wanda = await walkIn(t, ada, evening);
    const found = await offer(ada, evening, { kind: 'arrived', people: [wanda] });
    expect((await plan(ada, evening)).schedule).toEqual(before);
    expect(found.fromRound).toBe(1);
    expect(found.seats.filter(({ round }) => round === 1)).toMatchObject([{ person: wanda, from: null }]);
    expect(found.sizes).toEqual({ least: 4, most: 5 });
    expect(await take(ada, evening, found)).toBe(200);
    const { schedule } = await plan(ada, evening);
    for (let round = 1; round <= 5; round++) expect(seatOf(schedule, round, wanda)).not.toBeNull();
    const others = everybodyIn(before, 1);
    expect(others.map((id) => seatOf(schedule, 1, id))).toEqual(others.map((id) => seatOf(before, 1, id)));
  });

  it('people did not come: swept in one act, and one undo brings them back', async () => {
    const { ada, evening } = await running();
    const before = (await plan(ada, evening)).schedule;
    const gone = evening.students.slice(0, 4).map(({ id }) => id);
    const found = await offer(ada, evening, { kind: 'noShows', people: gone });
    expect(await take(ada, evening, found)).toBe(200);
    const { schedule } = await plan(ada, evening);
    for (let round = 1; round <= 5; round++) {
      expect(everybodyIn(schedule, round).filter((id) => gone.includes(id))).toEqual([]);
      if (round > 1) expect(Math.max(...sizes(schedule, round)) - Math.min(...sizes(schedule, round))).toBeLessThan(2);
    }
    const log = (await ada.get(`${evening.url}/log`)).json<LogEntry[]>();
    expect(log[0]).toMatchObject({ by: 'Ada', undoable: true, command: { change: { kind: 'noShows', people: gone } } });
    await evening.press(ada, { kind: 'undo' });
    expect((await plan(ada, evening)).schedule).toEqual(before);
  });

  it('a student leaves in a talk: there to its end, gone from the next round', async () => {
    const { ada, evening } = await running();
    const before = (await plan(ada, evening)).schedule;
    const [ann] = evening.students.map(({ id }) => id);
    const found = await offer(ada, evening, { kind: 'left', people: [ann as AttendeeId] });
    await take(ada, evening, found);
    const { schedule } = await plan(ada, evening);
    expect(schedule.rounds[0]).toEqual(before.rounds[0]);
    for (let round = 2; round <= 5; round++) expect(seatOf(schedule, round, ann as AttendeeId)).toBeNull();
  });

  it('a mentor leaves: the table closes from the next round, its students lose that mentor and sit elsewhere', async () => {
    const { ada, evening } = await running();
    const [mentor] = evening.mentors.map(({ id }) => id);
    const found = await offer(ada, evening, { kind: 'left', people: [mentor as AttendeeId] });
    expect(found.lost.length).toBeGreaterThan(0);
    expect(new Set(found.lost.map((meeting) => meeting.mentor))).toContain(mentor);
    expect(await take(ada, evening, found)).toBe(200);
    const { schedule } = await plan(ada, evening);
    for (let round = 2; round <= 5; round++) {
      expect(everybodyIn(schedule, round)).not.toContain(mentor);
      expect(everybodyIn(schedule, round)).toHaveLength(24 + 5);
    }
  });

  it('a mentor leaves at once: those who sit there get a seat in this round, and undo gives it back', async () => {
    const { ada, evening } = await running();
    const before = (await plan(ada, evening)).schedule;
    const [mentor] = evening.mentors.map(({ id }) => id);
    const table = seatOf(before, 1, mentor as AttendeeId);
    const left = before.rounds[0]?.[table as TableId]?.students ?? [];
    const found = await offer(ada, evening, { kind: 'left', people: [mentor as AttendeeId], now: true });
    const moves = found.seats.filter(({ round }) => round === 1).map(({ person }) => person);
    expect(moves).toEqual(expect.arrayContaining([...left]));
    expect(await take(ada, evening, found)).toBe(200);
    const { schedule } = await plan(ada, evening);
    for (const student of left) expect(seatOf(schedule, 1, student)).not.toBe(table);
    for (let round = 1; round <= 5; round++) expect(everybodyIn(schedule, round)).not.toContain(mentor);
    const cards = await Promise.all(
      evening.students.map(async (student) => {
        const phone = await evening.phone(student);
        return (await phone.get(`/me/${student.id}/opening`)).json<{ card: PersonalCard }>().card;
      }),
    );
    for (const { id, why } of cards) {
      const line = (of: Schedule) => JSON.stringify(personLine(of, id as AttendeeId));
      expect(why, id).toBe(line(schedule) === line(before) ? undefined : 'mentorLeft');
    }
    expect(cards.filter(({ why }) => why === 'mentorLeft').length).toBeGreaterThanOrEqual(left.length);
    await evening.press(ada, { kind: 'undo' });
    expect((await plan(ada, evening)).schedule).toEqual(before);
  });

  it('a reserve takes a mentor’s chair: no student moves at all', async () => {
    const { t, ada, evening } = await running();
    const reserve = await walkIn(t, ada, evening, 'mentor');
    const [mentor] = evening.mentors.map(({ id }) => id);
    const found = await offer(ada, evening, { kind: 'replaced', mentor: mentor as AttendeeId, by: reserve });
    const students = new Set(evening.students.map(({ id }) => id));
    expect(found.seats.filter(({ person }) => students.has(person))).toEqual([]);
    expect(await take(ada, evening, found)).toBe(200);
    const { schedule } = await plan(ada, evening);
    expect(seatOf(schedule, 1, reserve)).not.toBeNull();
    expect(seatOf(schedule, 5, mentor as AttendeeId)).toBeNull();
  });

  it('a table closes now: its students sit elsewhere in this round, and undo opens it again', async () => {
    const { ada, evening } = await running();
    const [table] = evening.tables();
    const id = table?.id as TableId;
    const found = await offer(ada, evening, { kind: 'tableClosed', table: id });
    expect(found.seats.filter(({ round }) => round === 1).length).toBeGreaterThanOrEqual(4);
    expect(await take(ada, evening, found)).toBe(200);
    const { schedule } = await plan(ada, evening);
    for (let round = 1; round <= 5; round++) expect(schedule.rounds[round - 1]?.[id]?.students ?? []).toEqual([]);
    expect(await refusalOf(ada, evening, { kind: 'tableClosed', table: id })).toBe('already-so');
    await evening.press(ada, { kind: 'undo' });
    expect(await refusalOf(ada, evening, { kind: 'tableClosed', table: id })).toBe('offered');
  });

  it('a table is added with a mentor: it is on every floor plan, used from the next round, and gone after undo', async () => {
    const { t, ada, evening } = await running();
    const mentor = await walkIn(t, ada, evening, 'mentor');
    const change: RoomChange = { kind: 'tableAdded', table: 'new-table' as TableId, seats: 6, mentors: [mentor] };
    expect(await take(ada, evening, await offer(ada, evening, change))).toBe(200);
    const { schedule } = await plan(ada, evening);
    expect(schedule.rounds[1]?.['new-table']?.students.length).toBeGreaterThanOrEqual(3);
    const tables = async () => (await ada.get(evening.url)).json<EventDetail>().tables.map(({ number }) => number);
    expect(await tables()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await evening.press(ada, { kind: 'undo' });
    expect(await tables()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('two people swap in the next round, by hand', async () => {
    const { ada, evening } = await running();
    const before = (await plan(ada, evening)).schedule;
    const [one, other] = everybodyIn(before, 2).filter((id) => evening.students.some((student) => student.id === id));
    const far = evening.students
      .map(({ id }) => id)
      .find((id) => seatOf(before, 2, id) !== seatOf(before, 2, one as AttendeeId));
    expect(other).toBeDefined();
    const change: RoomChange = { kind: 'swapped', one: one as AttendeeId, other: far as AttendeeId, round: 2 };
    const found = await offer(ada, evening, change);
    expect(found.seats.filter(({ round }) => round === 2)).toHaveLength(2);
    await take(ada, evening, found);
    const { schedule } = await plan(ada, evening);
    expect(seatOf(schedule, 2, one as AttendeeId)).toBe(seatOf(before, 2, far as AttendeeId));
    expect(await refusalOf(ada, evening, { ...change, round: 9 })).toBe('not-now');
  });
});

describe('a plan changed by hand in the night', () => {
  it('has a report of its own, and carries the room', async () => {
    const { ada, evening } = await running();
    const before = await plan(ada, evening);
    expect(before.room).toBeNull();
    const person = evening.students[0]?.id as AttendeeId;
    await take(ada, evening, await offer(ada, evening, { kind: 'moved', person, round: 2, table: null }));
    const after = await plan(ada, evening);
    expect(after.report.rows).not.toEqual(before.report.rows);
    expect(after.room?.people.some((one) => one.person === person)).toBe(true);
  });
});

describe('a proposal', () => {
  it('is outdated when the round or the plan went on, and a repeated press has one effect', async () => {
    const { t, ada, evening } = await running();
    const wanda = await walkIn(t, ada, evening);
    const found = await offer(ada, evening, { kind: 'arrived', people: [wanda] });
    t.clock.advance(11 * MINUTE);
    expect(await take(ada, evening, found)).toBe(409);
    const again = await offer(ada, evening, { kind: 'arrived', people: [wanda] });
    const body = {
      key: freshKey(),
      expectedVersion: evening.version(),
      command: { kind: 'replan', planVersion: again.planVersion, change: again.change },
    };
    const statuses = [];
    for (let press = 0; press < 3; press++) statuses.push((await ada.post(`${evening.url}/live`, body)).statusCode);
    expect(statuses).toEqual([200, 200, 200]);
    expect(evening.moment().planVersion).toBe(again.planVersion);
    expect(await take(ada, evening, again)).toBe(409);
  });

  it('names another change than it was made for: refused', async () => {
    const { ada, evening } = await running();
    const [one, other] = evening.students.map(({ id }) => id);
    const found = await offer(ada, evening, { kind: 'left', people: [one as AttendeeId] });
    const foreign = { ...found, change: { kind: 'left', people: [other as AttendeeId] } as const };
    expect(await take(ada, evening, foreign)).toBe(409);
  });

  it('is the same change however its keys are ordered', async () => {
    const { ada, evening } = await running();
    const table = evening.tables()[2]?.id as TableId;
    const { planVersion } = await offer(ada, evening, { kind: 'tableClosed', table });
    const pressed = await evening.press(ada, { kind: 'replan', planVersion, change: { table, kind: 'tableClosed' } });
    expect(pressed.statusCode, pressed.body).toBe(200);
  });

  it.each(['__proto__', 'constructor', 'toString'])('adds no table called %s', async (name) => {
    const { ada, evening } = await running();
    const change: RoomChange = { kind: 'tableAdded', table: name as TableId, seats: 8, mentors: [] };
    expect(await refusalOf(ada, evening, change)).toBe('bad-request');
  });

  it('is refused with what is wrong', async () => {
    const { ada, evening } = await running();
    const nobody = 'nobody' as AttendeeId;
    const mentors = evening.mentors.map(({ id }) => id);
    const expected: [RoomChange, string][] = [
      [{ kind: 'arrived', people: [nobody] }, 'unknown-person'],
      [{ kind: 'arrived', people: [evening.students[0]?.id as AttendeeId] }, 'already-so'],
      [{ kind: 'tableClosed', table: 'none' as TableId }, 'unknown-table'],
      [{ kind: 'left', people: mentors }, 'last-mentor'],
      [
        { kind: 'mentorSeated', mentor: mentors[0] as AttendeeId, table: evening.tables()[1]?.id as TableId },
        'mentor-at-two-tables',
      ],
      [
        { kind: 'moved', person: evening.students[0]?.id as AttendeeId, round: 1, table: 'none' as TableId },
        'unknown-table',
      ],
    ];
    for (const [change, code] of expected)
      expect([change.kind, await refusalOf(ada, evening, change)]).toEqual([change.kind, code]);
  });

  it('lets a newcomer wait where every seat is taken, and refuses where none comes free any more', async () => {
    const { t, ada, evening } = await running({ students: 12, tables: 3, seats: 4, settings: { rounds: 3 } });
    const late = await walkIn(t, ada, evening);
    const change: RoomChange = { kind: 'arrived', people: [late] };
    const found = await offer(ada, evening, change);
    expect(found.seats.filter(({ round }) => round === 1)).toEqual([]);
    expect(found.moreSitOuts).toBe(3);
    expect(await take(ada, evening, found)).toBe(200);
    const { schedule } = await plan(ada, evening);
    expect([1, 2, 3].map((round) => seatOf(schedule, round, late) === null)).toEqual([true, false, false]);
    await evening.press(ada, { kind: 'undo' });
    for (let round = 1; round < 3; round++) t.clock.advance(12 * MINUTE);
    expect(evening.moment().phase).toMatchObject({ kind: 'talking', round: 3 });
    expect(await refusalOf(ada, evening, change)).toBe('no-seat-free');
  });

  it('is for a night that runs', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    expect(await refusalOf(ada, evening, { kind: 'left', people: [evening.students[0]?.id as AttendeeId] })).toBe(
      'not-now',
    );
  });

  it('comes in several kinds with their price', async () => {
    const { ada, evening } = await running();
    const change = { kind: 'left', people: [evening.mentors[0]?.id] };
    const answer = await ada.post(`${evening.url}/repairs`, { change, kinds: ['fewest-moves', 'middle', 'best-plan'] });
    const offers = answer.json<RepairOffer[]>();
    expect(offers[0]?.kind).toBe('fewest-moves');
    const moves = offers.map(({ seats }) => seats.length);
    expect(moves).toEqual([...moves].sort((one, other) => one - other));
  });
});
