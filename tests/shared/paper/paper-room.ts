import type { EveningSettings } from '@lapwing/shared/event/event';
import type { Table } from '@lapwing/shared/event/floor';
import { type Attendee, EMPTY_CARD, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import type { PaperParts } from '@lapwing/shared/paper/paper-parts';
import { Evening, settings } from '../live/evening.ts';

/** Somebody with a secret in every field that no paper may show. */
export const person = (name: string, over: Partial<Attendee> = {}): Attendee => ({
  ...EMPTY_DETAILS,
  id: attendeeId(name.toLowerCase().replaceAll(' ', '-')),
  name,
  ...{ email: 'secret@example.org', course: 'secret course', question: 'secret question', access: 'secret access' },
  ...{ diet: 'secret diet', availability: 'secret times', industries: ['secret industry'] },
  card: { ...EMPTY_CARD, company: 'secret company', contact: 'secret contact', askMeAbout: 'secret ask' },
  checkedInAt: null,
  badgeCode: '',
  unnamed: false,
  unconfirmed: false,
  keptUntil: null,
  ...over,
});
export const mentor = (name: string, over: Partial<Attendee> = {}): Attendee =>
  person(name, { role: 'mentor', ...over });

export const table = (number: number, over: Partial<Table> = {}): Table => ({
  ...{ id: tableId(`t${number}`), number, name: '', seats: 4, mentors: [], stepFree: false, quiet: false },
  ...{ column: number - 1, row: 0 },
  ...over,
});

const [ann, bob, cleo] = [person('Ann Archer'), person('Bob Baker'), person('Cleo Cole')];
const [max, sue] = [mentor('Max Mentor-Moore'), mentor('Sue Second')];
export const PEOPLE = [sue, cleo, ann, max, bob];

const seating = (students: Attendee[], mentors: Attendee[]) => ({
  students: students.map(({ id }) => id),
  mentors: mentors.map(({ id }) => id),
});
/** Three rounds; Cleo sits the second one out. */
export const SCHEDULE: Schedule = {
  rounds: [
    { t1: seating([bob, ann], [max]), t2: seating([cleo], [sue]) },
    { t1: seating([ann], [max]), t2: seating([bob], [sue]) },
    { t1: seating([cleo], [max]), t2: seating([ann, bob], [sue]) },
  ],
};

/** What sheets of this evening are cut from; before the start unless told otherwise. */
export const parts = (over: Partial<PaperParts> = {}, evening: Partial<EveningSettings> = {}): PaperParts => ({
  settings: settings(evening),
  moment: new Evening(evening).night.moment,
  now: new Evening().now,
  schedule: SCHEDULE,
  room: null,
  tables: [table(2), table(1), table(3)],
  people: PEOPLE,
  ...over,
});

/** The same evening as it stands at a point of the night. */
export const partsOf = (night: Evening, over: Partial<PaperParts> = {}): PaperParts =>
  parts({ moment: night.night.moment, now: night.now, ...over });
