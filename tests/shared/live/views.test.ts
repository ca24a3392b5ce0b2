import type { Table } from '@lapwing/shared/event/floor';
import { type Attendee, EMPTY_CARD } from '@lapwing/shared/event/roster';
import { type AttendeeId, attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { factsOf, hallOf, personalCard } from '@lapwing/shared/live/views';
import { describe, expect, test } from 'vitest';
import { settings } from './evening.ts';

/** Somebody whose every private field says so. */
const person = (id: string, role: Attendee['role'], name: string, over: Partial<Attendee> = {}): Attendee => ({
  id: attendeeId(id),
  role,
  name,
  email: `${id}@private.example`,
  standing: 'active',
  course: `course of ${id}`,
  yearOfStudy: 'private year',
  industries: ['private industry'],
  question: `question of ${id}`,
  access: 'private access',
  diet: 'private diet',
  availability: 'private availability',
  card: EMPTY_CARD,
  checkedInAt: null,
  ...over,
});

const card = { ...EMPTY_CARD, jobTitle: 'Engineer', company: 'Northlamp', askMeAbout: 'night shifts' };
const ann = person('ann', 'student', 'Ann Appleby', { checkedInAt: instant(5) });
const ben = person('ben', 'student', 'Ben Brown', { standing: 'waiting' });
const mia = person('mia', 'mentor', 'Mia Marsh', { card });
const people = new Map<AttendeeId, Attendee>([ann, ben, mia].map((one) => [one.id, one]));
const table: Table = {
  id: tableId('t'),
  number: 4,
  name: '',
  seats: 5,
  mentors: [mia.id],
  stepFree: true,
  column: 3,
  row: 0,
};
const seen = (who: Attendee, meets: readonly AttendeeId[]) =>
  personalCard({
    settings: settings(),
    tables: [table],
    people,
    person: who,
    line: [
      { round: 1, table: table.id, meets },
      { round: 2, table: null, meets: [] },
    ],
    planVersion: 2,
  });

describe('what each audience sees', () => {
  test("L33 a student sees the mentor's name, work and what to ask, and where they sit out", () => {
    expect(seen(ann, [mia.id])).toMatchObject({
      id: 'ann',
      checkedIn: true,
      rounds: [
        { round: 1, table: 4, meets: [{ name: 'Mia Marsh', line: 'Engineer, Northlamp', ask: 'night shifts' }] },
        { round: 2, table: null, meets: [] },
      ],
      tables: [{ number: 4, name: 'Dipper', column: 3, row: 0 }],
    });
  });

  test("L33 a mentor sees students' first names, courses and questions, no family names", () => {
    const view = seen(mia, [ann.id, ben.id]);
    expect(view.rounds[0]?.meets).toEqual([
      { name: 'Ann', line: 'course of ann', ask: 'question of ann' },
      { name: 'Ben', line: 'course of ben', ask: 'question of ben' },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/Appleby|Brown/u);
  });

  test('L33 no view holds an address, a diet, an access need or any other private field', () => {
    const hall = hallOf(settings(), [table], 'KQ4T', 'http://192.168.1.20:3000');
    const views = JSON.stringify([seen(ann, [mia.id]), seen(mia, [ann.id, ben.id]), hall, factsOf(people)]);
    expect(views).not.toMatch(/private|@/u);
  });

  test('L33 a display sees no person at all', () => {
    const hall = hallOf(settings(), [table], 'KQ4T', 'http://192.168.1.20:3000');
    expect(hall.joinUrl).toBe('http://192.168.1.20:3000/e/KQ4T');
    expect(JSON.stringify([hall, factsOf(people)])).not.toMatch(/Ann|Ben|Mia|mia/u);
  });

  test('L33 somebody who was deleted, and a table that is gone, leave a gap and no error', () => {
    expect(seen(ann, [attendeeId('gone')]).rounds[0]?.meets).toEqual([]);
    const view = personalCard({
      settings: settings(),
      tables: [],
      people,
      person: ann,
      line: [{ round: 1, table: table.id, meets: [] }],
      planVersion: 2,
    });
    expect(view.rounds[0]?.table).toBeNull();
  });

  test('L34 facts count who is here and who is expected; one who came from the waitlist is expected', () => {
    const came = new Map(people).set(ben.id, { ...ben, checkedInAt: instant(9) });
    expect(factsOf(people)).toMatchObject({ studentsHere: 1, studentsExpected: 1, mentorsHere: 0, mentorsExpected: 1 });
    expect(factsOf(came)).toMatchObject({ studentsHere: 2, studentsExpected: 2 });
  });
});
