import type { Attendee } from '@lapwing/shared/event/roster';
import type { Response } from 'light-my-request';
import { expect } from 'vitest';
import { type Hall, MARKS, markedHall } from './marked-hall.ts';
import { type TestApp, testApp } from './test-app.ts';
import type { Caller } from './test-caller.ts';
import { printOfData } from './untouched.ts';

/** Two evenings of one server, and everybody who may want something of the first. */
export interface TwoHalls {
  readonly t: TestApp;
  readonly mine: Hall;
  readonly other: Hall;
  readonly owner: Caller;
  readonly organiser: Caller;
  /** Somebody without an account, at the desk of the first evening tonight. */
  readonly helper: Caller;
  readonly display: Caller;
  readonly student: Caller;
  readonly mentor: Caller;
  readonly stranger: Caller;
  /** A student and a mentor of the other evening. */
  readonly guest: Caller;
  readonly guestMentor: Caller;
  readonly otherDisplay: Caller;
  /** Ids: of the student, the mentor, another student and another mentor of the first evening, a student and a mentor of the other. */
  readonly ids: Readonly<Record<'student' | 'mentor' | 'student2' | 'mentor2' | 'guest' | 'guestMentor', string>>;
}

export async function twoHalls(): Promise<TwoHalls> {
  const t = await testApp();
  const [mine, other] = [await markedHall(t), await markedHall(t)];
  const [student, student2] = mine.evening.students as [Attendee, Attendee];
  const [mentor, mentor2] = mine.evening.mentors as [Attendee, Attendee];
  const [guest] = other.evening.students as [Attendee];
  const [guestMentor] = other.evening.mentors as [Attendee];
  const owner = await t.organiser('Olga', 'owner');
  const door = await owner.put(`${mine.evening.url}/helpers`, { open: true });
  const helper = t.stranger();
  const joined = await helper.post('/api/helpers/session', {
    code: door.json<{ code: string }>().code,
    firstName: 'Hal',
  });
  if (joined.statusCode >= 300) throw new Error(`the helper was refused: ${joined.body}`);
  return {
    ...{ t, mine, other, owner, helper },
    organiser: await t.organiser('Ole', 'organiser'),
    display: await mine.evening.display(),
    student: await mine.evening.phone(student),
    mentor: await mine.evening.phone(mentor),
    stranger: t.stranger(),
    guest: await other.evening.phone(guest),
    guestMentor: await other.evening.phone(guestMentor),
    otherDisplay: await other.evening.display(),
    ids: {
      ...{ student: student.id, student2: student2.id, guest: guest.id, guestMentor: guestMentor.id },
      ...{ mentor: mentor.id, mentor2: mentor2.id },
    },
  };
}

/** Holds that a request is refused, tells nothing of anybody, and writes nothing. */
export async function refusedWith(t: TestApp, act: () => Promise<Response>, ...statuses: number[]): Promise<void> {
  const before = printOfData(t);
  const { statusCode, body } = await act();
  expect(statuses, body.slice(0, 300)).toContain(statusCode);
  for (const [field, mark] of Object.entries(MARKS)) expect(body, `shows ${field}`).not.toContain(mark);
  expect(printOfData(t), 'nothing was written').toBe(before);
}
