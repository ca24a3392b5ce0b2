import { ok, type Result, refused } from '../kernel/result.ts';

/** A table of a rotation: its seats for students, the mentors who sit there, the rounds in which it is open. */
export interface InstanceTable {
  readonly id: string;
  readonly seats: number;
  readonly mentors: readonly string[];
  readonly stepFree: boolean;
  /** Rounds from 1; null for all. */
  readonly open: readonly number[] | null;
}

export interface InstanceMentor {
  readonly id: string;
  /** Fields the mentor stands for; a student who meets many different ones has a varied evening. */
  readonly tags: readonly string[];
}

export interface InstanceStudent {
  readonly id: string;
  /** Mentor id to weight, 1 (nice) … 5 (very much). */
  readonly wants: ReadonlyMap<string, number>;
  /** Rounds from 1; null for all, empty for somebody who does not come. */
  readonly present: readonly number[] | null;
  readonly stepFree: boolean;
  /** Mentors this student must not meet. */
  readonly avoid: readonly string[];
  /** Students who must never share a table with this one; counts both ways. */
  readonly apart: readonly string[];
  /** Students who always share a table with this one; closed under chains. */
  readonly together: readonly string[];
}

/** A place that is already decided; `table` null means that the student sits this round out. */
export interface InstancePin {
  readonly round: number;
  readonly student: string;
  readonly table: string | null;
}

/** A rotation to plan, format `rotation-instance/1`. */
export interface Instance {
  readonly name: string;
  readonly rounds: number;
  readonly tables: readonly InstanceTable[];
  readonly mentors: readonly InstanceMentor[];
  readonly students: readonly InstanceStudent[];
  readonly pinned: readonly InstancePin[];
}

/** A rotation, format `rotation-schedule/1`: per round, table id to the students who sit there. */
export interface InstanceSchedule {
  readonly format: 'rotation-schedule/1';
  readonly instance: string;
  readonly rounds: readonly Readonly<Record<string, readonly string[]>>[];
}

export const INSTANCE_FORMAT = 'rotation-instance/1';
export const SCHEDULE_FORMAT = 'rotation-schedule/1';
export const INSTANCE_LIMITS = {
  rounds: 1_000,
  seats: 100_000,
  tables: 10_000,
  students: 50_000,
  mentors: 50_000,
  idLength: 200,
} as const;

export type MalformedKind =
  | 'json-syntax'
  | 'bad-type'
  | 'format'
  | 'bad-id'
  | 'bad-number'
  | 'too-large'
  | 'empty'
  | 'duplicate-id'
  | 'unknown-id'
  | 'mentor-twice'
  | 'bad-round'
  | 'bad-weight'
  | 'self-reference';

/** Why an input is not an instance; the message is one line and names the culprit. */
export interface Malformed {
  readonly kind: MalformedKind;
  readonly message: string;
}

/** A value as a message shows it: JSON, at most 80 characters, without anything that breaks the line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  const oneLine = text.replace(/[\u0085\u2028\u2029]/gu, ' ');
  return oneLine.length <= 80 ? oneLine : `${oneLine.slice(0, 77)}...`;
}

/** Carries a malformed input out of the readers below; caught by `parseInstance`, never seen outside this file. */
class MalformedInput extends Error {
  readonly malformed: Malformed;
  constructor(kind: MalformedKind, message: string) {
    super(message);
    this.malformed = { kind, message };
  }
}

const fail = (kind: MalformedKind, message: string): never => {
  throw new MalformedInput(kind, message);
};

type Fields = Readonly<Record<string, unknown>>;

function readObject(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('bad-type', `${what} has to be an object, but is ${shown(value)}`);
  }
  return value as Fields;
}

function readList(value: unknown, what: string, most: number = Number.POSITIVE_INFINITY): readonly unknown[] {
  if (!Array.isArray(value)) return fail('bad-type', `${what} has to be a list, but is ${shown(value)}`);
  if (value.length > most) return fail('too-large', `${what} has ${value.length} entries, ${most} are allowed`);
  return value;
}

function readWhole(value: unknown, most: number, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    return fail('bad-number', `${what} has to be a whole number of 1 or more, but is ${shown(value)}`);
  }
  return value <= most ? value : fail('too-large', `${what} is ${value}, ${most} is the most`);
}

function readId(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') {
    return fail('bad-id', `${what} has to be a text that is not empty, but is ${shown(value)}`);
  }
  if (value.length > INSTANCE_LIMITS.idLength) {
    return fail('bad-id', `${what} ${shown(value)} has more than ${INSTANCE_LIMITS.idLength} characters`);
  }
  return value;
}

function readFlag(value: unknown, what: string): boolean {
  if (value === undefined) return false;
  return typeof value === 'boolean' ? value : fail('bad-type', `${what} has to be true or false, not ${shown(value)}`);
}

function readRound(value: unknown, rounds: number, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > rounds) {
    return fail('bad-round', `${what}: ${shown(value)} is none of the rounds 1 to ${rounds}`);
  }
  return value;
}

function readRounds(value: unknown, rounds: number, what: string): readonly number[] | null {
  return value === undefined ? null : readList(value, what).map((round) => readRound(round, rounds, what));
}

/** Ids in their order; a second use of one is malformed. */
function readIds(list: readonly unknown[], what: string): Set<string> {
  const ids = new Set<string>();
  list.forEach((entry, index) => {
    const id = readId(readObject(entry, `${what} ${index + 1}`).id, `the id of ${what} ${index + 1}`);
    if (ids.has(id)) fail('duplicate-id', `two entries have the ${what} id ${shown(id)}`);
    ids.add(id);
  });
  return ids;
}

function readKnown(value: unknown, known: ReadonlySet<string>, role: string, what: string): string {
  const id = readId(value, what);
  return known.has(id) ? id : fail('unknown-id', `${what} names ${shown(id)}, which is no ${role} here`);
}

function readKnownList(value: unknown, known: ReadonlySet<string>, role: string, what: string): string[] {
  return value === undefined ? [] : readList(value, what).map((id) => readKnown(id, known, role, what));
}

function readTables(list: readonly unknown[], mentors: ReadonlySet<string>, rounds: number): InstanceTable[] {
  const seatedAt = new Map<string, string>();
  return list.map((entry) => {
    const fields = entry as Fields;
    const id = fields.id as string;
    const what = `table ${shown(id)}`;
    const seats = readWhole(fields.seats, INSTANCE_LIMITS.seats, `${what}: seats`);
    const stepFree = readFlag(fields.stepFree, `${what}: stepFree`);
    const open = readRounds(fields.open, rounds, `${what}: open`);
    const here = readKnownList(fields.mentors, mentors, 'mentor', `${what}: mentors`);
    for (const mentor of here) {
      const other = seatedAt.get(mentor);
      if (other !== undefined)
        fail('mentor-twice', `mentor ${shown(mentor)} sits at table ${shown(other)} and ${what}`);
      seatedAt.set(mentor, id);
    }
    return { id, seats, mentors: here, stepFree, open };
  });
}

function readWants(value: unknown, mentors: ReadonlySet<string>, what: string): Map<string, number> {
  const wants = new Map<string, number>();
  if (value === undefined) return wants;
  for (const [mentor, weight] of Object.entries(readObject(value, what))) {
    readKnown(mentor, mentors, 'mentor', what);
    if (typeof weight !== 'number' || !Number.isInteger(weight) || weight < 1 || weight > 5) {
      fail('bad-weight', `${what}: mentor ${shown(mentor)} has the weight ${shown(weight)}, not a whole number 1 to 5`);
    }
    wants.set(mentor, weight as number);
  }
  return wants;
}

function readStudents(
  list: readonly unknown[],
  students: ReadonlySet<string>,
  mentors: ReadonlySet<string>,
  rounds: number,
): InstanceStudent[] {
  return list.map((entry) => {
    const fields = entry as Fields;
    const id = fields.id as string;
    const what = `student ${shown(id)}`;
    const others = (key: 'apart' | 'together'): string[] => {
      const ids = readKnownList(fields[key], students, 'student', `${what}: ${key}`);
      if (ids.includes(id)) fail('self-reference', `${what}: ${key} names the same student`);
      return ids;
    };
    return {
      id,
      present: readRounds(fields.present, rounds, `${what}: present`),
      stepFree: readFlag(fields.stepFree, `${what}: stepFree`),
      wants: readWants(fields.wants, mentors, `${what}: wants`),
      avoid: readKnownList(fields.avoid, mentors, 'mentor', `${what}: avoid`),
      apart: others('apart'),
      together: others('together'),
    };
  });
}

function readPins(
  value: unknown,
  students: ReadonlySet<string>,
  tables: ReadonlySet<string>,
  rounds: number,
): InstancePin[] {
  if (value === undefined) return [];
  return readList(value, 'pinned').map((entry, index) => {
    const what = `pin ${index + 1}`;
    const fields = readObject(entry, what);
    const round = readRound(fields.round, rounds, what);
    const student = readKnown(fields.student, students, 'student', what);
    const table = fields.table === null ? null : readKnown(fields.table, tables, 'table', what);
    return { round, student, table };
  });
}

function readInstance(input: unknown): Instance {
  const fields = readObject(input, 'the instance');
  if (fields.format !== INSTANCE_FORMAT)
    fail('format', `format has to be "${INSTANCE_FORMAT}", not ${shown(fields.format)}`);
  if (typeof fields.name !== 'string' || fields.name === '')
    fail('bad-id', `name has to be a text, not ${shown(fields.name)}`);
  const rounds = readWhole(fields.rounds, INSTANCE_LIMITS.rounds, 'rounds');
  const mentorList = readList(fields.mentors, 'mentors', INSTANCE_LIMITS.mentors);
  const tableList = readList(fields.tables, 'tables', INSTANCE_LIMITS.tables);
  const studentList = readList(fields.students, 'students', INSTANCE_LIMITS.students);
  if (tableList.length === 0) fail('empty', 'tables is empty: there is nowhere to sit');
  if (studentList.length === 0) fail('empty', 'students is empty: there is nobody to seat');
  const mentorIds = readIds(mentorList, 'mentor');
  const tableIds = readIds(tableList, 'table');
  const studentIds = readIds(studentList, 'student');
  const mentors = (mentorList as readonly Fields[]).map((mentor) => {
    const what = `mentor ${shown(mentor.id)}: tags`;
    const tags = mentor.tags === undefined ? [] : readList(mentor.tags, what).map((tag) => readId(tag, what));
    return { id: mentor.id as string, tags };
  });
  return {
    name: fields.name as string,
    rounds,
    mentors,
    tables: readTables(tableList, mentorIds, rounds),
    students: readStudents(studentList, studentIds, mentorIds, rounds),
    pinned: readPins(fields.pinned, studentIds, tableIds, rounds),
  };
}

/**
 * Checks a decoded `rotation-instance/1`.
 * @param input anything, e.g. the outcome of JSON.parse
 * @returns the instance, or the first thing that is wrong with it; never throws
 */
export function parseInstance(input: unknown): Result<Instance, Malformed> {
  try {
    return ok(readInstance(input));
  } catch (error) {
    if (error instanceof MalformedInput) return refused(error.malformed);
    throw error;
  }
}

/** As `parseInstance`, from a JSON text; a text that is not JSON is of the kind `json-syntax`. */
export function parseInstanceText(text: string): Result<Instance, Malformed> {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/gu, ' ') : 'unreadable';
    return refused({ kind: 'json-syntax', message: `the text is not JSON: ${reason}` });
  }
  return parseInstance(input);
}
