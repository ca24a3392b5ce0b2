import type { Infeasible } from '../feasibility.ts';
import { shown } from '../instance.ts';
import type { Instance2, MentorPin } from './instance-2.ts';

/** Given places of mentors that cannot be; each is told once, in the order of the pins. */
export function mentorConflicts(instance: Instance2): Infeasible[] {
  const check = new MentorPins(instance);
  const found = instance.pinnedMentors.flatMap((pin): Infeasible[] => {
    const why = check.whyNot(pin);
    if (why === null) return [];
    return [{ kind: 'pin-conflict', message: `mentor ${shown(pin.mentor)} is pinned in round ${pin.round} ${why}` }];
  });
  return [...found, ...apartAtHome(instance), ...(found.length > 0 ? [] : restConflicts(instance))];
}

/** Mentors who travel together when mentors move, and are never to share a table. */
function apartAtHome({ tables, mentors, whoMoves, mentorsAtTable }: Instance2): Infeasible[] {
  if (whoMoves !== 'mentors') return [];
  const apart = new Map(mentors.map((mentor) => [mentor.id, mentor.apart ?? []]));
  return tables.flatMap(({ mentors: home }) =>
    home.flatMap((one, index): Infeasible[] => {
      const mates = home.filter((_, at) => Math.floor(at / mentorsAtTable) === Math.floor(index / mentorsAtTable));
      const other = mates.find((mate) => apart.get(one)?.includes(mate));
      const message = `mentors ${shown(one)} and ${shown(other)} travel together, but are to sit apart`;
      return other === undefined ? [] : [{ kind: 'apart-together', message }];
    }),
  );
}

/** Mentors whose given places leave fewer rounds than they asked to rest. */
function restConflicts(instance: Instance2): Infeasible[] {
  const given = new Map<string, Set<number>>();
  for (const { mentor, round, table } of instance.pinnedMentors) {
    if (table !== null) given.set(mentor, (given.get(mentor) ?? new Set()).add(round));
  }
  return instance.mentors.flatMap(({ id, present, rests }): Infeasible[] => {
    const there = present === null ? instance.rounds : new Set(present).size;
    const seated = given.get(id)?.size ?? 0;
    if (there === 0 || there - seated >= rests) return [];
    const message = `mentor ${shown(id)} is to rest in ${rests} rounds, but pinned to tables in ${seated} of ${there}`;
    return [{ kind: 'pin-conflict', message }];
  });
}

class MentorPins {
  private readonly presence: ReadonlyMap<string, readonly number[] | null>;
  private readonly openIn: ReadonlyMap<string, readonly number[] | null>;
  private readonly homeOf: ReadonlyMap<string, string>;
  private readonly mateOf = new Map<string, readonly string[]>();
  /** Round and mentor to table; round and table to the mentors there. */
  private readonly places = new Map<string, string | null>();
  private readonly guests = new Map<string, string[]>();

  constructor(private readonly instance: Instance2) {
    this.presence = new Map(instance.mentors.map(({ id, present }) => [id, present]));
    this.openIn = new Map(instance.tables.map(({ id, open }) => [id, open]));
    this.homeOf = new Map(instance.tables.flatMap((table) => table.mentors.map((mentor) => [mentor, table.id])));
    const size = instance.whoMoves === 'mentors' ? instance.mentorsAtTable : Number.POSITIVE_INFINITY;
    for (const { mentors } of instance.tables) {
      for (let from = 0; from < mentors.length; from += size) {
        const unit = mentors.slice(from, from + size);
        for (const mentor of unit) this.mateOf.set(mentor, unit);
      }
    }
  }

  /** Why this place cannot be, after "is pinned in round r"; null when it can. */
  whyNot({ round, mentor, table }: MentorPin): string | null {
    const slot = JSON.stringify([round, mentor]);
    const before = this.places.get(slot);
    if (before !== undefined) return before === table ? null : 'to two places';
    this.places.set(slot, table);
    if (table === null) return null;
    const isIn = (rounds: readonly number[] | null | undefined): boolean => rounds?.includes(round) ?? true;
    const where = `to table ${shown(table)}`;
    if (!isIn(this.presence.get(mentor))) return `${where}, but absent`;
    if (!isIn(this.openIn.get(table))) return `${where}, which is closed`;
    const home = this.homeOf.get(mentor);
    const { whoMoves, mentorsAtTable } = this.instance;
    if ((whoMoves === 'students' || whoMoves === 'groups') && home !== table) return `${where}, which is not their own`;
    if (whoMoves === 'mixed' && (home === undefined || !isIn(this.openIn.get(home)))) {
      return `${where}, but their own table is closed`;
    }
    const mates = this.mateOf.get(mentor) ?? [mentor];
    if (mates.some((mate) => (this.places.get(JSON.stringify([round, mate])) ?? table) !== table)) {
      return `${where}, away from those they travel with`;
    }
    const key = JSON.stringify([round, table]);
    const here = this.guests.get(key) ?? [];
    this.guests.set(key, [...here, mentor]);
    const strangers = here.filter((other) => !mates.includes(other));
    if (whoMoves === 'mixed') return strangers.length > 0 ? `${where}, as others are` : null;
    // a pair needs the table for itself, also when only one of the two is pinned
    const needed = Math.max(here.length + 1, strangers.length + mates.length);
    return whoMoves === 'mentors' && needed > mentorsAtTable ? `${where}, which is full of mentors` : null;
  }
}
