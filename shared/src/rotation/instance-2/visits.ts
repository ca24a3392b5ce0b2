import { FREE, OUT, type Problem } from '../search/problem.ts';
import { type Suiting, suits } from '../suits.ts';
import { indexOf, walkOf, wishesFor } from './as-first.ts';
import type { Instance2, Mentor2 } from './instance-2.ts';
import type { Homes } from './mentors-mode.ts';
import type { Travellers } from './travellers.ts';

/** The visits that travellers pay to tables, as a problem: travellers move, and after them come empty chairs. */
export interface Visits {
  readonly problem: Problem;
  /** Per table in use: mentor to the weight of all wishes there. */
  readonly wishes: readonly ReadonlyMap<number, number>[];
  /** Per table in use: mentor to the number of its students who met them at an earlier event. */
  readonly metThere: readonly ReadonlyMap<number, number>[];
}

/**
 * Travellers as those who move, tables in use as those they visit. In rounds with fewer travellers than tables empty
 * chairs travel too, each to another table every time, so that tables wait for a mentor in turn.
 */
export function problemOfVisits(
  instance: Instance2,
  travellers: Travellers,
  isActive: (traveller: number, round: number) => boolean,
  homes: Homes,
): Visits {
  const { rounds } = instance;
  const { tables } = homes;
  const real = travellers.list.length;
  const isOpen = (place: number, round: number): boolean =>
    instance.tables[tables[place]!]!.open?.includes(round + 1) ?? true;
  const open = new Uint8Array(tables.length * rounds);
  tables.forEach((_, place) => {
    for (let round = 0; round < rounds; round++) open[place * rounds + round] = isOpen(place, round) ? 1 : 0;
  });
  const empty = Array.from({ length: rounds }, (_, round) => {
    const places = tables.filter((_table, place) => open[place * rounds + round] === 1).length;
    const here = travellers.list.filter((_one, traveller) => isActive(traveller, round)).length;
    return Math.max(0, places - here);
  });
  const movers = real + empty.reduce((most, count) => Math.max(most, count), 0);
  const present = new Uint8Array(movers * rounds);
  for (let mover = 0; mover < movers; mover++) {
    for (let round = 0; round < rounds; round++) {
      const there = mover < real ? isActive(mover, round) : mover - real < empty[round]!;
      present[mover * rounds + round] = there ? 1 : 0;
    }
  }
  const { wishes, metThere, avoided } = tableFacts(instance, homes);
  const barred = travellers.list.map(({ mentors }) => {
    const mayGo = (mentor: number, place: number): boolean =>
      !avoided[place]!.has(mentor) && suits(needsOf(instance.mentors[mentor]!), instance.tables[tables[place]!]!);
    const flags = Uint8Array.from(tables, (_, place) => (mentors.every((one) => mayGo(one, place)) ? 0 : 1));
    return flags.includes(1) ? flags : null;
  });
  const apart = travellersApart(instance, travellers, movers);
  const pin = pinsOf(instance, travellers, homes, { movers, present, open, barred, apart });
  const metBefore = new Uint8Array(movers * tables.length);
  const wants = Array.from({ length: movers }, (_, mover) => {
    const weights = new Map<number, number>();
    tables.forEach((_, place) => {
      const mentors = travellers.list[mover]?.mentors ?? [];
      const weight = mentors.reduce((sum, one) => sum + (wishes[place]!.get(one) ?? 0), 0);
      if (weight > 0) weights.set(place, weight);
      if (mentors.some((one) => metThere[place]!.has(one))) metBefore[mover * tables.length + place] = 1;
    });
    return weights;
  });
  const problem: Problem = {
    rounds,
    students: movers,
    tables: tables.length,
    seats: new Int32Array(tables.length).fill(travellers.atTable),
    open,
    present,
    barred: Array.from({ length: movers }, (_, mover) => barred[mover] ?? null),
    wants,
    mentored: new Uint8Array(tables.length).fill(1),
    tags: tables.map(() => []),
    tagCount: 0,
    apart,
    group: new Int32Array(movers).fill(-1),
    groups: [],
    pin,
    metBefore: metBefore.includes(1) ? metBefore : null,
    pairsMet: [],
    promised: null,
    walk: walkOf(tables.map((table) => instance.tables[table]!)),
    keep: null,
  };
  return { problem, wishes, metThere };
}

const needsOf = ({ stepFree = false, quiet = false }: Mentor2): Suiting => ({ stepFree, quiet });

/** Per mover the travellers with whom they never share a table, since one of the mentors must not sit with one of theirs. */
function travellersApart(instance: Instance2, { list }: Travellers, movers: number): number[][] {
  const apart: number[][] = Array.from({ length: movers }, () => []);
  if (instance.mentors.every((mentor) => mentor.apart === undefined)) return apart;
  const mentorIndex = indexOf(instance.mentors);
  const travellerOf = new Map(list.flatMap(({ mentors }, index) => mentors.map((mentor) => [mentor, index] as const)));
  const part = (one: number, other: number): void => {
    if (!apart[one]!.includes(other)) apart[one]!.push(other);
  };
  instance.mentors.forEach(({ apart: others = [] }, mentor) => {
    const one = travellerOf.get(mentor);
    for (const id of others) {
      const other = travellerOf.get(mentorIndex.get(id)!);
      if (one === undefined || other === undefined || one === other) continue;
      part(one, other);
      part(other, one);
    }
  });
  for (const others of apart) others.sort((a, b) => a - b);
  return apart;
}

function tableFacts(instance: Instance2, { tables, homeOf }: Homes) {
  const mentorIndex = indexOf(instance.mentors);
  const wishes = tables.map(() => new Map<number, number>());
  const metThere = tables.map(() => new Map<number, number>());
  const avoided = tables.map(() => new Set<number>());
  instance.students.forEach((student, index) => {
    const place = homeOf[index]!;
    if (place < 0) return;
    const add = (counts: Map<number, number>, id: string, weight: number): void => {
      const mentor = mentorIndex.get(id)!;
      counts.set(mentor, (counts.get(mentor) ?? 0) + weight);
    };
    for (const [id, weight] of wishesFor(student, instance.mentors)) add(wishes[place]!, id, weight);
    for (const id of new Set(student.metMentors)) add(metThere[place]!, id, 1);
    for (const id of student.avoid) avoided[place]!.add(mentorIndex.get(id)!);
  });
  return { wishes, metThere, avoided };
}

/** What the places of movers depend on, as in `Problem`. */
interface Limits {
  readonly movers: number;
  readonly present: Uint8Array;
  readonly open: Uint8Array;
  readonly barred: readonly (Uint8Array | null)[];
  readonly apart: readonly (readonly number[])[];
}

/** Places that are given; if round 1 has none, everybody starts at their own table as far as it is free for them. */
function pinsOf(
  instance: Instance2,
  { list, atTable }: Travellers,
  { tables }: Homes,
  { movers, present, open, barred, apart }: Limits,
): Int32Array {
  const { rounds } = instance;
  const pin = new Int32Array(movers * rounds).fill(FREE);
  const placeOf = new Map(tables.map((table, place) => [instance.tables[table]!.id, place]));
  const travellerOf = new Map(
    list.flatMap(({ mentors }, index) => mentors.map((mentor) => [instance.mentors[mentor]!.id, index])),
  );
  for (const { round, mentor, table } of instance.pinnedMentors) {
    const traveller = travellerOf.get(mentor);
    if (traveller === undefined || present[traveller * rounds + round - 1] === 0) continue;
    const slot = (round - 1) * movers + traveller;
    // a mentor who rests does not keep their mate from going on
    if (table !== null) pin[slot] = placeOf.get(table)!;
    else if (pin[slot] === FREE && list[traveller]!.mentors.length === 1) pin[slot] = OUT;
  }
  const starts = list.some(({ startsAt }) => startsAt >= 0);
  if (!starts || instance.pinnedMentors.some(({ round }) => round === 1)) return pin;
  const load = new Int32Array(tables.length);
  const mayStart = (mover: number, place: number): boolean =>
    open[place * rounds] === 1 &&
    load[place]! < atTable &&
    barred[mover]?.[place] !== 1 &&
    apart[mover]!.every((other) => pin[other] !== place);
  const sit = (mover: number, place: number): void => {
    pin[mover] = place < 0 ? OUT : place;
    if (place >= 0) load[place]! += 1;
  };
  const waiting: number[] = [];
  for (let mover = 0; mover < movers; mover++) {
    if (present[mover * rounds] === 0) continue;
    const start = list[mover]?.startsAt ?? -1;
    const place = start < 0 ? -1 : (placeOf.get(instance.tables[start]!.id) ?? -1);
    // a shared start is for one; the second looks for an emptier table
    if (place >= 0 && load[place] === 0 && mayStart(mover, place)) sit(mover, place);
    else waiting.push(mover);
  }
  for (const mover of waiting) {
    let best = -1;
    for (let place = 0; place < tables.length; place++) {
      if (mayStart(mover, place) && (best < 0 || load[place]! < load[best]!)) best = place;
    }
    sit(mover, best);
  }
  return pin;
}
