import type { RoomChange } from '@lapwing/shared/event/room-change';
import { personLine, type Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { PlanView, RepairOffer } from '@lapwing/shared/protocol/api';
import type { TestApp } from '../../support/test-app.ts';
import type { Caller } from '../../support/test-caller.ts';
import type { TestSocket } from '../../support/test-socket.ts';
import { expectedPrice, tableOf } from './expected-price.ts';
import { brokenLaws } from './laws.ts';
import { anyChange, goOn } from './random-change.ts';
import { type RandomEvening, randomEvening } from './random-evening.ts';
import { type Position, positionOf, type RoomModel, roomAfter } from './room-model.ts';

/** What belongs to one version of the plan: all of it comes back with *Undo*. */
interface Kept {
  readonly room: RoomModel;
  readonly plan: PlanView;
  readonly tables: string;
  readonly byHand: ReadonlySet<number>;
}

/** A night that is being played, and what was seen of it. */
export interface Played extends RandomEvening {
  readonly kept: Map<number, Kept>;
  /** Browsers of a few people. */
  readonly phones: ReadonlyMap<AttendeeId, Caller>;
  /** How often which change was answered how. */
  readonly tally: Map<string, number>;
  /** Told of every mended plan. */
  readonly onMended?: ((mended: Mended) => void) | undefined;
}

export interface Mended {
  readonly before: Schedule;
  readonly after: Schedule;
  readonly change: RoomChange;
  readonly at: Position;
  readonly room: RoomModel;
  readonly offer: RepairOffer;
  readonly night: RandomEvening;
}

const ACTS = 14;
const PHONES = 3;
const ODD = ['plan-broken', 'plan-impossible', 'server-fault', 'bad-request'];

const count = (tally: Map<string, number>, what: string): void => {
  tally.set(what, (tally.get(what) ?? 0) + 1);
};

/** Begins a random night. Phones cost time: `withPhones` opens a few. */
async function begin(t: TestApp, ada: Caller, seed: number, withPhones: boolean) {
  const night = await randomEvening(t, ada, seed);
  const plan = await night.plan();
  const seated = [...night.guests.keys()].filter((id) =>
    plan.schedule.rounds.some((_, index) => tableOf(plan.schedule, index + 1, id)),
  );
  const tables = await night.tables();
  const room: RoomModel = {
    stays: new Map(seated.map((id) => [id, { from: 1, until: plan.schedule.rounds.length }])),
    closed: new Map(),
    seats: new Map(tables.map(({ id, seats, stepFree }) => [id, { seats, stepFree }])),
    mentors: new Map(tables.map(({ id, mentors }) => [id, mentors])),
  };
  const phones = new Map<AttendeeId, Caller>();
  const people = withPhones ? [...night.evening.students.slice(0, PHONES), ...night.evening.mentors.slice(0, 1)] : [];
  for (const person of people) phones.set(person.id, await night.evening.phone(person));
  const first: Kept = { room, plan, tables: JSON.stringify(tables), byHand: new Set() };
  return { ...night, phones, kept: new Map([[plan.version, first]]) };
}

/** Plays one random night and says what was not as it should be. */
export async function play(
  t: TestApp,
  ada: Caller,
  seed: number,
  { tally, onMended, withPhones = false }: Pick<Played, 'tally' | 'onMended'> & { readonly withPhones?: boolean },
): Promise<string[]> {
  const night: Played = { ...(await begin(t, ada, seed, withPhones)), tally, onMended };
  const { random, kept } = night;
  const broken: string[] = [];
  const say = (what: string[], act: number): void => {
    broken.push(...what.slice(0, 4).map((one) => `seed ${seed} act ${act}: ${one}`));
  };
  for (let act = 0; act < ACTS && broken.length === 0; act++) {
    const what = random.below(10);
    const now = kept.get(night.moment().planVersion) as Kept;
    if (what === 0) count(tally, `undo ${(await night.press({ kind: 'undo' })).statusCode}`);
    else if (what < 4) count(tally, await goOn(night));
    else say(await change(night, now), act);
    const { phase, planVersion } = night.moment();
    if (phase.kind === 'doors' || phase.kind === 'finished') break;
    const after = kept.get(planVersion) as Kept;
    if (JSON.stringify((await night.plan()).schedule) !== JSON.stringify(after.plan.schedule))
      say(['undo gave another plan'], act);
    if (JSON.stringify(await night.tables()) !== after.tables) say(['undo gave another floor'], act);
  }
  return broken;
}

/** One change of the room: asked for, applied, and looked at from all sides. */
async function change(night: Played, now: Kept): Promise<string[]> {
  const { tally, kept } = night;
  const change = await anyChange(night, now.room);
  const at = positionOf(night.moment());
  const where = `${night.whoMoves} ${night.moment().phase.kind} ${JSON.stringify(at)} ${JSON.stringify(change)}`;
  const answer = await night.offer(change);
  if (answer.statusCode !== 200) {
    const { error } = answer.json<{ error: { code: string } }>();
    count(tally, `${change.kind} ${error.code}`);
    return ODD.includes(error.code) && !isByHand(change) ? [`${where} ${JSON.stringify(error)}`] : [];
  }
  if (at === null) return [`${where} an offer outside of the night`];
  const offer = answer.json<RepairOffer[]>()[0] as RepairOffer;
  // opened anew each time: a phone is cut when the clock of the test jumps
  const listening = await listen(night);
  const taken = await night.take(offer);
  if (taken.statusCode !== 200) return [`${where} not taken: ${taken.body.slice(0, 200)}`];
  count(tally, `${change.kind} 200`);
  const plan = await night.plan();
  const room = roomAfter(now.room, change, at, night.whoMoves === 'students');
  kept.set(plan.version, {
    room,
    plan,
    tables: JSON.stringify(await night.tables()),
    byHand: handMade(now, change, at),
  });
  const mended: Mended = { before: now.plan.schedule, after: plan.schedule, change, at, room, offer, night };
  night.onMended?.(mended);
  const broken = [
    ...brokenLaws({
      ...mended,
      ...{ guests: night.guests, studentsMove: night.whoMoves === 'students', byHand: handMade(now, change, at) },
    }),
    ...wrongPrice(mended),
    ...(await wrongCards(mended, listening)),
  ];
  const [newest] = await night.log();
  const named = newest?.command.kind === 'replan' ? newest.command.change : null;
  if (JSON.stringify(named) !== JSON.stringify(change)) broken.push('the log names another change');
  return broken.map((one) => `${where}\n      ${one}`);
}

const isByHand = (change: RoomChange) => change.kind === 'moved' || change.kind === 'swapped';

/** Rounds that people were moved in by hand; the planner makes those to come even again. */
function handMade({ byHand }: Kept, change: RoomChange, { current }: Position): Set<number> {
  if (change.kind === 'moved' || change.kind === 'swapped') return new Set([...byHand, change.round]);
  return new Set([...byHand].filter((round) => round === current));
}

function wrongPrice({ before, after, at, room, offer, night }: Mended): string[] {
  const toCome = Array.from({ length: at.rounds - at.first + 1 }, (_, index) => at.first + index);
  const expected = expectedPrice({
    ...{ before, after, skipped: at.skipped, from: at.first },
    next: toCome.find((round) => round !== at.current && !at.skipped.includes(round)) ?? at.first,
    staying: new Set([...room.stays].flatMap(([id, { until }]) => (until >= at.rounds ? [id] : []))),
    isStudent: (id) => night.guests.get(id)?.role === 'student',
  });
  const said: typeof expected = {
    seats: offer.seats.map(({ round, person, from, to }) => `${round} ${person} ${from} ${to}`).sort(),
    lost: offer.lost.map(({ student, mentor }) => `${student} ${mentor}`).sort(),
    gained: offer.gained.map(({ student, mentor }) => `${student} ${mentor}`).sort(),
    ...{ moreRepeats: offer.moreRepeats, moreSitOuts: offer.moreSitOuts, sizes: offer.sizes },
  };
  return (Object.keys(expected) as (keyof typeof expected)[]).flatMap((key) => {
    const [is, was] = [JSON.stringify(expected[key]), JSON.stringify(said[key])];
    return is === was ? [] : [`${key}: said ${was.slice(0, 200)}, is ${is.slice(0, 200)}`];
  });
}

async function listen({ t, phones }: Played): Promise<Map<AttendeeId, TestSocket>> {
  const listening = new Map<AttendeeId, TestSocket>();
  for (const [id, caller] of phones) {
    const phone = await t.socket(`/me/${id}/live`, caller);
    await phone.settled();
    phone.forget();
    listening.set(id, phone);
  }
  return listening;
}

/** A card goes to those whose own line is another one, and to nobody else. */
async function wrongCards({ before, after }: Mended, listening: Map<AttendeeId, TestSocket>): Promise<string[]> {
  const wrong: string[] = [];
  for (const [id, phone] of listening) {
    await phone.settled();
    const isNews = JSON.stringify(personLine(before, id)) !== JSON.stringify(personLine(after, id));
    const cards = phone.all('card').length;
    if (cards !== (isNews ? 1 : 0)) wrong.push(`${id} got ${cards} cards, ${isNews ? 'one' : 'none'} was due`);
    phone.socket.terminate();
    await phone.closed;
  }
  return wrong;
}
