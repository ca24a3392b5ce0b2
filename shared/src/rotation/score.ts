import type { Instance, InstanceSchedule } from './instance.ts';

/** The figures of a schedule; see the functions below for what each counts. */
export interface Score {
  readonly idle: number;
  readonly spread: number;
  readonly repeats: number;
  readonly balance: number;
  readonly want: number;
  readonly distinctPairs: number;
  readonly repeatedPairs: number;
  readonly variety: number;
}

/**
 * Measures a schedule that keeps the hard rules, by plain counting; shares nothing with the search.
 * idle: rounds that present people sit out · spread: most minus least of them · repeats: visits to a mentor's table
 * after the first · balance: seats outside the even sizes · want: weight of the wished mentors met · distinctPairs:
 * pairs who shared a table (those who sit together by wish left out) · repeatedPairs: meetings beyond the first of a
 * pair · variety: different tags met, added up.
 */
export function score(instance: Instance, schedule: InstanceSchedule): Score {
  const lines = linesOf(instance, schedule);
  const waits: number[] = [];
  let repeats = 0;
  let want = 0;
  let variety = 0;
  const tables = new Map(instance.tables.map((table) => [table.id, table]));
  const tagsOf = new Map(instance.mentors.map((mentor) => [mentor.id, mentor.tags]));
  instance.students.forEach((student, index) => {
    const line = lines[index]!;
    const present = student.present === null ? instance.rounds : new Set(student.present).size;
    const visited = line.filter((table) => table !== null);
    if (present > 0) waits.push(present - visited.length);
    const different = new Set(visited);
    const mentors = [...different].flatMap((table) => tables.get(table)?.mentors ?? []);
    const meetings = visited.filter((table) => (tables.get(table)?.mentors.length ?? 0) > 0);
    repeats += meetings.length - new Set(meetings).size;
    for (const mentor of mentors) want += student.wants.get(mentor) ?? 0;
    variety += new Set(mentors.flatMap((mentor) => tagsOf.get(mentor) ?? [])).size;
  });
  return {
    idle: waits.reduce((sum, count) => sum + count, 0),
    spread: gap(waits),
    repeats,
    balance: schedule.rounds.reduce((sum, round, index) => sum + offEven(instance, round, index + 1), 0),
    want,
    variety,
    ...pairsOf(instance, schedule),
  };
}

/** Most minus least; 0 for nobody. Lists of thousands are too long for arguments. */
function gap(counts: readonly number[]): number {
  if (counts.length === 0) return 0;
  return (
    counts.reduce((most, count) => Math.max(most, count)) - counts.reduce((least, count) => Math.min(least, count))
  );
}

/** Per student the table of each round, null where they have none. */
function linesOf(instance: Instance, schedule: InstanceSchedule): (string | null)[][] {
  const index = new Map(instance.students.map((student, position) => [student.id, position]));
  const lines = instance.students.map(() => new Array<string | null>(instance.rounds).fill(null));
  schedule.rounds.forEach((round, position) => {
    for (const [table, seated] of Object.entries(round))
      for (const id of seated) lines[index.get(id)!]![position] = table;
  });
  return lines;
}

/** Seats by which a round's tables lie outside their even sizes: one level for all, smaller tables full. */
function offEven(instance: Instance, round: Readonly<Record<string, readonly string[]>>, number: number): number {
  const sizes = new Map(Object.entries(round).map(([table, seated]) => [table, seated.length]));
  const open = instance.tables.filter((table) => table.open === null || table.open.includes(number));
  const people = open.reduce((sum, table) => sum + (sizes.get(table.id) ?? 0), 0);
  const filled = (level: number): number => open.reduce((sum, table) => sum + Math.min(table.seats, level), 0);
  // the highest whole level that the people still fill everywhere
  let level = 0;
  while (level < people && filled(level + 1) <= people) level += 1;
  const over = people > filled(level);
  return open.reduce((sum, table) => {
    const low = Math.min(table.seats, level);
    const high = Math.min(table.seats, over ? level + 1 : level);
    const size = sizes.get(table.id) ?? 0;
    return sum + Math.max(0, low - size) + Math.max(0, size - high);
  }, 0);
}

function pairsOf(instance: Instance, schedule: InstanceSchedule): { distinctPairs: number; repeatedPairs: number } {
  const index = new Map(instance.students.map((student, position) => [student.id, position]));
  const friends = friendsOf(instance);
  const seen = new Set<number>();
  let meetings = 0;
  for (const round of schedule.rounds) {
    for (const seated of Object.values(round)) {
      const people = seated.map((id) => index.get(id)!).sort((a, b) => a - b);
      people.forEach((one, position) => {
        for (const other of people.slice(position + 1)) {
          if (friends[one] === friends[other]) continue;
          meetings += 1;
          seen.add(one * index.size + other);
        }
      });
    }
  }
  return { distinctPairs: seen.size, repeatedPairs: meetings - seen.size };
}

/** The same number for all who sit together by wish, friends of friends included. */
function friendsOf(instance: Instance): number[] {
  const index = new Map(instance.students.map((student, position) => [student.id, position]));
  const links: number[][] = instance.students.map(() => []);
  instance.students.forEach(({ together }, one) => {
    for (const id of together) {
      const other = index.get(id)!;
      links[one]!.push(other);
      links[other]!.push(one);
    }
  });
  const label = instance.students.map(() => -1);
  label.forEach((_, start) => {
    if (label[start] !== -1) return;
    label[start] = start;
    const reached = [start];
    // a list may grow while it is walked
    for (const one of reached) {
      for (const other of links[one]!) {
        if (label[other] !== -1) continue;
        label[other] = start;
        reached.push(other);
      }
    }
  });
  return label;
}
