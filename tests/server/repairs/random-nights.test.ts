import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { PersonCommand } from '@lapwing/shared/live/state';
import type { PlanView, RepairOffer } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { runRepairJob } from '../../../server/src/solver/job.ts';
import { inlinePlanner, type TestApp, testApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';
import { expectedPrice, tableOf } from './expected-price.ts';
import { brokenLaws } from './laws.ts';
import { pick, type RandomEvening, randomEvening } from './random-evening.ts';
import { isHere, isOpen, positionOf, type RoomModel, roomAfter } from './room-model.ts';

const EVENINGS = Number(process.env.EVENINGS ?? 12);
const FIRST_SEED = Number(process.env.SEED ?? 1);
const ITERATIONS = Number(process.env.ITERATIONS ?? 20_000);
const ACTS = 14;
const MINUTE = 60_000;

/** What belongs to one version of the plan: all of it comes back with *Undo*. */
interface Kept {
  readonly room: RoomModel;
  readonly plan: PlanView;
  readonly tables: string;
  readonly byHand: ReadonlySet<number>;
}

const tally = new Map<string, number>();
const count = (what: string): void => {
  tally.set(what, (tally.get(what) ?? 0) + 1);
};

/** A change that might be pressed now; some of them make no sense and are refused. */
async function anyChange(night: RandomEvening, { room }: Kept): Promise<RoomChange> {
  const { random, guests } = night;
  const at = positionOf(night.moment());
  const round = at?.first ?? 1;
  const all = [...guests.values()];
  const of = (role: string, here: boolean): AttendeeId[] =>
    all.filter((one) => one.role === role && isHere(room, one.id, round) === here).map(({ id }) => id);
  const tables = [...room.seats.keys()];
  const later = round + random.below(Math.max(1, (at?.rounds ?? round) - round + 1));
  const some = (role: string, here: boolean): AttendeeId => pick(random, of(role, here)) ?? ('nobody' as AttendeeId);
  const reserve = async (): Promise<AttendeeId> =>
    random.below(2) === 0
      ? (pick(random, of('mentor', false)) ?? night.walkIn('mentor', false))
      : night.walkIn('mentor', false);
  const table = pick(random, tables) as TableId;
  switch (random.below(13)) {
    case 0:
      return { kind: 'arrived', people: [await night.walkIn('student', random.below(6) === 0)] };
    case 1:
      return { kind: 'arrived', people: [some('student', false)] };
    case 2:
      return { kind: 'noShows', people: random.shuffle(of('student', true)).slice(0, 1 + random.below(4)) };
    case 3:
      return { kind: 'left', people: random.shuffle(of('student', true)).slice(0, 1 + random.below(2)) };
    case 4:
      return { kind: random.below(3) === 0 ? 'noShows' : 'left', people: [some('mentor', true)] };
    case 5:
      return { kind: 'replaced', mentor: some('mentor', true), by: await reserve() };
    case 6:
    case 7:
      return { kind: 'mentorSeated', mentor: await reserve(), table };
    case 8:
      return { kind: 'tableClosed', table };
    case 9:
      return {
        kind: 'tableAdded',
        table: `new-${guests.size}-${random.below(1_000)}` as TableId,
        seats: 5,
        mentors: random.below(4) === 0 ? [] : [await reserve()],
      };
    case 10:
      return {
        kind: 'moved',
        person: some('student', true),
        round: later,
        table: random.below(4) === 0 ? null : table,
      };
    case 11:
      return { kind: 'swapped', one: some('student', true), other: some('student', true), round: later };
    default:
      return { kind: 'left', people: [some('student', true), some('mentor', true)] };
  }
}

async function goOn(night: RandomEvening): Promise<void> {
  const { random, t } = night;
  const round = (positionOf(night.moment())?.first ?? 1) + random.below(3);
  const commands: PersonCommand[] = [
    { kind: 'next' },
    { kind: 'next' },
    { kind: 'pause' },
    { kind: 'resume' },
    { kind: 'back' },
    { kind: 'skip', round },
    { kind: 'endRound' },
    { kind: 'moveNow' },
  ];
  const command = pick(random, commands) as PersonCommand;
  if (random.below(3) === 0) t.clock.advance((1 + random.below(9)) * MINUTE);
  else count(`${command.kind} ${(await night.press(command)).statusCode}`);
  t.clock.advance(2_600);
}

async function play(t: TestApp, ada: Caller, seed: number): Promise<string[]> {
  const night = await randomEvening(t, ada, seed);
  const { random, guests } = night;
  const plan = await night.plan();
  const seated = [...guests.keys()].filter((id) =>
    plan.schedule.rounds.some((_, n) => tableOf(plan.schedule, n + 1, id)),
  );
  const tables = await night.tables();
  const start: RoomModel = {
    stays: new Map(seated.map((id) => [id, { from: 1, until: plan.schedule.rounds.length }])),
    closed: new Map(),
    seats: new Map(tables.map(({ id, seats, stepFree }) => [id, { seats, stepFree }])),
    mentors: new Map(tables.map(({ id, mentors }) => [id, mentors])),
  };
  const kept = new Map<number, Kept>([
    [plan.version, { room: start, plan, tables: JSON.stringify(tables), byHand: new Set() }],
  ]);
  const broken: string[] = [];
  for (let act = 0; act < ACTS; act++) {
    const what = random.below(10);
    const version = night.moment().planVersion;
    const now = kept.get(version) as Kept;
    if (what === 0) count(`undo ${(await night.press({ kind: 'undo' })).statusCode}`);
    else if (what < 4) await goOn(night);
    else broken.push(...(await change(night, now, kept)).map((one) => `seed ${seed} act ${act}: ${one}`));
    if (night.moment().phase.kind === 'doors') break;
    const after = kept.get(night.moment().planVersion) as Kept;
    if (JSON.stringify((await night.plan()).schedule) !== JSON.stringify(after.plan.schedule))
      broken.push(`seed ${seed} act ${act}: undo gave another plan`);
    if (JSON.stringify(await night.tables()) !== after.tables)
      broken.push(`seed ${seed} act ${act}: undo gave another floor`);
    if (broken.length > 4 || night.moment().phase.kind === 'finished') break;
  }
  return broken;
}

async function change(night: RandomEvening, now: Kept, kept: Map<number, Kept>): Promise<string[]> {
  const change = await anyChange(night, now);
  const at = positionOf(night.moment());
  const answer = await night.offer(change);
  if (answer.statusCode !== 200) {
    const { error } = answer.json<{ error: { code: string; details?: object } }>();
    count(`${change.kind} ${error.code}`);
    const isByHand = change.kind === 'moved' || change.kind === 'swapped';
    const odd = !isByHand && ['plan-broken', 'plan-impossible', 'server-fault', 'bad-request'].includes(error.code);
    return odd
      ? [`${night.whoMoves} ${night.moment().phase.kind} ${JSON.stringify(change)} ${JSON.stringify(error)}`]
      : [];
  }
  if (at === null) return [`an offer outside of the night`];
  const offer = answer.json<RepairOffer[]>()[0] as RepairOffer;
  const taken = await night.take(offer);
  if (taken.statusCode !== 200) return [`${change.kind} not taken: ${taken.body.slice(0, 200)}`];
  count(`${change.kind} 200`);
  const room = roomAfter(now.room, change, at, night.whoMoves === 'students');
  const plan = await night.plan();
  const tables = await night.tables();
  const isHand = change.kind === 'moved' || change.kind === 'swapped';
  const byHand = isHand
    ? new Set([...now.byHand, change.round])
    : new Set(now.byHand.has(at.current ?? 0) ? [at.current ?? 0] : []);
  kept.set(plan.version, { room, plan, tables: JSON.stringify(tables), byHand });
  const common = { before: now.plan.schedule, after: plan.schedule };
  const broken = brokenLaws({
    ...common,
    change,
    at,
    room,
    guests: night.guests,
    studentsMove: night.whoMoves === 'students',
    byHand,
  });
  let next = at.current === null ? at.first : at.first + 1;
  while (at.skipped.includes(next)) next += 1;
  if (next > at.rounds) next = at.first;
  const expected = expectedPrice({
    ...common,
    from: at.first,
    next,
    skipped: at.skipped,
    staying: new Set([...room.stays].flatMap(([id, { until }]) => (until >= at.rounds ? [id] : []))),
    isStudent: (id) => night.guests.get(id)?.role === 'student',
  });
  const said = {
    seats: offer.seats.map(({ round, person, from, to }) => `${round} ${person} ${from} ${to}`).sort(),
    lost: offer.lost.map(({ student, mentor }) => `${student} ${mentor}`).sort(),
    gained: offer.gained.map(({ student, mentor }) => `${student} ${mentor}`).sort(),
    moreRepeats: offer.moreRepeats,
    moreSitOuts: offer.moreSitOuts,
    sizes: offer.sizes,
  };
  for (const [key, value] of Object.entries(expected))
    if (JSON.stringify(value) !== JSON.stringify(said[key as keyof typeof said]))
      broken.push(
        `${key}: said ${JSON.stringify(said[key as keyof typeof said]).slice(0, 200)}, is ${JSON.stringify(value).slice(0, 200)}`,
      );
  const log = (await night.log())[0];
  if (JSON.stringify((log?.command as { change?: unknown } | undefined)?.change) !== JSON.stringify(change))
    broken.push('the log names another change');
  const where = `${night.whoMoves} ${night.moment().phase.kind} ${at.current}/${at.rounds} skip ${at.skipped} ${JSON.stringify(change)}`;
  return broken.slice(0, 4).map((one) => `${where}\n      ${one}`);
}

describe('random nights', () => {
  it('hold every law', async () => {
    const t = await testApp({
      planner: { ...inlinePlanner, repair: async (job) => runRepairJob({ ...job, iterations: ITERATIONS }, () => 0) },
    });
    const ada = await t.organiser();
    const broken: string[] = [];
    for (let seed = FIRST_SEED; seed < FIRST_SEED + EVENINGS; seed++) broken.push(...(await play(t, ada, seed)));
    if (process.env.TALLY)
      process.stdout.write(
        `${[...tally]
          .sort()
          .map((one) => one.join(': '))
          .join('\n')}\n`,
      );
    expect(broken).toEqual([]);
    expect(isOpen).toBeDefined();
  }, 600_000);
});
