import { seededRandom } from '../../kernel/random.ts';
import { FREE } from '../search/problem.ts';
import type { Instance2 } from './instance-2.ts';
import type { Homes } from './mentors-mode.ts';
import type { Travellers } from './travellers.ts';
import type { Visits } from './visits.ts';

/** Work, in steps of a few nanoseconds, that polishing may take. */
const MOST_WORK = 10_000_000;
// each far above what the ones below it can add up to at one table
const AGAIN = 2 ** 42;
const PROMISE = 2 ** 36;
const GAIN = 2 ** 10;

/**
 * Exchanges two travellers of one round as long as that makes the evening better for the people at their tables: what
 * the problem of visits cannot say, since there tables are visited and here their students meet. Few repeats first,
 * then promises kept, then wishes and fields, then short walks. The same seed ends alike, whatever the time.
 * @param seat [round * movers + mover] places in `homes.tables`; is changed
 * @param work as `mentorsAtWork` gives it
 */
export function polishVisits(
  instance: Instance2,
  travellers: Travellers,
  work: Uint8Array,
  homes: Homes,
  visits: Visits,
  seat: Int32Array,
  seed: number,
): void {
  const { rounds, students: movers, tables, pin, open, barred, apart } = visits.problem;
  const evening = new EveningOfVisits(instance, travellers, work, homes, visits, seat);
  const random = seededRandom(seed);
  /** Into the chair of `leaving`; whoever else is there must not be apart from them. */
  const mayMove = (round: number, mover: number, to: number, leaving: number): boolean =>
    pin[round * movers + mover] === FREE &&
    barred[mover]?.[to] !== 1 &&
    open[to * rounds + round] === 1 &&
    apart[mover]!.every((other) => other === leaving || seat[round * movers + other] !== to);
  const most = Math.min(400 * movers * rounds, 60_000);
  for (let attempt = 0; attempt < most && evening.steps < MOST_WORK; attempt++) {
    const round = random.below(rounds);
    const one = random.below(movers);
    const other = random.below(movers);
    const from = seat[round * movers + one]!;
    const to = seat[round * movers + other]!;
    if (from === to || from < 0 || to < 0 || from >= tables || to >= tables) continue;
    const swaps = evening.trail(round, one, other);
    const allowed = swaps.every(
      (swap) => mayMove(swap.round, swap.one, to, swap.other) && mayMove(swap.round, swap.other, from, swap.one),
    );
    if (!allowed) continue;
    const before = evening.price(swaps, from, to);
    for (const swap of swaps) evening.exchange(swap);
    if (evening.price(swaps, from, to) <= before) continue;
    for (const swap of swaps) evening.exchange(swap);
  }
}

/** Two travellers at different tables in one round, who may change places. */
interface Swap {
  readonly round: number;
  readonly one: number;
  readonly other: number;
}

/** What tables see over the evening; prices are whole numbers, less is better. */
class EveningOfVisits {
  steps = 0;
  /** [place * rounds + round]: who comes. */
  private readonly visitors: number[][];
  private readonly sizes: Int32Array;
  private readonly promised: readonly number[][];
  private readonly weights: { readonly want: number; readonly field: number };

  constructor(
    private readonly instance: Instance2,
    private readonly travellers: Travellers,
    private readonly work: Uint8Array,
    { tables, homeOf }: Homes,
    private readonly visits: Visits,
    private readonly seat: Int32Array,
  ) {
    const { rounds, students: movers } = visits.problem;
    this.visitors = Array.from({ length: tables.length * rounds }, () => []);
    for (let round = 0; round < rounds; round++) {
      for (let mover = 0; mover < movers; mover++) {
        const place = seat[round * movers + mover]!;
        if (place >= 0 && place < tables.length) this.visitors[place * rounds + round]!.push(mover);
      }
    }
    this.sizes = new Int32Array(tables.length);
    this.promised = tables.map(() => []);
    instance.students.forEach(({ promisedFields }, student) => {
      const place = homeOf[student]!;
      if (place < 0) return;
      this.sizes[place]! += 1;
      if (promisedFields > 0) this.promised[place]!.push(promisedFields);
    });
    this.weights = sharesOf(instance, visits);
  }

  /** Two who sit at different tables change places. */
  exchange({ round, one, other }: Swap): void {
    const { rounds, students: movers } = this.visits.problem;
    const from = this.seat[round * movers + one]!;
    const to = this.seat[round * movers + other]!;
    const here = this.visitors[from * rounds + round]!;
    const there = this.visitors[to * rounds + round]!;
    here[here.indexOf(one)] = other;
    there[there.indexOf(other)] = one;
    this.seat[round * movers + one] = to;
    this.seat[round * movers + other] = from;
  }

  /**
   * The exchange of these two, and with it those that keep both tables free of repeats: whoever comes twice now changes
   * places in the other round too, and so on (a Kempe trail between two tables). Where tables take two visitors, the
   * exchange alone.
   */
  trail(round: number, one: number, other: number): Swap[] {
    const { rounds, students: movers, seats } = this.visits.problem;
    const swaps: Swap[] = [{ round, one, other }];
    if (seats[0] !== 1) return swaps;
    const from = this.seat[round * movers + one]!;
    const to = this.seat[round * movers + other]!;
    const done = new Set([round]);
    // the list grows while it is walked
    for (const swap of swaps) {
      for (let again = 0; again < rounds; again++) {
        const here = this.visitors[from * rounds + again]![0];
        const there = this.visitors[to * rounds + again]![0];
        if (done.has(again) || here === undefined || there === undefined) continue;
        if (here !== swap.other && there !== swap.one) continue;
        done.add(again);
        swaps.push({ round: again, one: here, other: there });
      }
    }
    return swaps;
  }

  /** Of two tables and those who change places between them. */
  price(swaps: readonly Swap[], from: number, to: number): number {
    const movers = new Set(swaps.flatMap(({ one, other }) => [one, other]));
    let price = this.tablePrice(from) + this.tablePrice(to);
    for (const mover of movers) price += this.walkedBy(mover);
    return price;
  }

  private tablePrice(place: number): number {
    const { instance, visits, work } = this;
    const { rounds } = visits.problem;
    const met = new Set<number>();
    const fields = new Set<string>();
    let again = 0;
    let wanted = 0;
    for (let round = 0; round < rounds; round++) {
      for (const mover of this.visitors[place * rounds + round]!) {
        this.steps += 8;
        let back = false;
        for (const mentor of this.travellers.list[mover]?.mentors ?? []) {
          if (work[mentor * rounds + round] === 0) continue;
          if (met.has(mentor)) {
            back = true;
            continue;
          }
          met.add(mentor);
          again += visits.metThere[place]!.get(mentor) ?? 0;
          wanted += visits.wishes[place]!.get(mentor) ?? 0;
          for (const tag of instance.mentors[mentor]!.tags) fields.add(tag);
        }
        if (back) again += this.sizes[place]!;
      }
    }
    const broken = this.promised[place]!.reduce((sum, count) => sum + Math.max(0, count - fields.size), 0);
    const gain = wanted * this.weights.want + fields.size * this.sizes[place]! * this.weights.field;
    return again * AGAIN + broken * PROMISE - gain * GAIN;
  }

  private walkedBy(mover: number): number {
    const { walk, rounds, students: movers, tables } = this.visits.problem;
    if (walk === null || mover >= this.travellers.list.length) return 0;
    this.steps += rounds;
    let walked = 0;
    let last = -1;
    for (let round = 0; round < rounds; round++) {
      const place = this.seat[round * movers + mover]!;
      if (place < 0 || place >= tables) continue;
      if (last >= 0) walked += walk[last * tables + place]!;
      last = place;
    }
    return walked;
  }
}

/** Weights of one wished point and of one new field for one student, so that all wishes count 5 to the fields' 2. */
function sharesOf(instance: Instance2, { wishes }: Visits): { want: number; field: number } {
  const allWishes = wishes.reduce((sum, counts) => sum + [...counts.values()].reduce((a, b) => a + b, 0), 0);
  const tags = new Set(instance.mentors.flatMap((mentor) => mentor.tags)).size;
  const allFields = instance.students.length * Math.min(tags, instance.rounds);
  const unit = 50 * instance.students.length;
  return {
    want: allWishes === 0 ? 0 : Math.max(1, Math.round((5 * unit) / allWishes)),
    field: allFields === 0 ? 0 : Math.max(1, Math.round((2 * unit) / allFields)),
  };
}
