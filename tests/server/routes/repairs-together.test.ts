import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { EventDetail, PlanView, RepairOffer } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { freshKey, makeEvening, type TestEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const MINUTE = 60_000;

async function opened(absent = 0) {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 16, tables: 4, seats: 6, settings: { rounds: 4 } });
  evening.checkIn(...evening.students, ...evening.mentors.slice(absent));
  await evening.start(ada);
  t.clock.advance(3_000);
  return { t, ada, evening };
}

const offers = (ada: Caller, evening: TestEvening, change: RoomChange) =>
  ada.post(`${evening.url}/repairs`, { change });
const offer = async (ada: Caller, evening: TestEvening, change: RoomChange): Promise<RepairOffer> => {
  const answer = await offers(ada, evening, change);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<RepairOffer[]>()[0] as RepairOffer;
};
const take = async (
  by: Caller,
  evening: TestEvening,
  { planVersion, change }: RepairOffer,
  version = evening.version(),
) =>
  (
    await by.post(`${evening.url}/live`, {
      ...{ key: freshKey(), expectedVersion: version },
      command: { kind: 'replan', planVersion, change },
    })
  ).statusCode;
const left = (person?: { readonly id: AttendeeId }): RoomChange => ({
  kind: 'left',
  people: [person?.id as AttendeeId],
});
const plan = async (ada: Caller, evening: TestEvening) => (await ada.get(`${evening.url}/plan`)).json<PlanView>();

describe('two organisers', () => {
  it('apply at once: exactly one wins, and the plan is that one', async () => {
    const { t, ada, evening } = await opened();
    const bob = await t.organiser('Bob');
    const [one, other] = evening.students;
    const [hers, his] = [await offer(ada, evening, left(one)), await offer(bob, evening, left(other))];
    const version = evening.version();
    const answers = await Promise.all([take(ada, evening, hers, version), take(bob, evening, his, version)]);
    expect([...answers].sort()).toEqual([200, 409]);
    const won = answers[0] === 200 ? hers : his;
    const lost = answers[0] === 200 ? his : hers;
    expect(evening.moment().planVersion).toBe(won.planVersion);
    // nor afterwards, with the newest version: it mends a plan that nobody follows any more
    expect(await take(bob, evening, lost)).toBe(409);
    expect(await take(bob, evening, await offer(bob, evening, lost.change))).toBe(200);
  });

  it('a proposal is for one plan and one round: not after a step on, back, or an undo', async () => {
    const { t, ada, evening } = await opened();
    const [one, other] = evening.students;
    const before = await offer(ada, evening, left(one));
    await evening.press(ada, { kind: 'next' });
    t.clock.advance(3_000);
    expect(await take(ada, evening, before)).toBe(409);
    const moving = await offer(ada, evening, left(one));
    await evening.press(ada, { kind: 'back' });
    t.clock.advance(3_000);
    expect(await take(ada, evening, moving)).toBe(409);
    const first = await offer(ada, evening, left(one));
    expect(await take(ada, evening, first)).toBe(200);
    const second = await offer(ada, evening, left(other));
    await evening.press(ada, { kind: 'undo' });
    expect(await take(ada, evening, second)).toBe(409);
    expect(await take(ada, evening, { ...first, planVersion: 99 })).toBe(404);
  });
});

describe('a mentor who comes late to a table that stayed closed', () => {
  it('sits down at it: it opens, and students come from the next round on', async () => {
    const { t, ada, evening } = await opened(1);
    const [mentor] = evening.mentors;
    const own = evening.tables()[0]?.id as TableId;
    expect((await plan(ada, evening)).schedule.rounds.some((round) => own in round)).toBe(false);
    evening.checkIn(mentor as NonNullable<typeof mentor>);
    t.clock.advance(5 * MINUTE);
    const change: RoomChange = { kind: 'mentorSeated', mentor: mentor?.id as AttendeeId, table: own };
    const found = await offer(ada, evening, change);
    // three mentors for four rounds: everybody met one of them again
    expect(found.moreRepeats).toBeLessThan(0);
    expect(await take(ada, evening, found)).toBe(200);
    const { schedule } = await plan(ada, evening);
    expect(schedule.rounds[0]?.[own]).toEqual({ students: [], mentors: [mentor?.id] });
    for (const round of schedule.rounds.slice(1)) expect(round[own]).toMatchObject({ mentors: [mentor?.id] });
    const floor = (await ada.get(evening.url)).json<EventDetail>().tables;
    expect(floor.find(({ id }) => id === own)?.mentors).toEqual([mentor?.id]);
  });
});

describe('the roster changes meanwhile', () => {
  it('checking people out and in again changes no plan and blocks no repair', async () => {
    const { ada, evening } = await opened();
    const [one, other] = evening.students;
    const before = await plan(ada, evening);
    for (const here of [false, true, false]) await ada.put(`${evening.url}/people/${one?.id}/presence`, { here });
    expect((await plan(ada, evening)).schedule).toEqual(before.schedule);
    expect(await take(ada, evening, await offer(ada, evening, left(other)))).toBe(200);
  });

  it('a student who turns out to be a mentor has no seat from now on, and repairs go on', async () => {
    const { ada, evening } = await opened();
    const [one, other] = evening.students;
    const changed = await ada.put(`${evening.url}/people/${one?.id}`, { details: { role: 'mentor' } });
    expect(changed.statusCode, changed.body).toBe(200);
    expect(await take(ada, evening, await offer(ada, evening, left(other)))).toBe(200);
    const { schedule } = await plan(ada, evening);
    const seated = schedule.rounds.flatMap((round) => Object.values(round).flatMap(({ students }) => students));
    expect(seated).not.toContain(one?.id);
  });
});
