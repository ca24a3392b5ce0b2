import type { EventId } from '@lapwing/shared/kernel/ids';
import { introductionId, memberId } from '@lapwing/shared/kernel/ids';
import { instant, minutes } from '@lapwing/shared/kernel/time';
import type { PlanView } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { insertIntroductions } from '../../../server/src/db/repositories/member-introductions.ts';
import { deleteEvent, restoreEvent } from '../../../server/src/services/event-service.ts';
import { metBefore } from '../../../server/src/services/met-before.ts';
import { changePerson, setPresence } from '../../../server/src/services/roster-service.ts';
import { makeEvening, SETTINGS, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';

const DAY = 86_400_000;
const later = (days: number) => ({ startsAt: instant(SETTINGS.startsAt + days * DAY) });

/** A first night that is run to its end (or for so many rounds), and a second one with the same people. */
async function twoNights(t: TestApp, ada: Caller, days = 30, rounds = 3): Promise<[TestEvening, TestEvening]> {
  const first = await makeEvening(t);
  await first.start(ada);
  for (let round = 1; round < rounds; round++) t.clock.advance(minutes(13));
  await first.press(ada, { kind: 'finish' });
  expect(first.moment().phase.kind).toBe('finished');
  const second = await makeEvening(t, { settings: later(days), published: false });
  return [first, second];
}

const met = (t: TestApp, { id }: TestEvening): Set<string> => namesOf(t, id, metBefore(t.services, id));

function namesOf(t: TestApp, id: EventId, pairs: ReturnType<typeof metBefore>): Set<string> {
  const people = t.services.evenings.get(id)?.people;
  return new Set(
    pairs.map((pair) =>
      pair
        .map((one) => people?.get(one)?.name ?? '?')
        .sort()
        .join(' + '),
    ),
  );
}

/** Who shared a table in the first so many rounds of a plan, students with each other and with mentors. */
function sharedIn(t: TestApp, { id }: TestEvening, rounds: readonly number[]): Set<string> {
  const plan = t.services.evenings.plan(id);
  const people = t.services.evenings.get(id)?.people;
  const found = new Set<string>();
  for (const round of rounds) {
    for (const { students, mentors } of Object.values(plan?.schedule.rounds[round - 1] ?? {})) {
      for (const one of students) {
        for (const other of [...students, ...mentors]) {
          const names = [one, other].map((person) => people?.get(person)?.name ?? '?').sort();
          if (one !== other) found.add(names.join(' + '));
        }
      }
    }
  }
  return found;
}

describe('who met at an earlier evening', () => {
  it('R104 is who shared a table in the rounds that were talked, by address and name', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const [first, second] = await twoNights(t, ada, 30, 2);
    const expected = sharedIn(t, first, [1, 2]);
    expect(expected.size).toBeGreaterThan(6);
    expect(met(t, second)).toEqual(expected);
    expect(met(t, first), 'an evening has no earlier one').toEqual(new Set());
  });

  it('R104 a round that was left out, somebody who was not there, and an evening too long ago count for nothing', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const first = await makeEvening(t);
    const [absent, ...came] = first.students;
    if (!absent) throw new Error('students are needed');
    await first.start(ada);
    t.clock.advance(minutes(1));
    const skipped = await first.press(ada, { kind: 'skip', round: 2 });
    expect(skipped.statusCode, skipped.body).toBe(200);
    t.clock.advance(minutes(13));
    await first.press(ada, { kind: 'finish' });
    const second = await makeEvening(t, { settings: later(30), published: false });
    const all = met(t, second);
    expect(all).toEqual(sharedIn(t, first, [1, 3]));
    for (const person of came) setPresence(t.services, first.id, person.id, true);
    t.services.evenings.changed(first.id);
    expect(met(t, second)).toEqual(new Set([...all].filter((pair) => !pair.includes(absent.name))));
    const old = await makeEvening(t, { settings: later(400), published: false });
    expect(met(t, old)).toEqual(new Set());
  });

  it('R104 a deleted evening, one whose end was taken back, and people with another address count for nothing', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const [first, second] = await twoNights(t, ada);
    const all = met(t, second);
    deleteEvent(t.services, first.id);
    expect(met(t, second)).toEqual(new Set());
    restoreEvent(t.services, first.id);
    expect(met(t, second)).toEqual(all);
    await first.press(ada, { kind: 'undo' });
    expect(met(t, second), 'the night goes on').toEqual(new Set());
    await first.press(ada, { kind: 'finish' });
    expect(met(t, second)).toEqual(all);
    const [moved] = second.students;
    if (!moved) throw new Error('students are needed');
    changePerson(t.services, second.id, moved.id, { email: 'somebody.else@example.org' }, 'Ada');
    expect(met(t, second)).toEqual(new Set([...all].filter((pair) => !pair.includes(moved.name))));
  });

  it('R104 the next plan seats people with others, its report says how many meet again, and a restart forgets nothing', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const [, second] = await twoNights(t, ada, 30, 1);
    const answer = await ada.post(`${second.url}/plan`, { basis: 'expected' });
    expect(answer.statusCode, answer.body).toBe(200);
    const plan = answer.json<PlanView>();
    const known = met(t, second);
    // three mentors, one of them known, three rounds: one meeting again each
    expect(plan.report.metAgain).toMatchObject({ known: known.size, mentors: 6, unavoidable: 6 });
    expect(plan.outdated).toBe(false);
    await t.close();
    const again = await testApp({ dataDir: t.dataDir, clock: t.clock });
    expect(namesOf(again, second.id, metBefore(again.services, second.id))).toEqual(known);
    const eve = await again.organiser();
    expect((await eve.get(`${second.url}/plan`)).json<PlanView>().outdated).toBe(false);
  });

  it('C16: who were introduced between evenings, or by a file, count as met for a year, also by the plan', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t, { settings: later(30), published: false });
    const [student, other] = evening.students;
    const [mentor, second] = evening.mentors;
    if (!student || !other || !mentor || !second) throw new Error('two of each are needed');
    const onFile = t.db.$client.prepare(
      'INSERT INTO members (id, email_key, name_key, created_at, last_seen_at) VALUES (?,?,?,0,0)',
    );
    const isMember = t.db.$client.prepare('UPDATE attendees SET member_id = ? WHERE id = ?');
    for (const { id, name } of [student, other, mentor, second]) {
      onFile.run(`m-${id}`, `${id}@example.org`, name);
      isMember.run(`m-${id}`, id);
    }
    const introduce = (one: string, two: string, daysBefore: number, state: 'draft' | 'released') =>
      t.db.transaction((tx) =>
        insertIntroductions(tx, [
          {
            ...{
              id: introductionId(`i-${one}-${two}`),
              studentMember: memberId(`m-${one}`),
              mentorMember: memberId(`m-${two}`),
            },
            ...{ origin: 'import', round: 0, studentLine: '', mentorLine: '', words: '', state },
            madeAt: instant(SETTINGS.startsAt + (30 - daysBefore) * DAY),
          },
        ]),
      );
    expect(met(t, evening)).toEqual(new Set());
    introduce(student.id, mentor.id, 20, 'released');
    const known = new Set([[mentor.name, student.name].sort().join(' + ')]);
    expect(met(t, evening)).toEqual(known);
    introduce(other.id, mentor.id, 366, 'released');
    introduce(other.id, second.id, 20, 'draft');
    expect(met(t, evening), 'too long ago, and not sent').toEqual(known);
    const answer = await ada.post(`${evening.url}/plan`, { basis: 'expected' });
    expect(answer.json<PlanView>().report.metAgain).toMatchObject({ known: 1 });
  });
});
