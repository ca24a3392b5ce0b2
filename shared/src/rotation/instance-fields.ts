import { ok, type Result, refused } from '../kernel/result.ts';

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

/** What is left of a value for a message: the first few entries, at most four levels deep, long texts cut. */
function preview(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.slice(0, 100);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 4) return Array.isArray(value) ? ['...'] : '{...}';
  if (Array.isArray(value)) return value.slice(0, 40).map((entry) => preview(entry, depth + 1));
  const entries: [string, unknown][] = [];
  for (const key in value) {
    if (entries.length === 20) break;
    entries.push([key.slice(0, 100), preview((value as Fields)[key], depth + 1)]);
  }
  return Object.fromEntries(entries);
}

/** A value as a message shows it: JSON, at most 80 characters, without anything that breaks the line. */
export function shown(value: unknown): string {
  // a preview first: a list of thousands, or one that is nested thousands deep, is not worth writing out
  const text = JSON.stringify(preview(value)) ?? String(value);
  const oneLine = text.replace(/[\u007f-\u009f\u2028\u2029]/gu, ' ');
  return oneLine.length <= 80 ? oneLine : `${oneLine.slice(0, 77)}...`;
}

/** Carries a malformed input out of the readers below; caught by `readAny`, never seen outside this file. */
class MalformedInput extends Error {
  readonly malformed: Malformed;
  constructor(kind: MalformedKind, message: string) {
    super(message);
    this.malformed = { kind, message };
  }
}

/** Ends the reading of an input; see `readAny`. */
export const fail = (kind: MalformedKind, message: string): never => {
  throw new MalformedInput(kind, message);
};

export type Fields = Readonly<Record<string, unknown>>;

export function readObject(value: unknown, what: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail('bad-type', `${what} has to be an object, but is ${shown(value)}`);
  }
  return value as Fields;
}

export function readList(value: unknown, what: string, most: number = Number.POSITIVE_INFINITY): readonly unknown[] {
  if (!Array.isArray(value)) return fail('bad-type', `${what} has to be a list, but is ${shown(value)}`);
  if (value.length > most) return fail('too-large', `${what} has ${value.length} entries, ${most} are allowed`);
  return value;
}

export function readWhole(value: unknown, most: number, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
    return fail('bad-number', `${what} has to be a whole number of 1 or more, but is ${shown(value)}`);
  }
  return value <= most ? value : fail('too-large', `${what} is ${value}, ${most} is the most`);
}

export function readId(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') {
    return fail('bad-id', `${what} has to be a text that is not empty, but is ${shown(value)}`);
  }
  if (value.length > INSTANCE_LIMITS.idLength) {
    return fail('bad-id', `${what} ${shown(value)} has more than ${INSTANCE_LIMITS.idLength} characters`);
  }
  return value;
}

export function readFlag(value: unknown, what: string): boolean {
  if (value === undefined) return false;
  return typeof value === 'boolean' ? value : fail('bad-type', `${what} has to be true or false, not ${shown(value)}`);
}

export function readRound(value: unknown, rounds: number, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > rounds) {
    return fail('bad-round', `${what}: ${shown(value)} is none of the rounds 1 to ${rounds}`);
  }
  return value;
}

export function readRounds(value: unknown, rounds: number, what: string): readonly number[] | null {
  return value === undefined ? null : readList(value, what).map((round) => readRound(round, rounds, what));
}

/** Ids in their order; a second use of one is malformed. */
export function readIds(list: readonly unknown[], what: string): Set<string> {
  const ids = new Set<string>();
  list.forEach((entry, index) => {
    const id = readId(readObject(entry, `${what} ${index + 1}`).id, `the id of ${what} ${index + 1}`);
    if (ids.has(id)) fail('duplicate-id', `two entries have the ${what} id ${shown(id)}`);
    ids.add(id);
  });
  return ids;
}

export function readKnown(value: unknown, known: ReadonlySet<string>, role: string, what: string): string {
  const id = readId(value, what);
  return known.has(id) ? id : fail('unknown-id', `${what} names ${shown(id)}, which is no ${role} here`);
}

export function readKnownList(value: unknown, known: ReadonlySet<string>, role: string, what: string): string[] {
  return value === undefined ? [] : readList(value, what).map((id) => readKnown(id, known, role, what));
}

/** Keys to weights 1 to 5, e.g. wishes; `known` checks a key. */
export function readWeights(
  value: unknown,
  role: string,
  what: string,
  known: (key: string) => void,
): Map<string, number> {
  const weights = new Map<string, number>();
  if (value === undefined) return weights;
  for (const [key, weight] of Object.entries(readObject(value, what))) {
    known(key);
    if (typeof weight !== 'number' || !Number.isInteger(weight) || weight < 1 || weight > 5) {
      fail('bad-weight', `${what}: ${role} ${shown(key)} has the weight ${shown(weight)}, not a whole number 1 to 5`);
    }
    weights.set(key, weight as number);
  }
  return weights;
}

/** Runs a reader. Returns what it reads, or why it ended early; never throws for a wrong input. */
export function readAny<Value>(read: () => Value): Result<Value, Malformed> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof MalformedInput) return refused(error.malformed);
    throw error;
  }
}

/** A JSON text decoded; one that is not JSON is of the kind `json-syntax`. */
export function readJson(text: string): Result<unknown, Malformed> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/gu, ' ') : 'unreadable';
    return refused({ kind: 'json-syntax', message: `the text is not JSON: ${reason}` });
  }
}
