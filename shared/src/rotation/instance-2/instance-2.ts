import type { Result } from '../../kernel/result.ts';
import {
  INSTANCE_FORMAT,
  type Instance,
  type InstanceMentor,
  type InstanceStudent,
  type InstanceTable,
  type Malformed,
  parseInstance,
  shown,
} from '../instance.ts';
import {
  type Fields,
  fail,
  readAny,
  readFlag,
  readId,
  readJson,
  readKnown,
  readKnownList,
  readList,
  readObject,
  readRound,
  readRounds,
  readWeights,
} from '../instance-fields.ts';

/** Who goes from table to table; see README.md beside this file. */
export type Movers = 'students' | 'mentors' | 'groups' | 'mixed';

export interface Table2 extends InstanceTable {
  /** Where the table stands, in whole steps; null when nobody said. */
  readonly position: { readonly x: number; readonly y: number } | null;
}

export interface Mentor2 extends InstanceMentor {
  /** Rounds from 1; null for all. */
  readonly present: readonly number[] | null;
  /** Rounds, among those in which they are there, that the mentor takes off. */
  readonly rests: number;
  /** When mentors move: the tables they can get to. */
  readonly stepFree?: boolean;
  readonly quiet?: boolean;
  /** When mentors move: mentors they never sit at one table with; counts both ways. */
  readonly apart?: readonly string[];
}

export interface Student2 extends InstanceStudent {
  /** The table they keep all evening, or null. */
  readonly staysAt: string | null;
  /** Different tags they are promised to meet; 0 for none. */
  readonly promisedFields: number;
  /** Tag to weight, 1 to 5: a wish for every mentor of that tag. */
  readonly wantsTags: ReadonlyMap<string, number>;
  /** Mentors and students met at earlier events. */
  readonly metMentors: readonly string[];
  readonly metStudents: readonly string[];
}

/** A mentor's place that is already decided; `table` null means that the mentor sits nowhere in this round. */
export interface MentorPin {
  readonly round: number;
  readonly mentor: string;
  readonly table: string | null;
}

/** A rotation to plan, format `rotation-instance/2`. */
export interface Instance2 extends Instance {
  readonly whoMoves: Movers;
  /** Mentors who sit at one table at once when mentors move. */
  readonly mentorsAtTable: 1 | 2;
  readonly tables: readonly Table2[];
  readonly mentors: readonly Mentor2[];
  readonly students: readonly Student2[];
  /** When groups move: who belongs together; null when the planner deals everybody. */
  readonly groups: readonly (readonly string[])[] | null;
  readonly pinnedMentors: readonly MentorPin[];
}

export interface Seating2 {
  readonly students: readonly string[];
  readonly mentors: readonly string[];
}

/** A rotation, format `rotation-schedule/2`: per round, table id to the students and mentors who sit there. */
export interface Schedule2 {
  readonly format: 'rotation-schedule/2';
  readonly instance: string;
  readonly rounds: readonly Readonly<Record<string, Seating2>>[];
}

export const INSTANCE_2_FORMAT = 'rotation-instance/2';
export const SCHEDULE_2_FORMAT = 'rotation-schedule/2';

const MOVERS: readonly Movers[] = ['students', 'mentors', 'groups', 'mixed'];
const FARTHEST = 1_000_000;

/**
 * Checks a decoded `rotation-instance/2`; a `rotation-instance/1` is one on which students move.
 * @param input anything, e.g. the outcome of JSON.parse
 * @returns the instance, or the first thing that is wrong with it; never throws
 */
export function parseInstance2(input: unknown): Result<Instance2, Malformed> {
  const read = readAny(() => {
    const fields = readObject(input, 'the instance');
    const isFirst = fields.format === INSTANCE_FORMAT;
    if (!isFirst && fields.format !== INSTANCE_2_FORMAT) {
      fail('format', `format has to be "${INSTANCE_2_FORMAT}", not ${shown(fields.format)}`);
    }
    return isFirst ? { fields, more: NO_FIELDS } : { fields: { ...fields, format: INSTANCE_FORMAT }, more: fields };
  });
  if (!read.ok) return read;
  const { fields, more } = read.value;
  const first = parseInstance(fields);
  return first.ok ? readAny(() => readMore(first.value, more)) : first;
}

/** As `parseInstance2`, from a JSON text; a text that is not JSON is of the kind `json-syntax`. */
export function parseInstance2Text(text: string): Result<Instance2, Malformed> {
  const json = readJson(text);
  return json.ok ? parseInstance2(json.value) : json;
}

const NO_FIELDS: Fields = {};

/** What /2 knows beyond /1. The lists of tables, mentors and students are well formed already. */
function readMore(first: Instance, fields: Fields): Instance2 {
  const { whoMoves = 'students', mentorsAtTable = 1 } = fields;
  if (!MOVERS.some((mover) => mover === whoMoves)) {
    fail('bad-type', `whoMoves has to be one of ${MOVERS.join(', ')}, not ${shown(whoMoves)}`);
  }
  if (mentorsAtTable !== 1 && mentorsAtTable !== 2) {
    fail('bad-number', `mentorsAtTable has to be 1 or 2, but is ${shown(mentorsAtTable)}`);
  }
  const known: Known = {
    rounds: first.rounds,
    mentors: new Set(first.mentors.map(({ id }) => id)),
    students: new Set(first.students.map(({ id }) => id)),
    tables: new Set(first.tables.map(({ id }) => id)),
  };
  const entry = (list: string, index: number): Fields => (fields[list] as readonly Fields[] | undefined)?.[index] ?? {};
  return {
    ...first,
    whoMoves: whoMoves as Movers,
    mentorsAtTable: mentorsAtTable as 1 | 2,
    tables: first.tables.map((table, index) => readTable(table, entry('tables', index))),
    mentors: first.mentors.map((mentor, index) => readMentor(mentor, entry('mentors', index), known)),
    students: first.students.map((student, index) => readStudent(student, entry('students', index), known)),
    groups: readGroups(fields.groups, known),
    pinnedMentors: readMentorPins(fields.pinnedMentors, known),
  };
}

interface Known {
  readonly rounds: number;
  readonly mentors: ReadonlySet<string>;
  readonly students: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
}

/** A whole number between two others; a missing one is the least. */
function readCount(value: unknown, least: number, most: number, what: string): number {
  if (value === undefined) return least;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
    return fail('bad-number', `${what} has to be a whole number from ${least} to ${most}, but is ${shown(value)}`);
  }
  return value;
}

function readTable(table: InstanceTable, fields: Fields): Table2 {
  const quiet = readQuiet(fields, `table ${shown(table.id)}`);
  if (fields.position === undefined || fields.position === null) return { ...table, ...quiet, position: null };
  const what = `table ${shown(table.id)}: position`;
  const { x, y } = readObject(fields.position, what);
  if (x === undefined || y === undefined) return fail('bad-number', `${what} needs x and y`);
  return {
    ...table,
    ...quiet,
    position: { x: readCount(x, -FARTHEST, FARTHEST, what), y: readCount(y, -FARTHEST, FARTHEST, what) },
  };
}

/** Nothing is said where it is not so. */
const readQuiet = (fields: Fields, what: string): { readonly quiet?: true } =>
  readFlag(fields.quiet, `${what}: quiet`) ? { quiet: true } : {};

function readMentor(mentor: InstanceMentor, fields: Fields, { rounds, mentors }: Known): Mentor2 {
  const what = `mentor ${shown(mentor.id)}`;
  const present = readRounds(fields.present, rounds, `${what}: present`);
  const there = present === null ? rounds : new Set(present).size;
  const rests = readCount(fields.rests, 0, rounds - 1, `${what}: rests`);
  if (there > 0 && rests >= there) {
    fail('bad-number', `${what} is to rest in ${rests} of ${there} rounds, at least one has to be left`);
  }
  const apart = readKnownList(fields.apart, mentors, 'mentor', `${what}: apart`);
  if (apart.includes(mentor.id)) fail('self-reference', `${what}: apart names the same mentor`);
  const stepFree = readFlag(fields.stepFree, `${what}: stepFree`) ? { stepFree: true } : {};
  const company = apart.length === 0 ? {} : { apart };
  return { ...mentor, present, rests, ...stepFree, ...readQuiet(fields, what), ...company };
}

function readStudent(student: InstanceStudent, fields: Fields, known: Known): Student2 {
  const what = `student ${shown(student.id)}`;
  const { staysAt = null } = fields;
  const metStudents = readKnownList(fields.metStudents, known.students, 'student', `${what}: metStudents`);
  if (metStudents.includes(student.id)) fail('self-reference', `${what}: metStudents names the same student`);
  return {
    ...student,
    ...readQuiet(fields, what),
    staysAt: staysAt === null ? null : readKnown(staysAt, known.tables, 'table', `${what}: staysAt`),
    promisedFields: readCount(fields.promisedFields, 0, known.rounds, `${what}: promisedFields`),
    wantsTags: readWeights(fields.wantsTags, 'tag', `${what}: wantsTags`, (tag) => readId(tag, `${what}: wantsTags`)),
    metMentors: readKnownList(fields.metMentors, known.mentors, 'mentor', `${what}: metMentors`),
    metStudents,
  };
}

function readGroups(value: unknown, known: Known): string[][] | null {
  if (value === undefined || value === null) return null;
  const seen = new Set<string>();
  const groups = readList(value, 'groups', known.students.size).map((group, index) => {
    const what = `group ${index + 1}`;
    const ids = readKnownList(readList(group, what), known.students, 'student', what);
    for (const id of ids) {
      if (seen.has(id)) fail('duplicate-id', `student ${shown(id)} is in a group twice, the second time in ${what}`);
      seen.add(id);
    }
    return ids;
  });
  return groups.length === 0 ? fail('empty', 'groups is empty: leave it out to have everybody dealt') : groups;
}

function readMentorPins(value: unknown, known: Known): MentorPin[] {
  if (value === undefined) return [];
  return readList(value, 'pinnedMentors').map((entry, index) => {
    const what = `mentor pin ${index + 1}`;
    const fields = readObject(entry, what);
    const round = readRound(fields.round, known.rounds, what);
    const mentor = readKnown(fields.mentor, known.mentors, 'mentor', what);
    const table = fields.table === null ? null : readKnown(fields.table, known.tables, 'table', what);
    return { round, mentor, table };
  });
}
