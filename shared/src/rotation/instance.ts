import type { Result } from '../kernel/result.ts';
import {
  type Fields,
  fail,
  INSTANCE_LIMITS,
  type Malformed,
  readAny,
  readFlag,
  readId,
  readIds,
  readJson,
  readKnown,
  readKnownList,
  readList,
  readObject,
  readRound,
  readRounds,
  readWeights,
  readWhole,
  shown,
} from './instance-fields.ts';

export { INSTANCE_LIMITS, type Malformed, type MalformedKind, shown } from './instance-fields.ts';

/** A table of a rotation: its seats for students, the mentors who sit there, the rounds in which it is open. */
export interface InstanceTable {
  readonly id: string;
  readonly seats: number;
  readonly mentors: readonly string[];
  readonly stepFree: boolean;
  /** Away from the noise; said by the second format only. */
  readonly quiet?: boolean;
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
  /** Only tables away from the noise; said by the second format only. */
  readonly quiet?: boolean;
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
      wants: readWeights(fields.wants, 'mentor', `${what}: wants`, (id) =>
        readKnown(id, mentors, 'mentor', `${what}: wants`),
      ),
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
  return readAny(() => readInstance(input));
}

/** As `parseInstance`, from a JSON text; a text that is not JSON is of the kind `json-syntax`. */
export function parseInstanceText(text: string): Result<Instance, Malformed> {
  const json = readJson(text);
  return json.ok ? parseInstance(json.value) : json;
}
