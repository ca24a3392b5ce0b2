import type { Decided, Party, PeopleRules, RoundSeats } from './parties.ts';

/** Seats looked at for one round, at most, so that a shortage that nobody can mend costs little. */
const MOST_LOOKS = 6_000;
/** So many parties one after another make room for somebody. */
const LONGEST_CHAIN = 4;

interface People {
  readonly rules: PeopleRules;
  readonly parties: readonly Party[];
  readonly met: (student: number, unit: number) => boolean;
}

interface Option {
  readonly table: number;
  /** Parties that would have to go. */
  readonly out: readonly number[];
  readonly met: number;
}

/** The seats of one round while they are changed: parties come, go and make room for one another. */
export class RoundDesk {
  /** Per party a table, −1 for sitting out. */
  private at: Int32Array;
  private unitAt: Int32Array;
  private looks = 0;

  constructor(
    private readonly decided: Decided,
    private readonly people: People,
    private readonly before: RoundSeats,
    private readonly round: number,
  ) {
    this.at = Int32Array.from(people.parties, ({ members }) => before.tableOf[members[0]!]!);
    this.unitAt = before.unitAt.slice();
  }

  /** @returns the seats with as few who wait as it finds; those before where it finds none better */
  seatAll(): RoundSeats {
    const waited = this.waiting();
    this.seatWaiting();
    if (this.decided.places !== null) while (this.waiting() > 0 && this.exchangeUnits());
    if (this.waiting() === waited) return this.before;
    const tableOf = this.before.tableOf.slice();
    this.people.parties.forEach(({ members }, party) => {
      for (const member of members) tableOf[member] = this.at[party]!;
    });
    return { tableOf, unitAt: this.unitAt };
  }

  /** People who sit out and need not. */
  private waiting(): number {
    return this.people.parties.reduce(
      (sum, { members, isFixed }, party) => sum + (isFixed || this.at[party] !== -1 ? 0 : members.length),
      0,
    );
  }

  private seatWaiting(): void {
    const { parties } = this.people;
    const choices = parties.map((_, party) => this.tablesFor(party).length);
    const order = [...parties.keys()].filter((party) => this.at[party] === -1 && !parties[party]!.isFixed);
    // whoever has least choice comes first
    for (const party of order.sort((one, other) => choices[one]! - choices[other]! || one - other)) {
      if (this.at[party] === -1) this.place(party, LONGEST_CHAIN, new Set());
    }
  }

  /** Two units change tables, or one goes to a table without; kept if more people sit then. */
  private exchangeUnits(): boolean {
    const tables = this.unitAt.length;
    const waited = this.waiting();
    for (let one = 0; one < tables; one++) {
      for (let other = one + 1; other < tables; other++) {
        if (this.looks >= MOST_LOOKS) return false;
        if (!this.mayExchange(one, other)) continue;
        const before = { at: this.at.slice(), unitAt: this.unitAt.slice() };
        [this.unitAt[one], this.unitAt[other]] = [this.unitAt[other]!, this.unitAt[one]!];
        if (this.sendAway([one, other])) this.seatWaiting();
        if (this.waiting() < waited && this.keepsGiven()) return true;
        this.at = before.at;
        this.unitAt = before.unitAt;
        this.looks += 1;
      }
    }
    return false;
  }

  private mayExchange(one: number, other: number): boolean {
    const { places, instance } = this.decided;
    const given = (table: number): boolean => places![this.round * instance.tables.length + table]! >= 0;
    const isOpen = (table: number): boolean => instance.tables[table]!.open?.includes(this.round + 1) ?? true;
    if (this.unitAt[one] === this.unitAt[other]) return false;
    return !given(one) && !given(other) && isOpen(one) && isOpen(other);
  }

  /** Those who may not meet who comes now wait. */
  private sendAway(tables: readonly number[]): boolean {
    this.people.parties.forEach((_, party) => {
      const table = this.at[party]!;
      if (tables.includes(table) && !this.maySit(party, table)) this.at[party] = -1;
    });
    return this.keepsGiven();
  }

  private keepsGiven(): boolean {
    return this.people.parties.every(
      ({ members, isFixed }, party) => !isFixed || this.at[party] === this.before.tableOf[members[0]!],
    );
  }

  private maySit(party: number, table: number): boolean {
    const { instance, isAtWork } = this.decided;
    const unit = this.unitAt[table]!;
    if (unit < 0 || isAtWork[unit * instance.rounds + this.round] !== 1) return false;
    return this.people.parties[party]!.members.every((member) => this.people.rules.maySit(member, table, unit));
  }

  private tablesFor(party: number): number[] {
    return [...this.unitAt.keys()].filter((table) => this.maySit(party, table));
  }

  /**
   * A seat for a party that has none; others may go on to other tables for it.
   * @param settled parties of this chain, which stay where they have come to
   * @returns people who sit out in the end: none, they themselves, or fewer others
   */
  private place(party: number, depth: number, settled: ReadonlySet<number>): number {
    const now = this.at.slice();
    let least = this.people.parties[party]!.members.length;
    let best: Int32Array = now;
    for (const { table, out } of this.options(party, settled)) {
      if (this.looks >= MOST_LOOKS) break;
      if (out.length > 0 && depth === 0) continue;
      this.looks += 1;
      this.at = now.slice();
      for (const one of out) this.at[one] = -1;
      this.at[party] = table;
      const chain = new Set([...settled, party]);
      const lost = out.reduce((sum, one) => sum + this.place(one, depth - 1, chain), 0);
      if (lost >= least) continue;
      least = lost;
      best = this.at;
      if (lost === 0) break;
    }
    this.at = best;
    return least;
  }

  /** Tables that a party may sit at, those first where nobody has to go, then mentors not met before, then few people. */
  private options(party: number, settled: ReadonlySet<number>): Option[] {
    const load = this.load();
    const { parties, met } = this.people;
    const options = this.tablesFor(party).flatMap((table): Option[] => {
      const unit = this.unitAt[table]!;
      const again = parties[party]!.members.filter((member) => met(member, unit)).length;
      return this.waysIn(party, table, load[table]!, settled).map((out) => ({ table, out, met: again }));
    });
    return options.sort(
      (one, other) => one.out.length - other.out.length || one.met - other.met || load[one.table]! - load[other.table]!,
    );
  }

  private load(): Int32Array {
    const load = new Int32Array(this.unitAt.length);
    this.people.parties.forEach(({ members }, party) => {
      if (this.at[party]! >= 0) load[this.at[party]!]! += members.length;
    });
    return load;
  }

  /** Each list of parties whose going makes room at a table; none where those who are in the way must stay. */
  private waysIn(party: number, table: number, load: number, settled: ReadonlySet<number>): number[][] {
    const { parties, rules } = this.people;
    const { members } = parties[party]!;
    const there = [...parties.keys()].filter((one) => this.at[one] === table);
    const others = there.filter((one) =>
      parties[one]!.members.some((member) => members.some((own) => rules.apart[own]!.has(member))),
    );
    const mayGo = (one: number): boolean => !parties[one]!.isFixed && !settled.has(one);
    if (!others.every(mayGo)) return [];
    const size = (list: readonly number[]): number => list.reduce((sum, one) => sum + parties[one]!.members.length, 0);
    const over = load + members.length - size(others) - this.decided.instance.tables[table]!.seats;
    if (over <= 0) return [others];
    const rest = there.filter((one) => !others.includes(one) && mayGo(one));
    const alone = rest.filter((one) => size([one]) >= over).map((one) => [...others, one]);
    if (over === 1) return alone;
    const several: number[] = [];
    for (const one of rest) if (size(several) < over) several.push(one);
    return size(several) >= over && several.length > 1 ? [...alone, [...others, ...several]] : alone;
  }
}
