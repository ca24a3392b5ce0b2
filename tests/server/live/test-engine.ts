import { eventId } from '@lapwing/shared/kernel/ids';
import { minutes } from '@lapwing/shared/kernel/time';
import { type Effect, type Night, nightBeforeDoors, type PersonCommand } from '@lapwing/shared/live/state';
import { createEngine, type Engine, type NightStore, type WrittenCommand } from '../../../server/src/live/engine.ts';
import { freshKey, SETTINGS } from '../../support/evening-builder.ts';
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts';

export const EVENT = eventId('event');
export const TALK = minutes(SETTINGS.roundMinutes);
export const LEAD_MS = 2_500;

/** How the next commits fail: before anything is written, after all of it was, or so that reading fails as well. */
type Failure = 'not stored' | 'stored' | 'stored, then unreadable';

/** A disk in memory that can be told to fail. */
export interface MemoryStore extends NightStore {
  readonly written: WrittenCommand[];
  failNext(how: Failure, times?: number): void;
  /** Reading fails too, until told otherwise. */
  unreadable: boolean;
}

export function memoryStore(): MemoryStore {
  const written: WrittenCommand[] = [];
  const failures: Failure[] = [];
  let stored: Night | undefined;
  const read = (): void => {
    if (store.unreadable) throw new Error('disk: cannot be read');
  };
  const store: MemoryStore = {
    written,
    unreadable: false,
    failNext: (how, times = 1) => void failures.push(...Array.from({ length: times }, () => how)),
    load() {
      read();
      return stored;
    },
    commit(_event, night, command) {
      const failure = failures.shift();
      if (written.some(({ version }) => version === command.version)) throw new Error('disk: this version is there');
      if (failure !== 'not stored') {
        stored = night;
        written.push(command);
      }
      if (failure === 'stored, then unreadable') store.unreadable = true;
      if (failure) throw new Error(`disk: ${failure}`);
    },
    findByKey(_event, key) {
      read();
      return written.find((command) => command.key === key);
    },
  };
  return store;
}

export interface EngineUnderTest {
  readonly engine: Engine;
  readonly clock: FakeClock;
  readonly store: MemoryStore;
  readonly effects: Effect['kind'][];
  readonly errors: unknown[];
  /** Presses with a fresh key and the newest version unless told otherwise; answers "ok" or the refusal's code. */
  press(command: Simple | PersonCommand, over?: { key?: string; expectedVersion?: number }): string;
}

export function engineOn(store = memoryStore(), clock = fakeClock()): EngineUnderTest {
  const effects: Effect['kind'][] = [];
  const errors: unknown[] = [];
  const engine = createEngine({
    eventId: EVENT,
    initial: nightBeforeDoors(SETTINGS, 0),
    store,
    clock,
    perform: (effect) => void effects.push(effect.kind),
    failed: (error) => void errors.push(error),
    isCancelled: () => false,
  });
  return {
    engine,
    clock,
    store,
    effects,
    errors,
    press(command, over = {}) {
      const pressed = engine.press({
        key: freshKey(),
        expectedVersion: engine.night.version,
        command: typeof command === 'string' ? simple(command) : command,
        by: 'Ada',
        ...over,
      });
      return pressed.ok ? 'ok' : pressed.refusal.code;
    },
  };
}

type Bare = 'pause' | 'resume' | 'next' | 'moveNow' | 'endRound' | 'restartRound' | 'back' | 'finish' | 'undo';
export type Simple = Bare | 'start' | 'publish' | 'addMinutes';

function simple(kind: Simple): PersonCommand {
  if (kind === 'start' || kind === 'publish') return { kind, planVersion: 1 };
  return kind === 'addMinutes' ? { kind, minutes: 1 } : { kind };
}
