import type { Numbers } from './numbers.ts';
import type { RoundLimits } from './round-limits.ts';

/** Which argument shows that pairs must meet again. */
export type PairArgument = 'counting' | 'per-student' | 'pigeonhole' | 'permutations' | 'past';

export interface PairLimits {
  /** Most meetings of two students at a table; those who sit together by wish left out. */
  readonly meetings: number;
  /** Pairs who could share a table at all. */
  readonly canMeet: number;
  /** Fewest meetings that are a pair's second or later one, and why. */
  readonly repeated: number;
  readonly because: PairArgument;
  /** Most different pairs who share a table. */
  readonly different: number;
}

/** How far the plans that are meant may be from the firm aims. */
export interface Leeway {
  /** Everybody sits whom the rounds can seat. */
  readonly allSeated: boolean;
  /** Seats by which all rounds together are more uneven than they have to be. */
  readonly moreUneven: number;
  /** Nobody visits a mentor's table twice. */
  readonly onlyOnce: boolean;
}

/** Different sets of rounds in which people are there, up to which all pairs of them are compared. */
const MOST_TIMETABLES = 4_000;

const pairsAmong = (people: number): number => (people * (people - 1)) / 2;

/** Limits of mixing: by counting, per student, by the pigeonhole, by a theorem, and by repeats that are decided already. */
export function pairLimits(numbers: Numbers, rounds: readonly RoundLimits[], leeway: Leeway): PairLimits {
  const meetings = mostMeetings(numbers, rounds, leeway);
  const canMeet = pairsThatCanMeet(numbers);
  const even = leeway.allSeated && leeway.moreUneven === 0 && rounds.every(({ uneven }) => uneven === 0);
  const plain = even && !numbers.anyDecided && numbers.groups.length === 0;
  const found: [PairArgument, number][] = [
    ['counting', Math.max(0, meetings - canMeet)],
    ['per-student', plain ? lackOfPeople(numbers, rounds) : 0],
    ['pigeonhole', plain ? spreadTooThin(numbers, rounds, leeway.onlyOnce) : 0],
    ['permutations', plain && leeway.onlyOnce ? sixTablesInTurn(numbers, rounds) : 0],
    ['past', numbers.anyDecided ? repeatedAlready(numbers) : 0],
  ];
  const [because, repeated] = found.reduce((best, one) => (one[1] > best[1] ? one : best));
  return { meetings, canMeet, repeated, because, different: Math.min(canMeet, meetings - repeated) };
}

/** Even sizes of a round; which of the larger tables are meant makes no difference to the number of pairs. */
function evenPairs({ open, low, high, seated }: RoundLimits): number {
  let larger = seated - open.reduce((sum, table) => sum + low[table]!, 0);
  let pairs = 0;
  for (const table of open) {
    const more = larger > 0 && high[table]! > low[table]! ? 1 : 0;
    larger -= more;
    pairs += pairsAmong(low[table]! + more);
  }
  return pairs;
}

/**
 * The most pairs that uneven sizes can add: each seat of unevenness is at best a move from the smallest table to the
 * largest one, and every further move adds more than the one before.
 */
function pairsByUnevenness({ open, low, high }: RoundLimits, numbers: Numbers, moves: number): number {
  let largest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let seats = 0;
  for (const table of open) {
    largest = Math.max(largest, high[table]!);
    smallest = Math.min(smallest, low[table]!);
    seats = Math.max(seats, numbers.seats[table]!);
  }
  let pairs = 0;
  let from = smallest;
  let to = largest;
  for (let move = 0; move < moves; move++) {
    pairs += Math.max(0, Math.min(to, seats) - Math.max(0, from - 1));
    if (to < seats) to += 1;
    if (from > 0) from -= 1;
  }
  return pairs;
}

function mostMeetings(numbers: Numbers, rounds: readonly RoundLimits[], leeway: Leeway): number {
  let meetings = 0;
  let growth = 0;
  rounds.forEach((limits, round) => {
    if (limits.over) for (const table of limits.open) meetings += pairsAmong(limits.given[table]!);
    else {
      const own = pairsByUnevenness(limits, numbers, limits.uneven);
      meetings += evenPairs(limits) + own;
      growth = Math.max(growth, pairsByUnevenness(limits, numbers, limits.uneven + leeway.moreUneven) - own);
    }
    const allSit = leeway.allSeated && limits.seated === limits.there;
    for (const group of numbers.groups) {
      const here = group.filter((student) => numbers.there[student * numbers.rounds + round] === 1);
      // a group that may sit out might leave its seats to people who count
      const sits = allSit || numbers.decided[round * numbers.students + (here[0] ?? 0)]! >= 0;
      if (sits) meetings -= pairsAmong(here.length);
    }
  });
  return meetings + growth;
}

/** Pairs who are there in a common round and neither have to sit together nor must not. */
function pairsThatCanMeet(numbers: Numbers): number {
  const { students, rounds } = numbers;
  const together = (one: number, other: number): boolean => {
    for (let round = 0; round < rounds; round++) {
      if (numbers.there[one * rounds + round] === 1 && numbers.there[other * rounds + round] === 1) return true;
    }
    return false;
  };
  const alike = new Map<string, number[]>();
  for (let student = 0; student < students; student++) {
    const mask = numbers.there.subarray(student * rounds, (student + 1) * rounds).join('');
    const same = alike.get(mask);
    if (same) same.push(student);
    else alike.set(mask, [student]);
  }
  const classes = [...alike.values()];
  let pairs = classes.length > MOST_TIMETABLES ? pairsAmong(students) : 0;
  // so many different timetables are not compared: every pair counts, which is a limit too
  if (pairs > 0) classes.length = 0;
  classes.forEach((own, index) => {
    for (let other = index; other < classes.length; other++) {
      const theirs = classes[other]!;
      if (!together(own[0]!, theirs[0]!)) continue;
      pairs += own === theirs ? pairsAmong(own.length) : own.length * theirs.length;
    }
  });
  numbers.apart.forEach((others, one) => {
    for (const other of others) if (one < other && together(one, other)) pairs -= 1;
  });
  for (const group of numbers.groups) {
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) if (together(one, other)) pairs -= 1;
    });
  }
  return pairs;
}

/** Each student has places beside them in every round; where these are more than people they can meet, pairs repeat. */
function lackOfPeople(numbers: Numbers, rounds: readonly RoundLimits[]): number {
  const beside = rounds.map(({ open, low, seated, there }) =>
    seated === there ? Math.max(0, Math.min(...open.map((table) => low[table]!)) - 1) : 0,
  );
  let lacking = 0;
  for (let student = 0; student < numbers.students; student++) {
    let places = 0;
    beside.forEach((count, round) => {
      places += numbers.there[student * numbers.rounds + round] === 1 ? count : 0;
    });
    lacking += Math.max(0, places - (numbers.students - 1 - numbers.apart[student]!.size));
  }
  return Math.ceil(lacking / 2);
}

/**
 * The people of one table spread over the tables of every other round, their old one left out where nobody returns to a
 * mentor; when there are fewer tables than people, some of them meet again. The best round to argue from counts.
 */
function spreadTooThin(numbers: Numbers, rounds: readonly RoundLimits[], onlyOnce: boolean): number {
  if (rounds.some(({ there, seated }) => there !== numbers.students || seated !== there)) return 0;
  let most = 0;
  // rounds that are alike are one object
  const different = new Map<RoundLimits, number>();
  for (const round of rounds) different.set(round, (different.get(round) ?? 0) + 1);
  for (const one of different.keys()) {
    let pairs = 0;
    for (const [other, count] of different) {
      pairs += (other === one ? count - 1 : count) * pairsAgain(numbers, one, other, onlyOnce);
    }
    most = Math.max(most, pairs);
  }
  return most;
}

function pairsAgain(numbers: Numbers, one: RoundLimits, other: RoundLimits, onlyOnce: boolean): number {
  const added: number[] = [];
  let pairs = 0;
  let larger = one.seated;
  for (const table of one.open) {
    const returns = other.open.includes(table) && !(onlyOnce && numbers.mentored[table] === 1);
    const places = other.open.length - (other.open.includes(table) && !returns ? 1 : 0);
    const small = pairsWhenSpread(one.low[table]!, places);
    pairs += small;
    larger -= one.low[table]!;
    if (one.high[table]! > one.low[table]!) added.push(pairsWhenSpread(one.high[table]!, places) - small);
  }
  added.sort((a, b) => a - b);
  return pairs + added.slice(0, larger).reduce((sum, count) => sum + count, 0);
}

/** Most permutations of six things of which no two agree in two places: 18, not 30 (Kløve 2000; a search of its 30,000 cases agrees). */
const LARGEST_CODE_OF_SIX = 18;

/**
 * Six rounds at six tables, nobody twice at one: each student's evening is a permutation, and two of them meet where
 * these agree. Among more than 18 students some meet again, by Turán (1941) as many as when they fall into 18 cliques.
 */
function sixTablesInTurn(numbers: Numbers, rounds: readonly RoundLimits[]): number {
  const inTurn = rounds.every(
    ({ open, there, seated }) => open.length === 6 && there === numbers.students && seated === there,
  );
  const applies = inTurn && numbers.rounds === 6 && numbers.tables === 6 && numbers.mentored.every(Boolean);
  return applies ? pairsWhenSpread(numbers.students, LARGEST_CODE_OF_SIX) : 0;
}

/** Fewest pairs left together when people spread over so many places. */
export function pairsWhenSpread(people: number, places: number): number {
  if (places <= 0) return pairsAmong(people);
  const each = Math.floor(people / places);
  const larger = people % places;
  return larger * pairsAmong(each + 1) + (places - larger) * pairsAmong(each);
}

function repeatedAlready(numbers: Numbers): number {
  const { students, rounds, decided } = numbers;
  const groupOf = new Int32Array(students).fill(-1);
  numbers.groups.forEach((group, index) => {
    for (const student of group) groupOf[student] = index;
  });
  const met = new Set<number>();
  let repeated = 0;
  for (let round = 0; round < rounds; round++) {
    const tables = new Map<number, number[]>();
    for (let student = 0; student < students; student++) {
      const table = decided[round * students + student]!;
      if (table < 0) continue;
      const seated = tables.get(table) ?? [];
      tables.set(table, seated);
      for (const other of seated) {
        if (groupOf[student]! >= 0 && groupOf[student] === groupOf[other]) continue;
        if (met.has(other * students + student)) repeated += 1;
        met.add(other * students + student);
      }
      seated.push(student);
    }
  }
  return repeated;
}
