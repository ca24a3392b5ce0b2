import { indexOf } from './as-first.ts';
import type { Instance2 } from './instance-2.ts';

/** Mentors who travel as one, as places in the list of mentors, and the table they start from (−1 for none). */
export interface Traveller {
  readonly mentors: readonly number[];
  readonly startsAt: number;
}

export interface Travellers {
  readonly list: readonly Traveller[];
  /** How many of them one table takes. */
  readonly atTable: number;
}

/**
 * Who travels with whom when mentors move. Mentors who share a home table are pairs (when two may sit at a table).
 * With pairs about, single mentors are paired up too, as many as are needed to seat everybody; so no pair ever takes a
 * turn in which one chair stays empty, and sitting out goes round evenly. Without pairs every mentor travels alone.
 * @param units as `unitsOf` gives them
 * @param most how many tables there are for them
 */
export function travellersOf(instance: Instance2, units: readonly Traveller[], most: number): Travellers {
  if (units.every(({ mentors }) => mentors.length === 1)) return { list: units, atTable: instance.mentorsAtTable };
  return { list: pairUp(instance, units, units.length - most), atTable: 1 };
}

/** Those who share a home table, by `mentorsAtTable` as they are listed, and everybody else alone; only who comes. */
export function unitsOf(instance: Instance2): Traveller[] {
  const mentorIndex = indexOf(instance.mentors);
  const comes = (mentor: number): boolean => instance.mentors[mentor]!.present?.length !== 0;
  const size = instance.mentorsAtTable;
  const seen = new Set<number>();
  const units: Traveller[] = [];
  instance.tables.forEach((table, startsAt) => {
    const here = table.mentors.map((id) => mentorIndex.get(id)!);
    for (let from = 0; from < here.length; from += size) {
      const mentors = here.slice(from, from + size);
      for (const mentor of mentors) seen.add(mentor);
      const unit = mentors.filter(comes);
      if (unit.length > 0) units.push({ mentors: unit, startsAt });
    }
  });
  instance.mentors.forEach((_, mentor) => {
    if (!seen.has(mentor) && comes(mentor)) units.push({ mentors: [mentor], startsAt: -1 });
  });
  return units;
}

/** Joins up to so many couples of single mentors, preferring two of different fields who come at the same time. */
function pairUp(instance: Instance2, units: readonly Traveller[], couples: number): readonly Traveller[] {
  const pinned = new Set(instance.pinnedMentors.map(({ mentor }) => mentor));
  const isFree = ({ mentors: [mentor, mate] }: Traveller): boolean =>
    mate === undefined && !pinned.has(instance.mentors[mentor!]!.id);
  // those without a table of their own first
  const singles = units.filter(isFree).sort((a, b) => Math.sign(a.startsAt + 0.5) - Math.sign(b.startsAt + 0.5));
  const paired = new Set<Traveller>();
  const pairs: Traveller[] = [];
  for (let couple = 0; couple < couples && singles.length >= 2; couple++) {
    const one = singles.shift()!;
    const alike = (other: Traveller): number => likeness(instance, one.mentors[0]!, other.mentors[0]!);
    const may = singles.filter((other) => !areApart(instance, one.mentors[0]!, other.mentors[0]!));
    if (may.length === 0) continue;
    const other = may.reduce((best, next) => (alike(next) < alike(best) ? next : best));
    singles.splice(singles.indexOf(other), 1);
    paired.add(one).add(other);
    pairs.push({ mentors: [...one.mentors, ...other.mentors], startsAt: Math.max(one.startsAt, other.startsAt) });
  }
  return [...units.filter((unit) => !paired.has(unit)), ...pairs];
}

function areApart(instance: Instance2, one: number, other: number): boolean {
  const [a, b] = [instance.mentors[one]!, instance.mentors[other]!];
  return (a.apart?.includes(b.id) ?? false) || (b.apart?.includes(a.id) ?? false);
}

function likeness(instance: Instance2, one: number, other: number): number {
  const a = instance.mentors[one]!;
  const b = instance.mentors[other]!;
  const sameTags = a.tags.filter((tag) => b.tags.includes(tag)).length;
  const sameTime = JSON.stringify(a.present) === JSON.stringify(b.present);
  return sameTags + (sameTime ? 0 : 100);
}
