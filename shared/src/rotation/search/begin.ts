import type { Random } from '../../kernel/random.ts';
import { type Aims, KEEP_BEFORE_ALL } from './aims.ts';
import { beginKept, seatedIn, settle } from './begin-kept.ts';
import { fillRoundByRound, isFree } from './by-round.ts';
import { deal } from './deal.ts';
import { FIRM_COSTS } from './firm-costs.ts';
import type { FreeSeats } from './free-seats.ts';
import { pastOf } from './past.ts';
import type { Problem } from './problem.ts';
import { MOST_MOVES, repair } from './repair.ts';
import { Room } from './room.ts';
import { tuneVisits } from './tune-visits.ts';
import { type PlainRounds, whoMeetsWhom } from './who-meets-whom.ts';
import { firmPrice } from './whole-price.ts';
import { winBack } from './win-back.ts';

/** The rounds in which somebody's place is not decided yet. */
export function openRounds(problem: Problem): number[] {
  const rounds: number[] = [];
  for (let round = 0; round < problem.rounds; round++) {
    for (let student = 0; student < problem.students; student++) {
      if (!isFree(problem, round, student)) continue;
      rounds.push(round);
      break;
    }
  }
  return rounds;
}

/**
 * Whoever asks for no more moves than these, and for kept tables before all else, cannot wait: a repeat or an uneven table
 * is better for now than a new plan.
 */
export const NO_TIME = 3_000;

/**
 * Where rules of people or earlier evenings leave repeats that nobody can mend, to look for a better plan takes several
 * times as long: whoever asks for no more moves than these on a night that runs waits for a shorter look.
 */
const HURRY_WITH_RULES = 20_000;
const MOVES_WITH_RULES = 60_000;

const hasCompanyRules = ({ apart, groups, metBefore }: Problem): boolean =>
  metBefore !== null || groups.length > 0 || apart.some((others) => others.length > 0);

/**
 * A first seating: from the tables people had, if they have a plan; else who meets whom at once, and then dealt into
 * rounds, where rounds are alike; else round by round. What the last two ways break is mended as far as it can be.
 * @param moves that the search will try afterwards; see `NO_TIME`
 */
export function firstSeating(
  problem: Problem,
  aims: Aims,
  free: FreeSeats,
  shouldStop: () => boolean,
  random: Random,
  moves: number,
): Room {
  const alike = plainRounds(problem, free.all);
  if (problem.keep === null && alike) return seatPlainRounds(problem, aims, alike, random);
  const room = new Room(problem, aims);
  if (problem.keep === null) fillRoundByRound(room, free.all, random);
  else beginKept(room, free.all, random);
  aimAtEvenSizes(room, free.all);
  if (problem.keep === null) {
    // repeats that nobody can mend must not eat up the time there is for mixing
    const once = problem.metBefore !== null ? { attempts: 1, moves: MOVES_WITH_RULES } : undefined;
    repair(room, free, shouldStop, random, once);
    return room;
  }
  const keepsFirst = aims.keep >= KEEP_BEFORE_ALL;
  const inHurry = keepsFirst && moves <= (hasCompanyRules(problem) ? HURRY_WITH_RULES : NO_TIME);
  // seating the rounds anew has mended nearly all, and where rounds are alike a plan from nothing is as firm as any
  if (alike === null && repair(room, free, shouldStop, random, { attempts: 1, moves: inHurry ? moves : MOST_MOVES }))
    settle(room, free.all, random);
  const firm = firmPrice(room);
  if (inHurry && firm < FIRM_COSTS.satOut) return room;
  const kept = firm === 0 ? room : asFirmAsAnew(room, free, alike, random);
  if (!inHurry) winBack(kept, free, shouldStop, random);
  return kept;
}

/** Keeping may cost what a plan from nothing would not: then that plan, brought back towards the old one. */
function asFirmAsAnew(room: Room, free: FreeSeats, plain: PlainRounds | null, random: Random): Room {
  const { problem, aims } = room;
  const fresh = plain ? seatPlainRounds(problem, aims, plain, random) : new Room(problem, aims);
  if (plain === null) {
    fillRoundByRound(fresh, free.all, random);
    aimAtEvenSizes(fresh, free.all);
  }
  if (firmPrice(fresh) >= firmPrice(room)) return room;
  settle(fresh, free.all, random);
  return fresh;
}

/** Even sizes are those of the people who really sit. */
function aimAtEvenSizes(room: Room, rounds: readonly number[]): void {
  for (const round of rounds) room.aimAtEvenSizes(round, seatedIn(room, round));
}

/** The rounds as one block if they are all alike and nobody has to sit together or apart; else null. */
export function plainRounds(problem: Problem, rounds: readonly number[]): PlainRounds | null {
  const first = rounds[0];
  if (first === undefined) return null;
  const alike = (flags: Uint8Array, index: number): boolean =>
    rounds.every((round) => flags[index * problem.rounds + round] === flags[index * problem.rounds + first]);
  const students: number[] = [];
  for (let student = 0; student < problem.students; student++) {
    if (!alike(problem.present, student)) return null;
    if (problem.present[student * problem.rounds + first] === 0) continue;
    if (!rounds.every((round) => isFree(problem, round, student))) return null;
    students.push(student);
  }
  const tables: number[] = [];
  for (let table = 0; table < problem.tables; table++) {
    if (!alike(problem.open, table)) return null;
    if (problem.open[table * problem.rounds + first] === 1) tables.push(table);
  }
  const here = new Set(students);
  for (const student of students) {
    if (problem.apart[student]!.some((other) => here.has(other))) return null;
    const group = problem.groups[problem.group[student]!] ?? [];
    if (group.some((other) => other !== student && here.has(other))) return null;
  }
  return { rounds, students, tables, taken: null };
}

function seatPlainRounds(problem: Problem, aims: Aims, plain: PlainRounds, random: Random): Room {
  const room = new Room(problem, aims);
  const past = pastOf(room, plain.rounds);
  const shuffled = { ...plain, students: random.shuffle([...plain.students]) };
  const visits = whoMeetsWhom(problem, shuffled, past, aims, random);
  tuneVisits(problem, shuffled.students, visits, past.visits, aims, random);
  const places = deal(visits, problem.tables + 1, plain.rounds.length, random);
  places.forEach((tables, index) => {
    shuffled.students.forEach((student, position) => {
      room.move(plain.rounds[index]!, student, tables[position]!);
    });
  });
  aimAtEvenSizes(room, plain.rounds);
  return room;
}
