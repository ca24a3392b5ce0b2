import type { EveningSettings } from '@lapwing/shared/event/event';
import { gridPlace, type Table } from '@lapwing/shared/event/floor';
import { type Attendee, EMPTY_CARD, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import { attendeeId, eventId, tableId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { PlanView } from '@lapwing/shared/protocol/api';
import { eveningToPlan } from '@lapwing/shared/protocol/planned-for';
import { type PlannedEvening, planEvening } from '@lapwing/shared/rotation/evening';
import { at, STARTS_AT, TIME_ZONE } from '../fixtures.ts';

/** Everybody and every firm here is invented. */
const FIRST = 'Aisha Ben Chloe Dmitri Ewa Farah Gwen Hamid Isla Jun Kofi Leila Marek Nadia Ollie Pia Quinn Ravi'.split(
  ' ',
);
const LAST = 'Karim Adeyemi Novak Farrow Mensah Lindqvist Osei Patel Tan Okafor Ruiz Weil Haddad Brandt'.split(' ');
const COURSES = ['Economics', 'Computer Science', 'History', 'Law', 'Biomedical Engineering', 'Mathematics'];
const FIELDS = ['Software & internet', 'Banking & payments', 'Law, property & construction', 'Games'];
const MENTORS = [
  ['Grace Lindqvist', 'Data engineer', 'Fernhill', 0],
  ['Samuel Okafor', 'Solicitor', 'Barrow and Vane', 2],
  ['Priya Raman', 'Product manager', 'Northlamp', 0],
  ['Tom Achebe', 'Civil engineer', 'Longspan', 2],
  ['Ines Carvalho', 'Investment analyst', 'Dray Street', 1],
  ['Hal Whitcombe', 'Games designer', 'Otterworks', 3],
  ['Mina Farouk', 'Actuary', 'Northgate', 1],
  ['Oluwaseun Adébáyọ̀-Fitzgerald', 'Civil engineer', 'Longspan', 2],
  ['Jo Marsh', 'Auditor', 'Bell and Rowe', 1],
  ['Teddy Sloane', 'Level designer', 'Tin Kettle', 3],
] as const;
const STUDENTS = 48;

const person = (name: string, index: number, more: Partial<Attendee>): Attendee => ({
  ...EMPTY_DETAILS,
  id: attendeeId(name.toLowerCase().replaceAll(/[^a-z]+/gu, '-')),
  name,
  email: `${name.toLowerCase().replaceAll(/[^a-z]+/gu, '.')}@example.org`,
  checkedInAt: null,
  badgeCode: `KQ${String(index).padStart(2, '0').replaceAll('0', 'A').replaceAll('1', 'C')}TACD`,
  unnamed: false,
  unconfirmed: false,
  keptUntil: null,
  ...more,
});

const student = (index: number): Attendee => {
  const name = `${FIRST[index % FIRST.length]} ${LAST[(index * 5) % LAST.length]}`;
  return person(name, index, {
    course: COURSES[index % COURSES.length] as string,
    yearOfStudy: `${(index % 4) + 1}`,
    industries: index % 9 === 0 ? [] : [FIELDS[index % 4] as string, FIELDS[(index * 3 + 1) % 4] as string],
    question: index % 3 === 0 ? 'How did you get your first job?' : '',
  });
};
const mentor = ([name, jobTitle, company, field]: (typeof MENTORS)[number], index: number): Attendee =>
  person(name, 60 + index, {
    role: 'mentor',
    card: { ...EMPTY_CARD, jobTitle, company, industry: FIELDS[field] as string, askMeAbout: 'first jobs, saying no' },
  });

export const EVENT_ID = eventId('careers');
export const mentors: readonly Attendee[] = MENTORS.map(mentor);
export const students: readonly Attendee[] = Array.from({ length: STUDENTS }, (_, index) => student(index));
export const everybody: readonly Attendee[] = [...mentors, ...students];

/** Half of the students have not said yes in the mail, and two who have wait. */
export const LENT: readonly Attendee[] = everybody.map((one, index) => {
  if (one.role === 'mentor') return one;
  if (index > 54) return { ...one, standing: 'waiting' };
  return index % 2 === 0 ? one : { ...one, unconfirmed: true, keptUntil: at(-2_400 + 7 * index) };
});

/** All who have come by `since`, apart from the last `missing` students. */
export const cameIn = (since: Instant, missing = 3): readonly Attendee[] =>
  everybody.map((one, index) => (index < everybody.length - missing ? { ...one, checkedInAt: since } : one));

export const floor: readonly Table[] = mentors.map(({ id }, index) => ({
  ...{ id: tableId(`t${index + 1}`), number: index + 1, name: '', seats: 6, mentors: [id] },
  ...{ stepFree: index === 7, quiet: index === 9, ...gridPlace(index, mentors.length) },
}));

export const settings: EveningSettings = {
  ...{ name: 'Careers Night', place: 'King’s Hall', startsAt: STARTS_AT, timeZone: TIME_ZONE },
  ...{ rounds: 6, roundMinutes: 10, changeoverMinutes: 2, breakAfterRound: 0, breakMinutes: 15 },
  ...{ whoMoves: 'students', boundary: 'auto', talkBegins: 'auto' },
  ...{ welcomeMinutes: 0, panelMinutes: 0, freeTalkMinutes: 0 },
};

/** Few enough that the page is there at once; the same plan in every run. */
const MOVES = 20_000;

let found: PlannedEvening | null = null;
function planned(): PlannedEvening {
  const evening = eveningToPlan(settings, floor, everybody, 'expected');
  const answer = planEvening(evening, { seed: 1, iterations: MOVES, aim: 'balanced' });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

/** The plan of the whole evening, found here and now by the planner itself. */
export function inventedPlan(more: Partial<PlanView> = {}): PlanView {
  found ??= planned();
  const { schedule, report, seed, iterations, stoppedAfter } = found;
  return {
    ...{ version: 3, status: 'draft', basis: 'expected', madeAt: at(-75), schedule, report, seed, iterations },
    ...{ stoppedAfter, aim: 'balanced', origin: 'searched', editedFrom: null, outdated: false, room: null },
    ...more,
  };
}
