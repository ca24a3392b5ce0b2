import { join } from 'node:path';
import type { EveningSettings } from '@lapwing/shared/event/event';
import { eventId } from '@lapwing/shared/kernel/ids';
import type { Random } from '@lapwing/shared/kernel/random';
import { instant } from '@lapwing/shared/kernel/time';
import { nightBeforeDoors, type PersonCommand, timingsOf } from '@lapwing/shared/live/state';
import { type Db, openDb } from '../../../server/src/db/connection.ts';
import { createEngine, type Engine } from '../../../server/src/live/engine.ts';
import { nightStore } from '../../../server/src/live/night-store.ts';
import { NightModel } from '../../shared/live/night-model.ts';
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts';
import { openNight } from '../machinery/night.ts';
import { ROOT } from '../machinery/server.ts';
import type { Control, Finding, Tools, Trial } from '../trial.ts';

const STEPS = 10_000;
const STEPS_A_NIGHT = 500;
const RESTART_EVERY = 97;
const MODEL_DEPTH = 50;

/** Within a lead, within a phase, over several. */
const GAPS_MS = [0, 1, 900, 2_500, 20_000, 60_000, 400_000];
/** The commands the walk may take, with their weights: a new command of the night gets a line here and a case in the model. */
const COMMANDS: readonly (readonly [weight: number, make: (random: Random) => PersonCommand])[] = [
  [2, (random) => ({ kind: 'start', planVersion: 1 + random.below(3) })],
  [1, (random) => ({ kind: 'publish', planVersion: 1 + random.below(3) })],
  [4, () => ({ kind: 'pause' })],
  [4, () => ({ kind: 'resume' })],
  [4, (random) => ({ kind: 'addMinutes', minutes: [-5, -1, 1, 2][random.below(4)] ?? 1 })],
  [6, () => ({ kind: 'next' })],
  [2, () => ({ kind: 'moveNow' })],
  [2, () => ({ kind: 'endRound' })],
  [1, () => ({ kind: 'finish' })],
  [8, () => ({ kind: 'undo' })],
];
const TOTAL = COMMANDS.reduce((sum, [weight]) => sum + weight, 0);

function anyCommand(random: Random): PersonCommand {
  let at = random.below(TOTAL);
  for (const [weight, make] of COMMANDS) {
    if (at < weight) return make(random);
    at -= weight;
  }
  return { kind: 'undo' };
}

const settingsOf = (random: Random): EveningSettings => ({
  ...{ name: 'A walk', place: '', startsAt: instant(0), timeZone: 'UTC', whoMoves: 'students' },
  rounds: 2 + random.below(4),
  roundMinutes: 1 + random.below(8),
  changeoverMinutes: random.below(3),
  breakAfterRound: random.below(4),
  breakMinutes: 1 + random.below(4),
  boundary: random.below(2) === 0 ? 'auto' : 'hold',
});

interface Walk {
  readonly db: Db;
  readonly id: ReturnType<typeof eventId>;
  readonly settings: EveningSettings;
  readonly clock: FakeClock;
}

/** A new engine on what is on disk: as after a crash. */
function engineOf({ db, id, settings, clock }: Walk): Engine {
  return createEngine({
    ...{ eventId: id, initial: nightBeforeDoors(settings, 0), store: nightStore(db), clock },
    perform: () => undefined,
    failed: (error) => {
      throw error;
    },
  });
}

const differs = (engine: Engine, model: NightModel): boolean => {
  const { phase, planVersion } = engine.night.moment;
  const shown = Object.entries(model.phase).every(
    ([name, value]) => (phase as Record<string, unknown>)[name] === value,
  );
  return !shown || planVersion !== model.plan;
};

/** One night of random presses, engine and model side by side; then everything that can be taken back is. */
function walk(of: Walk, random: Random, steps: number, deafTo: string | null, faults: string[]): number {
  const model = new NightModel(timingsOf(of.settings));
  let engine = engineOf(of);
  let taken = 0;
  const step = (command: PersonCommand, n: number): boolean => {
    const key = `walk-${of.id}-${String(n).padStart(8, '0')}`;
    const pressed = engine.press({ key, expectedVersion: engine.night.version, command, by: 'Ada' });
    const allowed = command.kind === deafTo ? pressed.ok : model.press(command, Math.floor(of.clock.now()));
    if (pressed.ok !== allowed || differs(engine, model))
      faults.push(
        `${of.id} step ${n}: ${command.kind} ${pressed.ok} in ${engine.night.moment.phase.kind}, model ${model.now.kind}`,
      );
    taken += 1;
    return pressed.ok;
  };
  for (let n = 0; n < steps && faults.length < 5; n++) {
    const gap = GAPS_MS[random.below(GAPS_MS.length)] ?? 0;
    // The clock rings, or the process was dead meanwhile: the night has to be the same.
    const dies = n % RESTART_EVERY === 0;
    if (dies) engine.stop();
    of.clock.jumpTo(of.clock.now() + gap);
    model.press({ kind: 'timeUp' }, Math.floor(of.clock.now()));
    if (dies) engine = engineOf(of);
    else if (of.clock.nextAlarm !== null && of.clock.nextAlarm <= of.clock.now()) of.clock.ringNext();
    step(anyCommand(random), n);
  }
  for (let n = 0; n < MODEL_DEPTH + 1 && faults.length < 5; n++) if (!step({ kind: 'undo' }, steps + n)) break;
  engine.stop();
  return taken;
}

async function walks(tools: Tools, steps: number, deafTo: string | null): Promise<Finding> {
  const night = await openNight({ organisers: 1, doors: true });
  await night.server.stop();
  const db = await openDb(night.dataDir, join(ROOT, 'migrations'));
  // Every commit is flushed as ever; only the walk is long.
  const faults: string[] = [];
  let taken = 0;
  let nights = 0;
  try {
    while (taken < steps && faults.length === 0) {
      nights += 1;
      const id = eventId(`walk-${nights}`);
      db.$client
        .prepare(`INSERT INTO events SELECT '${id}', 'W${nights}', name, place, starts_at, time_zone, rounds, round_minutes,
        changeover_minutes, break_after_round, break_minutes, who_moves, boundary, 'walk-${nights}', created_at, NULL
        FROM events WHERE id = ?`)
        .run(night.eventId);
      const of: Walk = { db, id, settings: settingsOf(tools.random), clock: fakeClock() };
      taken += walk(of, tools.random, Math.min(STEPS_A_NIGHT, steps - taken), deafTo, faults);
      const logged = db.$client
        .prepare('SELECT count(*) AS n, max(version) AS v FROM night_commands WHERE event_id = ?')
        .get(id) as { n: number; v: number };
      if (logged.n !== logged.v) faults.push(`${id}: ${logged.n} commands in the log of version ${logged.v}`);
    }
    return { figures: { steps: taken, nights, wrongStates: faults.length }, faults };
  } finally {
    db.$client.close();
    await night.close();
  }
}

export const undoWalk: Trial = {
  id: 'T27',
  title: 'ten thousand random commands with undo, restarts in between, against an independent model',
  short: false,
  run: (tools) => walks(tools, STEPS, null),
  async control(tools): Promise<Control> {
    return { what: 'the model is not told of added minutes', found: await walks(tools, 500, 'addMinutes') };
  },
};
