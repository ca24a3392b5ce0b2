import type { LegacyHighs } from 'highs';
import type { Instance } from '../../../../shared/src/rotation/instance.ts';

/** What can be optimised, in the order of the spec; the firm ones are made small, the others large. */
export type Figure = 'idle' | 'repeats' | 'balance' | 'want' | 'variety' | 'pairs';

const FIRM: ReadonlySet<Figure> = new Set(['idle', 'repeats', 'balance']);

interface Term {
  readonly factor: number;
  readonly name: string;
}
/** An entry that is there. */
export const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};
const term = (name: string, factor = 1): Term => ({ factor, name });
const written = (terms: readonly Term[]): string =>
  terms.length === 0
    ? '0 nothing'
    : terms.map(({ factor, name }) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ');

/** A small instance as a 0/1 program, written down from the spec; shares nothing with the planner or its proof. */
export class ZeroOne {
  private readonly rows: string[] = [];
  private readonly binaries = new Set<string>();
  /** Each figure as a sum of variables, plus a constant. */
  private readonly sums = new Map<Figure, { terms: Term[]; constant: number }>();

  constructor(
    private readonly highs: LegacyHighs,
    private readonly instance: Instance,
  ) {
    this.seats();
    this.ties();
    this.pins();
    this.idle();
    this.repeats();
    this.balance();
    this.meetings();
    this.pairs();
  }

  /** The best value of a figure, which then stays as good in all later calls; null when no schedule exists. */
  best(figure: Figure, keep = true): number | null {
    const { terms, constant } = this.sums.get(figure) ?? { terms: [], constant: 0 };
    const optimum = this.optimum(FIRM.has(figure) ? 'Minimize' : 'Maximize', terms);
    if (optimum === null) return null;
    const value = Math.round(optimum);
    if (keep) this.row(terms, FIRM.has(figure) ? '<=' : '>=', value);
    return value + constant;
  }

  /** The most that figures are worth together, each times its factor; null when no schedule exists. */
  mostTogether(factors: ReadonlyMap<Figure, number>): number | null {
    const terms = [...factors].flatMap(([figure, factor]) =>
      (this.sums.get(figure)?.terms ?? []).map(({ name, factor: own }) => term(name, own * factor)),
    );
    return this.optimum('Maximize', terms);
  }

  private optimum(goal: 'Minimize' | 'Maximize', terms: readonly Term[]): number | null {
    const lines = [
      goal,
      ` goal: ${written(terms)}`,
      'Subject To',
      ...this.rows.map((row, index) => ` r${index}: ${row}`),
      'Bounds',
      ' nothing = 0',
      'Binaries',
      ` ${[...this.binaries].join(' ')}`,
      'End',
    ];
    const solution = this.highs.solve(lines.join('\n'), { log_to_console: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    return solution.Status === 'Optimal' ? solution.ObjectiveValue : null;
  }

  private row(terms: readonly Term[], sign: '<=' | '>=' | '=', right: number): void {
    this.rows.push(`${written(terms)} ${sign} ${right}`);
  }

  private there(student: number, round: number): boolean {
    const { present } = at(this.instance.students, student);
    return present === null || present.includes(round);
  }

  /** The variable that says that a student sits at a table in a round; null where that may never be. */
  private seat(student: number, round: number, table: number): string | null {
    const { open, stepFree, mentors } = at(this.instance.tables, table);
    const who = at(this.instance.students, student);
    if (!this.there(student, round) || (open !== null && !open.includes(round))) return null;
    if ((who.stepFree && !stepFree) || who.avoid.some((mentor) => mentors.includes(mentor))) return null;
    const name = `x_${student}_${round}_${table}`;
    this.binaries.add(name);
    return name;
  }

  private seatsWhere(which: { student?: number; round?: number; table?: number }): Term[] {
    const all = (count: number, only: number | undefined, from = 0): number[] =>
      only === undefined ? Array.from({ length: count }, (_, index) => index + from) : [only];
    const { students, rounds, tables } = this.instance;
    const terms: Term[] = [];
    for (const student of all(students.length, which.student)) {
      for (const round of all(rounds, which.round, 1)) {
        for (const table of all(tables.length, which.table)) {
          const name = this.seat(student, round, table);
          if (name !== null) terms.push(term(name));
        }
      }
    }
    return terms;
  }

  private eachRound(task: (round: number) => void): void {
    for (let round = 1; round <= this.instance.rounds; round++) task(round);
  }

  private seats(): void {
    this.eachRound((round) => {
      this.instance.students.forEach((_, student) => {
        this.row(this.seatsWhere({ student, round }), '<=', 1);
      });
      this.instance.tables.forEach(({ seats }, table) => {
        this.row(this.seatsWhere({ round, table }), '<=', seats);
      });
    });
  }

  private ties(): void {
    const { students, tables } = this.instance;
    const group = this.groups();
    this.eachRound((round) => {
      students.forEach(({ apart }, one) => {
        tables.forEach((_, table) => {
          for (const id of apart) {
            const other = students.findIndex((student) => student.id === id);
            const both = [one, other].flatMap((student) => this.seatsWhere({ student, round, table }));
            this.row(both, '<=', 1);
          }
          students.forEach((_other, other) => {
            if (other <= one || group[one] !== group[other]) return;
            if (!this.there(one, round) || !this.there(other, round)) return;
            const difference = this.seatsWhere({ student: other, round, table }).map(({ name }) => term(name, -1));
            this.row([...this.seatsWhere({ student: one, round, table }), ...difference], '=', 0);
          });
        });
      });
    });
  }

  /** The smallest index among those whom chains of wishes to sit together reach. */
  private groups(): number[] {
    const { students } = this.instance;
    const label = students.map((_, index) => index);
    for (let pass = 0; pass < students.length; pass++) {
      students.forEach(({ together }, one) => {
        for (const id of together) {
          const other = students.findIndex((student) => student.id === id);
          const least = Math.min(at(label, one), at(label, other));
          label[one] = least;
          label[other] = least;
        }
      });
    }
    return label;
  }

  private pins(): void {
    const { students, tables, pinned } = this.instance;
    for (const { round, student: id, table: place } of pinned) {
      const student = students.findIndex((candidate) => candidate.id === id);
      const table = tables.findIndex((candidate) => candidate.id === place);
      if (place === null) this.row(this.seatsWhere({ student, round }), '=', 0);
      else this.row(this.seatsWhere({ student, round, table }), '=', 1);
    }
  }

  private idle(): void {
    let constant = 0;
    this.eachRound((round) => {
      constant += this.instance.students.filter((_, student) => this.there(student, round)).length;
    });
    this.sums.set('idle', { terms: this.seatsWhere({}).map(({ name }) => term(name, -1)), constant });
  }

  private repeats(): void {
    const terms: Term[] = [];
    this.instance.students.forEach((_, student) => {
      this.instance.tables.forEach(({ mentors }, table) => {
        if (mentors.length === 0) return;
        const again = term(`again_${student}_${table}`);
        this.row([...this.seatsWhere({ student, table }), term(again.name, -1)], '<=', 1);
        terms.push(again);
      });
    });
    this.sums.set('repeats', { terms, constant: 0 });
  }

  /** One of the variables `n_round_people` is 1 and says how many sit; the even sizes follow from it. */
  private balance(): void {
    const { students, tables } = this.instance;
    const terms: Term[] = [];
    this.eachRound((round) => {
      const counts = students.map((_, index) => `n_${round}_${index}`).concat(`n_${round}_${students.length}`);
      for (const name of counts) this.binaries.add(name);
      this.row(
        counts.map((name) => term(name)),
        '=',
        1,
      );
      const seated = this.seatsWhere({ round });
      this.row([...seated, ...counts.map((name, people) => term(name, -people))], '=', 0);
      const sizes = counts.map((_, people) => this.evenSizes(round, people));
      tables.forEach((_, table) => {
        const off = term(`off_${round}_${table}`);
        const size = this.seatsWhere({ round, table });
        const minus = ({ name, factor }: Term): Term => term(name, -factor);
        const lows = counts.map((name, people) => term(name, sizes[people]?.[table]?.low ?? 0));
        const highs = counts.map((name, people) => term(name, -(sizes[people]?.[table]?.high ?? 0)));
        this.row([...lows, ...size.map(minus), minus(off)], '<=', 0);
        this.row([...size, ...highs, minus(off)], '<=', 0);
        terms.push(off);
      });
    });
    this.sums.set('balance', { terms, constant: 0 });
  }

  private evenSizes(round: number, people: number): { low: number; high: number }[] {
    const seats = this.instance.tables.map(({ seats: count, open }) =>
      open === null || open.includes(round) ? count : 0,
    );
    const upTo = (level: number): number => seats.reduce((sum, count) => sum + Math.min(count, level), 0);
    let level = 0;
    while (level < people && upTo(level + 1) <= people) level += 1;
    const over = upTo(level) < people ? 1 : 0;
    return seats.map((count) => ({ low: Math.min(count, level), high: Math.min(count, level + over) }));
  }

  private meetings(): void {
    const { students, tables, mentors } = this.instance;
    const want: Term[] = [];
    const variety: Term[] = [];
    const tagsOf = new Map(mentors.map(({ id, tags }) => [id, tags]));
    students.forEach(({ wants }, student) => {
      const byTag = new Map<string, Term[]>();
      tables.forEach((table, index) => {
        const met = `met_${student}_${index}`;
        this.binaries.add(met);
        this.row([term(met), ...this.seatsWhere({ student, table: index }).map(({ name }) => term(name, -1))], '<=', 0);
        const weight = table.mentors.reduce((sum, mentor) => sum + (wants.get(mentor) ?? 0), 0);
        if (weight > 0) want.push(term(met, weight));
        for (const tag of new Set(table.mentors.flatMap((mentor) => tagsOf.get(mentor) ?? []))) {
          byTag.set(tag, [...(byTag.get(tag) ?? []), term(met, -1)]);
        }
      });
      [...byTag.values()].forEach((meetings, tag) => {
        const seen = `tag_${student}_${tag}`;
        this.binaries.add(seen);
        this.row([term(seen), ...meetings], '<=', 0);
        variety.push(term(seen));
      });
    });
    this.sums.set('want', { terms: want, constant: 0 });
    this.sums.set('variety', { terms: variety, constant: 0 });
  }

  private pairs(): void {
    const { students, tables } = this.instance;
    const group = this.groups();
    const terms: Term[] = [];
    students.forEach((_, one) => {
      students.forEach((_other, other) => {
        if (other <= one || group[one] === group[other]) return;
        const meetings: Term[] = [];
        this.eachRound((round) => {
          tables.forEach((_table, table) => {
            const places = [one, other].flatMap((student) => this.seatsWhere({ student, round, table }));
            if (places.length < 2) return;
            const meeting = `meet_${one}_${other}_${round}_${table}`;
            for (const { name } of places) this.row([term(meeting), term(name, -1)], '<=', 0);
            meetings.push(term(meeting, -1));
          });
        });
        const pair = `pair_${one}_${other}`;
        this.binaries.add(pair);
        this.row([term(pair), ...meetings], '<=', 0);
        terms.push(term(pair));
      });
    });
    this.sums.set('pairs', { terms, constant: 0 });
  }
}
