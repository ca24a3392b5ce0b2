import type { Instance2 } from '../../../../shared/src/rotation/instance-2/instance-2.ts';

/** All ways to choose one of `options` for each of `count` people. */
function* choices(count: number, options: number): Generator<number[]> {
  const picks = new Array<number>(count).fill(0);
  for (;;) {
    yield picks;
    let at = 0;
    while (at < count && picks[at] === options - 1) picks[at++] = 0;
    if (at === count) return;
    picks[at] = (picks[at] ?? 0) + 1;
  }
}

/**
 * Tries every evening with even tables on which mentors move (single mentors, all there, no rests): the fewest rounds
 * that students wait for a mentor, then that mentors meet nobody, then meetings again.
 */
export function bestMentorsMove(instance: Instance2): { waits: number; mentorIdle: number; repeats: number } {
  const { students, tables, mentors, rounds, mentorsAtTable } = instance;
  let best = { waits: 1e9, mentorIdle: 1e9, repeats: 1e9 };
  for (const homes of choices(students.length, tables.length)) {
    const sizes = tables.map((_, table) => homes.filter((home) => home === table).length);
    if (
      tables.some(({ seats, stepFree }, table) => {
        const stuck = !stepFree && homes.some((home, student) => home === table && students[student]?.stepFree);
        return (sizes[table] ?? 0) > seats || stuck;
      })
    )
      continue;
    const used = sizes.filter((size) => size > 0);
    if (Math.max(...used) - Math.min(...used) > 1) continue;
    // the places of the mentors in one round that the rules allow
    const places: number[][] = [];
    for (const place of choices(mentors.length, tables.length + 1)) {
      const fits = tables.every((_, table) => place.filter((at) => at === table).length <= mentorsAtTable);
      const avoids = students.some(({ avoid }, student) =>
        mentors.some(({ id }, mentor) => place[mentor] === homes[student] && avoid.includes(id)),
      );
      if (fits && !avoids) places.push([...place]);
    }
    // per table the mentors met so far, as one number, to the best figures so far
    let states = new Map<number, typeof best>([[0, { waits: 0, mentorIdle: 0, repeats: 0 }]]);
    for (let round = 0; round < rounds; round++) {
      const next = new Map<number, typeof best>();
      for (const [met, figures] of states) {
        for (const place of places) {
          let { waits, mentorIdle, repeats } = figures;
          let after = met;
          mentorIdle += place.filter((at) => !sizes[at]).length;
          for (const [table, size] of sizes.entries()) {
            const here = place.reduce((mask, at, mentor) => (at === table ? mask | (1 << mentor) : mask), 0);
            if (here === 0) waits += size;
            const shift = table * mentors.length;
            if ((met >> shift) & here) repeats += size;
            after |= here << shift;
          }
          const found = { waits, mentorIdle, repeats };
          if (!isBetter(next.get(after), found)) next.set(after, found);
        }
      }
      states = next;
    }
    for (const figures of states.values()) if (isBetter(figures, best)) best = figures;
  }
  return best;
}

type Figures = { waits: number; mentorIdle: number; repeats: number };
/** Is the first at least as good as the second? */
function isBetter(one: Figures | undefined, other: Figures): boolean {
  if (!one) return false;
  const keys = ['waits', 'mentorIdle', 'repeats'] as const;
  const differs = keys.find((key) => one[key] !== other[key]);
  return differs === undefined || one[differs] < other[differs];
}

/**
 * Tries every evening on which students move and mentors come to the stay-put seats (one mentor a table, all there,
 * all tables alike): the fewest rounds sat out, then meetings again.
 */
export function bestMixed(instance: Instance2): { idle: number; repeats: number } {
  const { students, tables, rounds } = instance;
  const stays = students.map(({ staysAt }) => tables.findIndex(({ id }) => id === staysAt));
  // who meets which mentor in one round, over every way to send the mentors round
  const meetings = new Map<string, number[]>();
  for (const unitAt of choices(tables.length, tables.length)) {
    if (new Set(unitAt).size < tables.length) continue;
    for (const place of choices(students.length, tables.length + 1)) {
      const full = tables.some(({ seats }, table) => place.filter((at) => at === table).length > seats);
      const strayed = place.some(
        (at, student) => (stays[student] ?? -1) >= 0 && at !== stays[student] && at < tables.length,
      );
      if (full || strayed) continue;
      const met = place.map((at) => unitAt[at] ?? -1);
      meetings.set(met.join(), met);
    }
  }
  let states = new Map<number, number>([[0, 0]]);
  for (let round = 0; round < rounds; round++) {
    const next = new Map<number, number>();
    for (const [met, price] of states) {
      for (const units of meetings.values()) {
        let after = met;
        let cost = price;
        units.forEach((unit, student) => {
          const bit = 1 << (student * tables.length + unit);
          if (unit < 0) cost += 1_000;
          else if (met & bit) cost += 1;
          else after |= bit;
        });
        if (cost < (next.get(after) ?? Number.POSITIVE_INFINITY)) next.set(after, cost);
      }
    }
    states = next;
  }
  const best = Math.min(...states.values());
  return { idle: Math.floor(best / 1_000), repeats: best % 1_000 };
}
