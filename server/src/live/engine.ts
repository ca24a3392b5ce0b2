import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { Effect, LiveCommand, Moment, Night, PersonCommand, Timings } from '@lapwing/shared/live/state';
import { nextDeadline } from '@lapwing/shared/live/timeline';
import { transition } from '@lapwing/shared/live/transition';
import { hashOf } from '../secrets.ts';
import type { Clock } from '../system-clock.ts';

/** A press as it is written down. `key` is null when the clock acted. */
export interface WrittenCommand {
  readonly eventId: EventId;
  readonly version: number;
  readonly key: string | null;
  readonly bodyHash: string | null;
  readonly command: LiveCommand;
  readonly by: string;
  readonly at: Instant;
  readonly before: Moment;
  readonly phase: Moment['phase'];
  readonly undone: boolean;
}

/** Where the engine keeps a night. `commit` is one durable transaction: all of it or nothing. */
export interface NightStore {
  load(eventId: EventId): Night | undefined;
  commit(eventId: EventId, night: Night, command: WrittenCommand, undoneVersion: number | null): void;
  findByKey(eventId: EventId, key: string): Pick<WrittenCommand, 'bodyHash' | 'version'> | undefined;
}

export interface Press {
  readonly key: string;
  readonly expectedVersion: number;
  readonly command: PersonCommand;
  readonly by: string;
}

/** The running night of one event: one command at a time, written down before anybody hears of it. */
export interface Engine {
  readonly night: Night;
  /**
   * Refusals: version-conflict (somebody else was first), key-reused (422), storage-failed (whether it happened is not
   * known; ask again with the same key), and those of `transition`.
   */
  press(press: Press): Result<Night, Refusal>;
  /** Whether a press with this key was written down. */
  knows(key: string): boolean;
  /** Takes over new lengths before *Start*. Refused with event-running afterwards. */
  retime(timings: Timings, by: string): Result<Night, Refusal>;
  /** The tables of this round said that all are here: the talk begins, unless the rules say otherwise. */
  allHere(round: number): Result<Night, Refusal>;
  /** The clock went on while nobody could look: act on what is due now, and set the alarm anew. */
  lookAgain(): void;
  /** Lets go of the timer. */
  stop(): void;
}

export interface EngineParts {
  readonly eventId: EventId;
  readonly initial: Night;
  readonly store: NightStore;
  readonly clock: Clock;
  /** Called after a commit, with everything but `wake`. */
  readonly perform: (effect: Effect, night: Night) => void;
  readonly failed: (error: unknown) => void;
  /** It does not take place: nobody can press anything, and the clock goes on. */
  readonly isCancelled: () => boolean;
}

export function createEngine(parts: EngineParts): Engine {
  const { eventId, store, clock } = parts;
  let night = store.load(eventId) ?? parts.initial;
  let cancelAlarm = (): void => {};

  function arm(at: Instant | null): void {
    cancelAlarm();
    cancelAlarm = at === null ? () => {} : clock.alarm(at, wake);
  }

  /** The timer rang, perhaps early or late: the clock decides what is due. */
  function wake(): void {
    const due = nextDeadline(night.moment);
    if (due !== null && due > clock.now()) {
      arm(due);
      return;
    }
    const done = letClockAct();
    // A full disk must not end the night: screens walk on by themselves, and we try again.
    if (!done.ok && done.refusal.code === 'storage-failed') arm(instant(clock.now() + 1_000));
  }

  function letClockAct(): Result<Night, Refusal> {
    return run({ kind: 'timeUp' }, '', null, null);
  }

  function run(command: LiveCommand, by: string, key: string | null, bodyHash: string | null): Result<Night, Refusal> {
    // Instants are kept as whole milliseconds; down, so that nothing lies in the future.
    const at = instant(Math.floor(clock.now()));
    const result = transition(night, command, at, by);
    if (!result.ok) return result;
    const { night: next, effects } = result.value;
    const undoneVersion = command.kind === 'undo' ? (night.undoable.at(-1)?.version ?? null) : null;
    const before = night.moment;
    const { version } = next;
    const { phase } = next.moment;
    const written = { eventId, version, key, bodyHash, command, by, at, before, phase, undone: false };
    try {
      store.commit(eventId, next, written, undoneVersion);
    } catch (error) {
      return outcomeUnknown(error);
    }
    adopt(next, effects);
    return ok(next);
  }

  function adopt(next: Night, effects: readonly Effect[]): void {
    night = next;
    for (const effect of effects) {
      if (effect.kind === 'wake') arm(effect.at);
      else attempt(() => parts.perform(effect, next));
    }
  }

  /** It is written down: a screen that cannot be told must not turn "done" into an error, or end the process. */
  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      parts.failed(error);
    }
  }

  /** A commit that failed may still be on disk: read what is there instead of guessing. */
  function outcomeUnknown(error: unknown): Result<never, Refusal> {
    parts.failed(error);
    attempt(readAgain);
    return refused(refusal('storage-failed'));
  }

  function readAgain(): void {
    const stored = store.load(eventId);
    if (!stored || stored.version === night.version) return;
    adopt(stored, [{ kind: 'wake', at: nextDeadline(stored.moment) }, { kind: 'publish' }, { kind: 'cards' }]);
  }

  function press({ key, expectedVersion, command, by }: Press): Result<Night, Refusal> {
    const bodyHash = hashOf(JSON.stringify([expectedVersion, command]));
    try {
      const earlier = store.findByKey(eventId, key);
      if (earlier && earlier.bodyHash !== bodyHash) return refused(refusal('key-reused'));
      // Written down, but we could not read it at the time.
      if (earlier && earlier.version > night.version) readAgain();
      if (earlier) return ok(night);
    } catch (error) {
      return outcomeUnknown(error);
    }
    if (parts.isCancelled()) return refused(refusal('event-cancelled'));
    const acted = letClockAct();
    if (!acted.ok && acted.refusal.code === 'storage-failed') return acted;
    if (expectedVersion !== night.version) return refused(refusal('version-conflict'));
    return run(command, by, key, bodyHash);
  }

  const resumed = letClockAct();
  if (!resumed.ok) arm(nextDeadline(night.moment));

  return {
    get night() {
      return night;
    },
    press,
    knows(key) {
      try {
        return store.findByKey(eventId, key) !== undefined;
      } catch {
        // unreadable now: the press itself finds out
        return true;
      }
    },
    retime: (timings, by) => run({ kind: 'retime', timings }, by, null, null),
    allHere(round) {
      if (parts.isCancelled()) return refused(refusal('event-cancelled'));
      const acted = letClockAct();
      if (!acted.ok && acted.refusal.code === 'storage-failed') return acted;
      return run({ kind: 'allHere', round }, '', null, null);
    },
    lookAgain() {
      const acted = letClockAct();
      if (!acted.ok) arm(nextDeadline(night.moment));
    },
    stop() {
      cancelAlarm();
    },
  };
}
