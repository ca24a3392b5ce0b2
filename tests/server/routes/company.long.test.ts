import { NO_NEEDS } from '@lapwing/shared/event/registration';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { PlanView, RepairOffer, StartOffer } from '@lapwing/shared/protocol/api';
import type { PeopleInPairs } from '@lapwing/shared/protocol/planned-for';
import { conflictOf } from '@lapwing/shared/rotation/seat-conflicts';
import { describe, expect, it } from 'vitest';
import { changePerson } from '../../../server/src/services/roster-service.ts';
import { makeEvening, type Size } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

async function desk(size: Size = {}) {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t, { students: 8, tables: 4, seats: 4, ...size });
  const pair = (one: { id: AttendeeId }, other: { id: AttendeeId }): string =>
    `${evening.url}/company/${one.id}/${other.id}`;
  const put = (one: { id: AttendeeId }, other: { id: AttendeeId }, kind: string) => ada.put(pair(one, other), { kind });
  const plan = async () => (await ada.get(`${evening.url}/plan`)).json<PlanView>();
  return { t, ada, evening, pair, put, plan };
}

/** Rounds in which both sit at one table. */
const together = ({ schedule }: PlanView, one: AttendeeId, other: AttendeeId): number =>
  schedule.rounds.filter((round) =>
    Object.values(round).some(({ students, mentors }) => {
      const here = [...students, ...mentors];
      return here.includes(one) && here.includes(other);
    }),
  ).length;

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('something is missing');
  return value;
}

describe('rules of two people', () => {
  it('R98 are made, changed and taken back, said once or twice, whoever is named first; plans are outdated by them', async () => {
    const { ada, evening, pair, put, plan } = await desk();
    const [one, other] = [must(evening.students[0]), must(evening.students[1])];
    expect((await plan()).outdated).toBe(false);
    for (const answer of [await put(one, other, 'apart'), await put(other, one, 'apart')]) {
      expect(answer.json<PeopleInPairs>().pairs).toHaveLength(1);
    }
    expect((await plan()).outdated).toBe(true);
    const apart = (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    expect(together(apart, one.id, other.id)).toBe(0);
    expect((await put(other, one, 'together')).json<PeopleInPairs>().pairs).toMatchObject([{ kind: 'together' }]);
    const company = (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    expect(together(company, one.id, other.id)).toBe(3);
    for (let time = 0; time < 2; time++) {
      const answer = await ada.send({ method: 'DELETE', url: pair(other, one) });
      expect(answer.json<PeopleInPairs>().pairs).toEqual([]);
    }
  });

  it('R98 keep a student from a mentor; a companion is of the same role, and nobody is paired with themselves', async () => {
    const { ada, evening, put } = await desk();
    const [student, mentor] = [must(evening.students[0]), must(evening.mentors[1])];
    expect((await put(student, mentor, 'together')).json()).toMatchObject({
      error: { code: 'companion-of-other-role' },
    });
    expect((await put(student, student, 'apart')).statusCode).toBe(404);
    await put(mentor, student, 'apart');
    const plan = (await ada.post(`${evening.url}/plan`, { basis: 'expected' })).json<PlanView>();
    expect(together(plan, student.id, mentor.id)).toBe(0);
  });

  it('R98 that cannot be are told with the people, on the plan and at the start, and no plan is made', async () => {
    const { t, ada, evening, put } = await desk();
    const [one, other] = [must(evening.students[0]), must(evening.students[1])];
    const table = must(evening.tables()[0]);
    await put(one, other, 'apart');
    for (const { id } of [one, other])
      changePerson(t.services, evening.id, id, { needs: { ...NO_NEEDS, staysAt: table.id } }, 'Ada');
    const asked = [
      await ada.post(`${evening.url}/plan`, { basis: 'expected' }),
      await ada.post(`${evening.url}/start-offer`, { basis: 'here' }),
    ];
    for (const answer of asked) {
      expect(answer.statusCode).toBe(422);
      const { details } = answer.json<{ error: { details: { conflicts: string[] } } }>().error;
      expect(details.conflicts.map(conflictOf)).toEqual([
        { kind: 'stays-apart', people: [one.id, other.id], table: table.number },
      ]);
    }
  });

  it('R98 nobody is left without any table: one who may sit only where somebody stays whom they are kept apart from', async () => {
    const { t, ada, evening, put } = await desk();
    const [one, other] = [must(evening.students[0]), must(evening.students[1])];
    const tables = evening.tables().map((table, at) => ({ ...table, quiet: at === 0 }));
    expect((await ada.put(`${evening.url}/floor`, { tables })).statusCode).toBe(200);
    changePerson(t.services, evening.id, one.id, { needs: { ...NO_NEEDS, staysAt: must(tables[0]).id } }, 'Ada');
    changePerson(t.services, evening.id, other.id, { needs: { ...NO_NEEDS, quiet: true } }, 'Ada');
    expect((await ada.post(`${evening.url}/plan`, { basis: 'expected' })).statusCode).toBe(200);
    await put(one, other, 'apart');
    const answer = await ada.post(`${evening.url}/plan`, { basis: 'expected' });
    expect(answer.json()).toMatchObject({ error: { details: { conflicts: [`no-table - ${other.id}`] } } });
  });

  it('R103 made while the night runs count from the next round, and hold up no other change', async () => {
    const { t, ada, evening, put, plan } = await desk();
    await evening.start(ada);
    const before = await plan();
    const [table] = Object.values(before.schedule.rounds[0] ?? {}).filter(({ students }) => students.length > 1);
    const [one, other] = [must(table?.students[0]), must(table?.students[1])];
    await put({ id: one }, { id: other }, 'apart');
    const third = must(evening.students.find(({ id }) => id !== one && id !== other));
    changePerson(t.services, evening.id, third.id, { needs: { ...NO_NEEDS, stepFree: true } }, 'Ada');
    const leaving = must(evening.students.find(({ id }) => ![one, other, third.id].includes(id)));
    const change = { kind: 'left', people: [leaving.id] } as const;
    const answer = await ada.post(`${evening.url}/repairs`, { change });
    expect(answer.statusCode, answer.body).toBe(200);
    const [offer] = answer.json<RepairOffer[]>();
    await evening.press(ada, { kind: 'replan', planVersion: must(offer).planVersion, change });
    const after = await plan();
    expect(after.schedule.rounds[0], 'where people sit already').toEqual(before.schedule.rounds[0]);
    expect(together({ ...after, schedule: { rounds: after.schedule.rounds.slice(1) } }, one, other)).toBe(0);
  });

  it('R99 mentors come to somebody who stays, also while the night runs; a table that is closed keeps nobody', async () => {
    const { t, ada, evening, plan } = await desk({ students: 9, published: false });
    const [stays] = evening.students;
    const [kept, other] = evening.tables();
    const id = must(stays).id;
    changePerson(t.services, evening.id, id, { needs: { ...NO_NEEDS, staysAt: must(kept).id } }, 'Ada');
    expect((await evening.start(ada)).statusCode).toBe(200);
    const tablesOf = ({ schedule }: PlanView): (string | undefined)[] =>
      schedule.rounds.map((round) => Object.keys(round).find((table) => round[table]?.students.includes(id)));
    const mentorsOf = ({ schedule }: PlanView): AttendeeId[] =>
      schedule.rounds.flatMap((round) =>
        Object.values(round).flatMap(({ students, mentors }) => (students.includes(id) ? mentors : [])),
      );
    const before = await plan();
    expect(tablesOf(before)).toEqual([must(kept).id, must(kept).id, must(kept).id]);
    expect(new Set(mentorsOf(before)).size).toBe(3);
    const change = async (wanted: object): Promise<PlanView> => {
      const answer = await ada.post(`${evening.url}/repairs`, { change: wanted });
      expect(answer.statusCode, answer.body).toBe(200);
      const { planVersion } = must(answer.json<RepairOffer[]>()[0]);
      const taken = await evening.press(ada, { kind: 'replan', planVersion, change: wanted as never });
      expect(taken.statusCode, taken.body).toBe(200);
      return plan();
    };
    const leaving = evening.students.find((one) => one.id !== id);
    const fewer = await change({ kind: 'left', people: [must(leaving).id] });
    expect(tablesOf(fewer)).toEqual([must(kept).id, must(kept).id, must(kept).id]);
    expect(new Set(mentorsOf(fewer)).size).toBe(3);
    const elsewhere = await change({ kind: 'tableClosed', table: must(other).id });
    expect(tablesOf(elsewhere)).toEqual([must(kept).id, must(kept).id, must(kept).id]);
    const closed = await change({ kind: 'tableClosed', table: must(kept).id });
    for (const table of tablesOf(closed).slice(1)) expect(table).not.toBe(must(kept).id);
  });

  it('R100 a mentor who comes later is waited for at the start, and one who goes is planned no longer than that', async () => {
    const { t, ada, evening } = await desk();
    const [late, early] = [must(evening.mentors[0]), must(evening.mentors[1])];
    const { startsAt } = must(t.services.evenings.get(evening.id)).event.settings;
    const minute = (count: number) => instant(startsAt + count * 60_000);
    // rounds talk from minute 0, 12 and 24, ten minutes each
    changePerson(
      t.services,
      evening.id,
      late.id,
      { registration: { ...late.registration, arrivesAt: minute(11) } },
      'Ada',
    );
    changePerson(
      t.services,
      evening.id,
      early.id,
      { registration: { ...early.registration, leavesAt: minute(20) } },
      'Ada',
    );
    evening.checkIn(...evening.students, ...evening.mentors.slice(1));
    const offer = (await ada.post(`${evening.url}/start-offer`, { basis: 'here' })).json<StartOffer>();
    expect(offer.mentors).toBe(4);
    const { schedule } = (await ada.get(`${evening.url}/plan/${offer.planVersion}`)).json<PlanView>();
    const seated = (id: AttendeeId): boolean[] =>
      schedule.rounds.map((round) =>
        Object.values(round).some(({ students, mentors }) => students.length > 0 && mentors.includes(id)),
      );
    expect(seated(late.id)).toEqual([false, true, true]);
    expect(seated(early.id)).toEqual([true, true, false]);
  });
});

describe('who asked for what is the organiser’s alone', () => {
  it('no phone, display, room frame or sheet of paper says it', async () => {
    const { t, ada, evening, put } = await desk();
    const [one, other] = [must(evening.students[0]), must(evening.students[1])];
    const secret = 'please not with my former flatmate';
    await put(one, other, 'apart');
    changePerson(
      t.services,
      evening.id,
      one.id,
      {
        access: 'I use a wheelchair, quietly',
        registration: { ...one.registration, company: secret },
        needs: { stepFree: true, quiet: true, staysAt: must(evening.tables()[0]).id, heard: secret },
      },
      'Ada',
    );
    const phones = await Promise.all([one, other, must(evening.mentors[0])].map((person) => evening.phone(person)));
    const opened = [one, other, must(evening.mentors[0])].map(({ id }, at) =>
      must(phones[at]).get(`/me/${id}/opening`),
    );
    const display = await evening.display();
    const seen = await Promise.all([...opened, display.get(`${evening.displayUrl()}/opening`)]);
    const room = JSON.stringify(t.services.evenings.room(evening.id));
    for (const text of [...seen.map(({ body }) => body), room]) {
      expect(text.length).toBeGreaterThan(50);
      for (const word of [secret, 'wheelchair', 'staysAt', 'stepFree', 'quiet', 'apart', 'heard', 'pairs', 'needs']) {
        expect(text).not.toContain(word);
      }
    }
    expect((await t.stranger().get(`${evening.url}/company`)).statusCode).toBe(401);
    expect((await ada.get(`${evening.url}/company`)).json<PeopleInPairs>().pairs).toHaveLength(1);
  });
});
