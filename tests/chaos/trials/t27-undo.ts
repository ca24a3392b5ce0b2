import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { EveningSettings } from '@lapwing/shared/event/event';
import { eventId } from '@lapwing/shared/kernel/ids';
import type { Random } from '@lapwing/shared/kernel/random';
import { instant } from '@lapwing/shared/kernel/time';
import { nightBeforeDoors, type PersonCommand, timingsOf, UNDO_DEPTH } from '@lapwing/shared/live/state';
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
  [2, () => ({ kind: 'restartRound' })],
  [2, () => ({ kind: 'back' })],
  [2, (random) => ({ kind: 'skip', round: 1 + random.below(4) })],
  [2, (random) => ({ kind: 'roundLength', minutes: 1 + random.below(4) })],
  [1, (random) => ({ kind: 'giveBack', milliseconds: 1_000 + random.below(600_000) })],
  [1, (random) => ({ kind: 'message', text: 'Pizza is here', whole: random.below(2) === 0 })],
  [1, () => ({ kind: 'clearMessage' })],
  [1, (random) => ({ kind: 'blank', on: random.below(2) === 0 })],
  [1, () => ({ kind: 'stopAll', text: 'Please come back' })],
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
  talkBegins: random.below(3) === 0 ? 'hold' : 'auto',
  welcomeMinutes: random.below(2),
  panelMinutes: random.below(3),
  freeTalkMinutes: random.below(3),
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
    isCancelled: () => false,
    failed: (error) => {
      throw error;
    },
  });
}

const differs = (engine: Engine, model: NightModel): boolean => {
  const { phase, planVersion, announcement, blank, timings } = engine.night.moment;
  const shown = Object.entries(model.phase).every(
    ([name, value]) => (phase as Record<string, unknown>)[name] === value,
  );
  const { plan, words, blank: dark, t } = model.rest;
  return !shown || !isDeepStrictEqual([planVersion, announcement, blank, timings], [plan, words, dark, t]);
};

/** One night of random presses, engine and model side by side; then everything that can be taken back is. */
function walk(of: Walk, random: Random, steps: number, deafTo: string | null, faults: string[]): number {
  const model = new NightModel(timingsOf(of.settings));
  let engine = engineOf(of);
  let taken = 0;
  let restarts = 0;
  let over = false;
  const step = (command: PersonCommand, n: number): boolean => {
    const key = `walk-${of.id}-${String(n).padStart(8, '0')}`;
    const pressed = engine.press({ key, expectedVersion: engine.night.version, command, by: 'Ada' });
    const depth = engine.night.undoable.length + (pressed.ok && command.kind === 'undo' ? 1 : 0);
    const allowed = command.kind === deafTo ? pressed.ok : model.press(command, Math.floor(of.clock.now()));
    // What fell out of fifty in memory is still on disk: after a restart undo may go further back than before, never past 50.
    if (command.kind === 'undo' && pressed.ok && !allowed && restarts > 0 && depth <= UNDO_DEPTH) {
      over = true;
      return false;
    }
    if (pressed.ok !== allowed || differs(engine, model))
      faults.push(
        `${of.id} step ${n}: ${command.kind} ${pressed.ok} in ${engine.night.moment.phase.kind}, model ${model.now.kind}`,
      );
    taken += 1;
    return pressed.ok;
  };
  for (let n = 0; n < steps && !over && faults.length < 5; n++) {
    const gap = GAPS_MS[random.below(GAPS_MS.length)] ?? 0;
    // The clock rings, or the process was dead meanwhile: the night has to be the same.
    const dies = n % RESTART_EVERY === 0;
    if (dies) {
      engine.stop();
      restarts += 1;
    }
    of.clock.jumpTo(of.clock.now() + gap);
    model.press({ kind: 'timeUp' }, Math.floor(of.clock.now()));
    if (dies) engine = engineOf(of);
    else if (of.clock.nextAlarm !== null && of.clock.nextAlarm <= of.clock.now()) of.clock.ringNext();
    step(anyCommand(random), n);
  }
  for (let n = 0; n < UNDO_DEPTH + 1 && !over && faults.length < 5; n++) if (!step({ kind: 'undo' }, steps + n)) break;
  engine.stop();
  return taken;
}

/** A copy of the evening's row under another name. */
function anotherEvent(db: Db, from: string, id: string): void {
  const row = db.$client.prepare('SELECT * FROM events WHERE id = ?').get(from) as Record<string, unknown>;
  const copy = { ...row, id, code: id, display_id: id };
  const names = Object.keys(copy);
  db.$client
    .prepare(`INSERT INTO events (${names.join()}) VALUES (${names.map((name) => `@${name}`).join()})`)
    .run(copy);
}

async function walks(tools: Tools, steps: number, deafTo: string | null): Promise<Finding> {
  const night = await openNight({ organisers: 1, doors: true });
  await night.server.stop();
  const db = await openDb(night.dataDir, join(ROOT, 'migrations'));
  const faults: string[] = [];
  let taken = 0;
  let nights = 0;
  try {
    while (taken < steps && faults.length === 0) {
      nights += 1;
      const id = eventId(`walk-${nights}`);
      anotherEvent(db, night.eventId, id);
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
