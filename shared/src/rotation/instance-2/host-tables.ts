import { FlowNetwork } from '../flow.ts';
import { FREE, type Problem } from '../search/problem.ts';
import { suits } from '../suits.ts';
import type { Instance2 } from './instance-2.ts';

/** What has been decided in mentor space, where the tables of `problem` are units of mentors. */
export interface Hosting {
  readonly instance: Instance2;
  readonly problem: Problem;
  /** [round * students + student]: the unit. */
  readonly seat: Int32Array;
  /** Per student the table they keep, −1 for none. */
  readonly stays: Int32Array;
  /** [round * tables + table]: the unit that is given, −1 for none. */
  readonly places: Int32Array;
  /** [round * tables + unit]: the table of an earlier plan, to be kept if it can be; −1 for none, null for no such plan. */
  readonly wasAt?: Int32Array | null;
}

interface Round {
  readonly round: number;
  /** Per unit: who meets it. */
  readonly guests: number[][];
  /** Per unit a table, per table a unit; −1 for none. */
  readonly tableFor: Int32Array;
  readonly unitAt: Int32Array;
}

/**
 * Sends each unit to a table for one round: to the people who keep theirs and are to meet it, home if that is free,
 * else where fewest steps lead. Sizes and step-free needs are kept; who does not fit anywhere sits out (only with
 * tables of different sizes, or fewer step-free ones than are needed at once).
 * @returns per student a table or −1, per table a unit or −1
 */
export function hostTables(hosting: Hosting, round: number): { tableOf: Int32Array; unitAt: Int32Array } {
  const { instance, problem, seat, stays } = hosting;
  const count = problem.tables;
  const state: Round = {
    round,
    guests: Array.from({ length: count }, () => []),
    tableFor: new Int32Array(count).fill(-1),
    unitAt: new Int32Array(count).fill(-1),
  };
  for (let student = 0; student < problem.students; student++) {
    state.guests[seat[round * problem.students + student]!]?.push(student);
  }
  sendGiven(hosting, state);
  sendBack(hosting, state);
  sendHome(hosting, state);
  sendElsewhere(hosting, state);
  const tableOf = new Int32Array(problem.students).fill(-1);
  const left: number[] = [];
  const load = new Int32Array(count);
  state.guests.forEach((guests, unit) => {
    const table = state.tableFor[unit]!;
    // those whose place is given come first when not all fit
    const order = [...guests].sort((a, b) => Number(isGiven(b)) - Number(isGiven(a)));
    for (const student of order) {
      const fits = table >= 0 && load[table]! < instance.tables[table]!.seats && standsWell(instance, student, table);
      if (!fits || (stays[student]! >= 0 && stays[student] !== table)) left.push(student);
      else {
        tableOf[student] = table;
        load[table]! += 1;
      }
    }
  });
  if (left.length > 0) seatLeft(hosting, state, left, tableOf, load);
  return { tableOf, unitAt: state.unitAt };

  function isGiven(student: number): boolean {
    return stays[student]! >= 0 || problem.pin[round * problem.students + student] !== FREE;
  }
}

const standsWell = (instance: Instance2, student: number, table: number): boolean =>
  suits(instance.students[student]!, instance.tables[table]!);

function send(state: Round, unit: number, table: number): void {
  state.tableFor[unit] = table;
  state.unitAt[table] = unit;
}

/** Units that are pinned to a table, and those who meet somebody with a stay-put seat. */
function sendGiven({ stays, places, problem }: Hosting, state: Round): void {
  const { round, guests, tableFor, unitAt } = state;
  for (let table = 0; table < problem.tables; table++) {
    const unit = places[round * problem.tables + table]!;
    if (unit >= 0 && tableFor[unit] === -1) send(state, unit, table);
  }
  guests.forEach((list, unit) => {
    const host = list.find((student) => stays[student]! >= 0);
    if (host === undefined || tableFor[unit] !== -1 || unitAt[stays[host]!] !== -1) return;
    send(state, unit, stays[host]!);
  });
}

const isOpen = (instance: Instance2, table: number, round: number): boolean =>
  instance.tables[table]!.open?.includes(round + 1) ?? true;

const mayHost = (instance: Instance2, { guests, round }: Round, unit: number, table: number): boolean =>
  isOpen(instance, table, round) &&
  guests[unit]!.length <= instance.tables[table]!.seats &&
  guests[unit]!.every((student) => standsWell(instance, student, table));

/** Units go where they were in the earlier plan. */
function sendBack({ instance, problem, wasAt }: Hosting, state: Round): void {
  if (!wasAt) return;
  for (let unit = 0; unit < problem.tables; unit++) {
    const table = wasAt[state.round * problem.tables + unit]!;
    const isFree = table >= 0 && state.tableFor[unit] === -1 && state.unitAt[table] === -1;
    if (!isFree || problem.open[unit * problem.rounds + state.round] === 0) continue;
    if (mayHost(instance, state, unit, table)) send(state, unit, table);
  }
}

function sendHome({ instance, problem }: Hosting, state: Round): void {
  for (let unit = 0; unit < problem.tables; unit++) {
    if (problem.open[unit * problem.rounds + state.round] === 0) continue;
    if (state.tableFor[unit] === -1 && state.unitAt[unit] === -1 && mayHost(instance, state, unit, unit)) {
      send(state, unit, unit);
    }
  }
}

/** Units whose table is taken get another one; if those left do not do, others leave home as well, as few as can be. */
function sendElsewhere({ instance, problem, places, stays }: Hosting, state: Round): void {
  const { round, guests, tableFor, unitAt } = state;
  const isFree = (unit: number): boolean => tableFor[unit] === -1;
  const units = [...tableFor.keys()].filter(
    (unit) => problem.open[unit * problem.rounds + round] === 1 && isFree(unit),
  );
  if (units.length === 0) return;
  if (
    assign(
      units,
      [...unitAt.keys()].filter((table) => unitAt[table] === -1),
    )
  )
    return;
  const atHome = [...tableFor.keys()].filter(
    (unit) =>
      tableFor[unit] === unit &&
      places[round * problem.tables + unit] === -1 &&
      !guests[unit]!.some((student) => stays[student]! >= 0),
  );
  const before = { tableFor: tableFor.slice(), unitAt: unitAt.slice() };
  for (const unit of atHome) {
    unitAt[unit] = -1;
    tableFor[unit] = -1;
  }
  const free = [...unitAt.keys()].filter((table) => unitAt[table] === -1);
  if (assign([...atHome, ...units], free)) return;
  tableFor.set(before.tableFor);
  unitAt.set(before.unitAt);
  // some people will have to sit out; their mentors still go somewhere
  for (const unit of units) {
    const table = [...unitAt.keys()].find((one) => unitAt[one] === -1 && isOpen(instance, one, round));
    if (table !== undefined) send(state, unit, table);
  }

  function assign(who: readonly number[], where: readonly number[]): boolean {
    const network = new FlowNetwork(2 + who.length + where.length);
    const arcs: { arc: number; unit: number; table: number }[] = [];
    who.forEach((unit, index) => {
      network.arc(0, 2 + index, 1, 0);
      where.forEach((table, place) => {
        if (!mayHost(instance, state, unit, table)) return;
        const walked = problem.walk?.[unit * problem.tables + table] ?? 0;
        const cost = unit === table ? 0 : 2 ** 24 + walked;
        arcs.push({ arc: network.arc(2 + index, 2 + who.length + place, 1, cost), unit, table });
      });
    });
    where.forEach((_, place) => {
      network.arc(2 + who.length + place, 1, 1, 0);
    });
    if (network.run(0, 1).flow < who.length) return false;
    for (const { arc, unit, table } of arcs) if (network.flowOn(arc) === 1) send(state, unit, table);
    return true;
  }
}

/** Another table for people whose unit's table does not hold them; those who belong together sit out together. */
function seatLeft(
  { instance, problem, stays }: Hosting,
  { round, unitAt }: Round,
  left: readonly number[],
  tableOf: Int32Array,
  load: Int32Array,
): void {
  for (const student of left) {
    const group = problem.groups[problem.group[student]!];
    if (group) {
      // no group is torn apart
      for (const member of group) {
        if (tableOf[member]! >= 0) load[tableOf[member]!]! -= 1;
        tableOf[member] = -1;
      }
      continue;
    }
    if (stays[student]! >= 0 || problem.pin[round * problem.students + student] !== FREE) continue;
    const table = [...unitAt.keys()].find(
      (one) =>
        unitAt[one]! >= 0 &&
        load[one]! < instance.tables[one]!.seats &&
        standsWell(instance, student, one) &&
        problem.barred[student]?.[unitAt[one]!] !== 1 &&
        problem.apart[student]!.every((other) => tableOf[other] !== one),
    );
    if (table === undefined) continue;
    tableOf[student] = table;
    load[table]! += 1;
  }
}
