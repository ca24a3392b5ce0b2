import type { Table } from '@lapwing/shared/event/floor';
import { EMPTY_REGISTRATION, NO_NEEDS } from '@lapwing/shared/event/registration';
import { type Attendee, EMPTY_CARD } from '@lapwing/shared/event/roster';
import { personLine, personLines, type Schedule } from '@lapwing/shared/event/schedule';
import { type AttendeeId, attendeeId, eventId, tableId } from '@lapwing/shared/kernel/ids';
import {
  type CardParts,
  factsOf,
  hallOf,
  MOST_ON_BOARD,
  nameBoard,
  type PersonalCard,
  personalCard,
} from '@lapwing/shared/live/views';
import { describe, expect, it } from 'vitest';
import { at, settings } from './evening.ts';

/** Somebody with a word of their own in every field, so that each can be looked for. */
const person = (id: string, role: Attendee['role'], name: string, more: Partial<Attendee> = {}): Attendee => ({
  id: attendeeId(id),
  role,
  name,
  email: `${id}@secret.example`,
  standing: 'active',
  course: `${id}-course`,
  yearOfStudy: `${id}-year`,
  industries: [`${id}-industry`],
  question: `${id}-question`,
  access: `${id}-access`,
  diet: `${id}-diet`,
  availability: `${id}-availability`,
  card: {
    ...EMPTY_CARD,
    jobTitle: `${id}-job`,
    company: `${id}-company`,
    industry: `${id}-field`,
    askMeAbout: `${id}-ask`,
    allDay: `${id}-all-day`,
    howIGotHere: `${id}-how`,
    wouldDoDifferently: `${id}-differently`,
  },
  registration: { ...EMPTY_REGISTRATION, roles: [`${id}-role`], company: `${id}-private` },
  needs: NO_NEEDS,
  checkedInAt: null,
  badgeCode: `${id}-badge`,
  unnamed: false,
  unconfirmed: false,
  keptUntil: null,
  ...more,
});

const ann = person('ann', 'student', 'Ann Archer');
const bob = person('bob', 'student', 'Bob Baker');
const max = person('max', 'mentor', 'Max Mentor-Moore');
const sue = person('sue', 'mentor', 'Sue Second');
const everybody = [ann, bob, max, sue];
const people = new Map(everybody.map((one) => [one.id, one]));

const table = (number: number): Table => ({
  id: tableId(`t${number}`),
  number,
  name: number === 2 ? 'Owls' : '',
  seats: 4,
  mentors: [],
  stepFree: true,
  quiet: false,
  column: number,
  row: 0,
});
const tables = [table(1), table(2)];
const seating = (students: Attendee[], mentors: Attendee[]) => ({
  students: students.map(({ id }) => id),
  mentors: mentors.map(({ id }) => id),
});
const schedule: Schedule = {
  rounds: [
    { t1: seating([ann, bob], [max]), t2: seating([], [sue]) },
    { t1: seating([ann], [max]), t2: seating([bob], [sue]) },
    { t1: seating([], [max]), t2: seating([ann], [sue]) },
  ],
};

const event = { eventId: eventId('e1'), selfCheckIn: true };

const partsOf = (one: Attendee, known: ReadonlyMap<AttendeeId, Attendee> = people, floor = tables): CardParts => ({
  ...event,
  settings: settings(),
  tables: floor,
  people: known,
  person: one,
  line: personLine(schedule, one.id),
  planVersion: 4,
  calls: ['late'],
});
const cardOf = (...of: Parameters<typeof partsOf>): PersonalCard => personalCard(partsOf(...of));

describe('a student’s card', () => {
  it('L33 shows each round’s table and the mentors there, with what they do and what to ask', () => {
    const { rounds, ...card } = cardOf(ann);
    expect(card).toMatchObject({
      t: 'card',
      id: 'ann',
      name: 'Ann Archer',
      role: 'student',
      checkedIn: false,
      planVersion: 4,
    });
    expect(rounds).toEqual([
      {
        round: 1,
        table: 1,
        meets: [{ id: 'max', name: 'Max Mentor-Moore', line: 'max-job, max-company', ask: 'max-ask' }],
      },
      {
        round: 2,
        table: 1,
        meets: [{ id: 'max', name: 'Max Mentor-Moore', line: 'max-job, max-company', ask: 'max-ask' }],
      },
      { round: 3, table: 2, meets: [{ id: 'sue', name: 'Sue Second', line: 'sue-job, sue-company', ask: 'sue-ask' }] },
    ]);
    expect(cardOf({ ...ann, checkedInAt: at(5) }).checkedIn).toBe(true);
    expect(cardOf(bob).rounds[2], 'sitting out').toEqual({ round: 3, table: null, meets: [] });
  });

  it('L33 holds nothing about another student, and of nobody an address, needs, diet or the long answers', () => {
    const { badgeCode, ...rest } = cardOf(ann);
    expect(badgeCode, 'her own').toBe('ann-badge');
    const text = JSON.stringify(rest);
    for (const word of [
      'Bob',
      'Baker',
      'bob-',
      'secret.example',
      '-access',
      '-diet',
      '-availability',
      '-all-day',
      '-how',
    ])
      expect(text, word).not.toContain(word);
    for (const word of ['-differently', '-year', '-industry', '-field', 'ann-']) expect(text, word).not.toContain(word);
  });
});

describe('a mentor’s card', () => {
  it('L33 tells students what questions go by, and nothing where the card says nothing that is known', () => {
    const energy = {
      ...max,
      card: { ...max.card, industry: 'Energy & climate', roles: ['product'], yearsInWork: '20' },
    };
    const known = new Map([...people, [max.id, energy]]);
    expect(cardOf(ann, known).rounds[0]?.meets[0]?.tags).toEqual(['energy', 'product', 'senior']);
    expect(cardOf(ann).rounds[0]?.meets[0]).not.toHaveProperty('tags');
    expect(JSON.stringify(cardOf(energy, known).rounds)).not.toContain('tags');
  });

  it('L33 shows students by first name, course and question', () => {
    expect(cardOf(max).rounds[0]?.meets).toEqual([
      { id: 'ann', name: 'Ann', line: 'ann-course', ask: 'ann-question' },
      { id: 'bob', name: 'Bob', line: 'bob-course', ask: 'bob-question' },
    ]);
  });

  it('L33 tells students apart who share a first name: by an initial, or by their badge where nobody has a last name', () => {
    const annie = { ...bob, name: 'Ann Baker' };
    const room = new Map([...people, [annie.id, annie]]);
    const namesOf = (card: PersonalCard) => card.rounds[0]?.meets.map(({ name }) => name);
    expect(namesOf(cardOf(max, room))).toEqual(['Ann\u00a0A.', 'Ann\u00a0B.']);
    expect(namesOf(personalCard({ ...partsOf(max, room), firstNamesOnly: true }))).toEqual([
      'Ann\u00a0(ann-badge)',
      'Ann\u00a0(bob-badge)',
    ]);
  });

  it('L33 holds no surname, address, year, needs or diet of a student, and nothing of other mentors', () => {
    const { badgeCode: _own, ...rest } = cardOf(max);
    const text = JSON.stringify(rest);
    for (const word of [
      'Archer',
      'Baker',
      'Sue',
      'Second',
      'secret.example',
      '-year',
      '-access',
      '-diet',
      '-industry',
      '-role',
      '-private',
      '-badge',
    ])
      expect(text, word).not.toContain(word);
  });
});

describe('a card when things changed since the plan', () => {
  it('leaves out who is not known any more', () => {
    const without = new Map(people);
    without.delete(max.id);
    expect(cardOf(ann, without).rounds[0]).toEqual({ round: 1, table: 1, meets: [] });
  });

  it('names no table that was taken away', () => {
    expect(cardOf(ann, people, [table(2)]).rounds.map((round) => round.table)).toEqual([null, null, 2]);
  });

  it('without a plan has no rounds', () => {
    const none = { line: [], planVersion: 0, calls: [] };
    const parts = { ...event, settings: settings(), tables, people, person: ann, ...none };
    expect(personalCard(parts)).toMatchObject({ planVersion: 0, rounds: [] });
  });

  it('keeps names as they are written, markup and right-to-left marks too', () => {
    const name = '\u202e<b>Ann</b>\u200f אן';
    const odd = { ...ann, name };
    expect(cardOf(odd, new Map([[ann.id, odd]])).name).toBe(name);
  });
});

describe('a display', () => {
  it('L33 gets the hall: tables and how to join, nobody at all', () => {
    const hall = hallOf(
      settings(),
      { tables, landmarks: [{ kind: 'door', column: 0, row: 3 }] },
      { event: 'KQ4T', room: 'XR7C' },
      'http://192.168.1.20:3000',
    );
    expect(hall).toEqual({
      t: 'hall',
      eventName: 'Spring evening',
      place: "King's Hall",
      timeZone: 'Europe/London',
      startsAt: at(0),
      whoMoves: 'students',
      joinUrl: 'http://192.168.1.20:3000/e/KQ4T',
      code: 'XR7C',
      tables: [
        { number: 1, name: 'Avocet', column: 1, row: 0 },
        { number: 2, name: 'Owls', column: 2, row: 0 },
      ],
      landmarks: [{ kind: 'door', column: 0, row: 3 }],
    });
  });

  const boardOf = (known: ReadonlyMap<AttendeeId, Attendee>, whoMoves: 'students' | 'mentors' = 'students') =>
    nameBoard({ whoMoves, tables, people: known, lines: personLines(schedule) });

  it('L33 gets, where an organiser asks for it, first names and initials of who moves with their tables, and no word more', () => {
    expect(boardOf(people)).toEqual({
      ...{ t: 'names', people: 2 },
      lines: [
        { name: 'Ann A.', tables: [1, 1, 2] },
        { name: 'Bob B.', tables: [1, 2, null] },
      ],
    });
    expect(boardOf(people, 'mentors').lines).toEqual([
      { name: 'Max M.', tables: [1, 1, 1] },
      { name: 'Sue S.', tables: [2, 2, 2] },
    ]);
  });

  it('L33 gets a badge number instead of the name of whoever wishes so, and of a guest nobody has named', () => {
    const shy = { ...ann, registration: { ...ann.registration, offWalls: true } };
    const guest = { ...bob, name: 'Guest of Ann Archer', unnamed: true };
    const text = JSON.stringify(boardOf(new Map([shy, guest].map((one) => [one.id, one]))));
    expect(text).toContain('ann-badge');
    expect(text).toContain('bob-badge');
    for (const word of ['Ann', 'Guest', 'Archer']) expect(text, word).not.toContain(word);
  });

  it('L33 gets nobody when there are more than a wall can show', () => {
    const many = Array.from({ length: MOST_ON_BOARD + 1 }, (_, index) =>
      person(`s${index}`, 'student', `Stu Dent${index}`),
    );
    const crowd: Schedule = { rounds: [{ t1: seating(many, [max]) }] };
    const known = new Map(many.map((one) => [one.id, one]));
    const board = nameBoard({ whoMoves: 'students', tables, people: known, lines: personLines(crowd) });
    expect(board).toEqual({ t: 'names', people: MOST_ON_BOARD + 1, lines: [] });
  });

  it('L34 gets counts: expected is who is active, and whoever came all the same', () => {
    const here = { checkedInAt: at(0) };
    const all = [
      person('a', 'student', 'A', here),
      person('b', 'student', 'B'),
      person('c', 'student', 'C', { standing: 'cancelled' }),
      person('d', 'student', 'D', { standing: 'waiting', ...here }),
      person('e', 'mentor', 'E', here),
      person('f', 'mentor', 'F', { standing: 'cancelled' }),
    ];
    expect(factsOf(new Map(all.map((one) => [one.id, one])), null)).toEqual({
      allHere: null,
      t: 'facts',
      studentsHere: 2,
      studentsExpected: 3,
      mentorsHere: 1,
      mentorsExpected: 1,
    });
  });
});
