import { type Result, refused } from '../../kernel/result.ts';
import { type Instance, type InstanceSchedule, parseInstance } from '../instance.ts';
import { fail, type Malformed, readAny, readId, readJson, readObject, shown } from '../instance-fields.ts';
import { verify } from '../verify.ts';

export const BUNDLE_FORMAT = 'rotation-replan/1';

/** An evening that runs, and what has changed in the room: format `rotation-replan/1`. */
export interface ReplanBundle {
  readonly name: string;
  /** Rounds that are over, from 0. */
  readonly done: number;
  /** What the plan was made for. */
  readonly before: Instance;
  readonly schedule: InstanceSchedule;
  /** What is true now; rounds that are over may be pinned in it. */
  readonly after: Instance;
}

function readInstancePart(value: unknown, what: string): Instance {
  const read = parseInstance(value);
  return read.ok ? read.value : fail(read.refusal.kind, `${what}: ${read.refusal.message}`);
}

function readBundle(input: unknown): ReplanBundle {
  const fields = readObject(input, 'the bundle');
  if (fields.format !== BUNDLE_FORMAT) {
    fail('format', `format has to be "${BUNDLE_FORMAT}", not ${shown(fields.format)}`);
  }
  const name = readId(fields.name, 'name');
  const before = readInstancePart(fields.before, 'before');
  const after = readInstancePart(fields.after, 'after');
  const { done } = fields;
  const most = Math.min(before.rounds, after.rounds);
  if (typeof done !== 'number' || !Number.isInteger(done) || done < 0 || done > most) {
    return fail('bad-round', `done has to be a whole number from 0 to ${most}, but is ${shown(done)}`);
  }
  const wrong = verify(before, fields.schedule).find(({ rule }) => rule === 'malformed');
  if (wrong) fail('bad-type', `schedule: ${wrong.message ?? 'it is none'}`);
  return { name, done, before, schedule: fields.schedule as InstanceSchedule, after };
}

/**
 * Checks a re-plan bundle in a JSON text.
 * @returns the bundle, or the first thing that is wrong with it, named; never throws
 */
export function parseBundleText(text: string): Result<ReplanBundle, Malformed> {
  const input = readJson(text);
  return input.ok ? readAny(() => readBundle(input.value)) : refused(input.refusal);
}
