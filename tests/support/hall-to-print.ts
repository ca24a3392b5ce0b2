import { EMPTY_CARD } from '@lapwing/shared/event/roster';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import { expect, type Page } from '@playwright/test';

/** Asks the server of the page in the name of whoever is signed in there. */
export type Ask = <Answer = { id: string }>(
  method: 'post' | 'put' | 'get',
  path: string,
  data?: object,
) => Promise<Answer>;

export const asking =
  (page: Page, origin: string): Ask =>
  async <Answer>(method: 'post' | 'put' | 'get', path: string, data?: object) => {
    const answer = await page.request[method](`${origin}/api/events${path}`, data === undefined ? {} : { data });
    const text = await answer.text();
    expect(answer.ok(), `${method} ${path}: ${text}`).toBe(true);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };

export interface HallToPrint {
  readonly tables: number;
  readonly students: number;
  readonly rounds: number;
  /** Number of the first table. */
  readonly from?: number;
  /** What the first people are called, in place of invented names. */
  readonly called?: { readonly students?: readonly string[]; readonly mentors?: readonly string[] };
  readonly whoMoves?: 'students' | 'mentors';
  readonly breakAfterRound?: number;
  /** A name for each table in place of its bird. */
  readonly tableName?: string;
}

const JOBS = ['Product manager', 'Barrister', 'Civil engineer', 'Actuary', 'Auditor', 'Founder'];
const COURSES = ['Economics', 'Computer science', 'History', 'Electronic engineering', 'Law'];

/** "Amber Quill-3": a name that nobody else in the hall has. */
const invented = (kind: string, n: number): string => `${kind}${n + 1} Quillfeather`;

/** An evening with a published plan, one mentor to a table, made by the routes that a console uses. */
export async function hallToPrint(ask: Ask, hall: HallToPrint): Promise<EventDetail> {
  const { tables, students, rounds, from = 1, called = {}, whoMoves = 'students', breakAfterRound = 0 } = hall;
  const { id, settings } = await ask<EventDetail>('post', '', { name: 'Careers Night', timeZone: 'Europe/London' });
  const changes = { place: 'King’s Hall', rounds, whoMoves, breakAfterRound, breakMinutes: 10 };
  await ask('put', `/${id}/settings`, { ...settings, ...changes });
  const mentors: string[] = [];
  for (let n = 0; n < tables; n++) {
    const card = { ...EMPTY_CARD, jobTitle: JOBS[n % JOBS.length], company: 'Northlamp', askMeAbout: ASK };
    const name = called.mentors?.[n] ?? invented('Mentor', n);
    const details = { role: 'mentor', name, industries: ['Engineering'], card };
    mentors.push((await ask('post', `/${id}/people`, { details })).id);
  }
  for (let n = 0; n < students; n++) {
    const name = called.students?.[n] ?? invented('Student', n);
    const details = { role: 'student', name, course: COURSES[n % COURSES.length], yearOfStudy: 'second year' };
    await ask('post', `/${id}/people`, { details });
  }
  const seats = Math.ceil(students / tables);
  await ask('put', `/${id}/floor`, {
    tables: mentors.map((mentor, n) => ({
      ...{ number: from + n, name: hall.tableName ?? '', seats, mentors: [mentor] },
      ...{ stepFree: true, quiet: false, column: n % 8, row: Math.floor(n / 8) },
    })),
  });
  const { version } = await ask<{ version: number }>('post', `/${id}/plan`, { basis: 'expected', seed: 1 });
  await ask('post', `/${id}/plan/${version}/publish`, {});
  return ask<EventDetail>('get', `/${id}`);
}

const ASK = 'Moving from support to product, and saying no.';
