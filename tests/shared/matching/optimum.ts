import type { LegacyHighs } from 'highs';
import type { Member } from '../../../shared/src/matching/community.ts';
import type { Proposal } from '../../../shared/src/matching/match.ts';
import type { BySpec } from './by-the-spec.ts';

/** Turns of all who are served, and the points of all pairs less load. */
export interface Worth {
  readonly turns: number;
  readonly points: number;
}

const isBetter = (one: Worth, other: Worth): boolean =>
  one.turns > other.turns || (one.turns === other.turns && one.points > other.points);

/** The best there is, by trying everything. */
export function byTrying(spec: BySpec): Worth {
  const askers = spec.askers.map((asker) => ({ turn: spec.turn(asker.id) ?? 0, offers: [...spec.candidates(asker)] }));
  const used = new Map<Member, number>();
  const best = (index: number): Worth => {
    const asker = askers[index];
    if (!asker) return { turns: 0, points: 0 };
    let found = best(index + 1);
    for (const [mentor, points] of asker.offers) {
      const before = used.get(mentor) ?? 0;
      if (before === spec.room(mentor)) continue;
      used.set(mentor, before + 1);
      const rest = best(index + 1);
      used.set(mentor, before);
      const load = spec.load(mentor, before + 1) - spec.load(mentor, before);
      const whole = { turns: asker.turn + rest.turns, points: points - load + rest.points };
      if (isBetter(whole, found)) found = whole;
    }
    return found;
  };
  return best(0);
}

/** The best there is, by HiGHS: first the most turns, then the most points with those. */
export function bySolver(highs: LegacyHighs, spec: BySpec): Worth {
  const turns: string[] = [];
  const points: string[] = [];
  const rows: string[] = [];
  const names: string[] = [];
  const takers = new Map<Member, string[]>();
  spec.askers.forEach((asker, index) => {
    const own: string[] = [];
    for (const [mentor, worth] of spec.candidates(asker)) {
      const name = `x${index}_${mentor.id}`;
      own.push(name);
      takers.set(mentor, [...(takers.get(mentor) ?? []), name]);
      turns.push(`+ ${spec.turn(asker.id)} ${name}`);
      points.push(`${worth < 0 ? '-' : '+'} ${Math.abs(worth)} ${name}`);
    }
    names.push(...own);
    if (own.length > 0) rows.push(`${own.join(' + ')} <= 1`);
  });
  for (const [mentor, taken] of takers) {
    const places = Array.from({ length: spec.room(mentor) }, (_, place) => `y_${mentor.id}_${place}`);
    names.push(...places);
    rows.push(`${taken.join(' + ')} - ${places.join(' - ')} = 0`);
    places.forEach((name, place) => {
      points.push(`- ${spec.load(mentor, place + 1) - spec.load(mentor, place)} ${name}`);
    });
  }
  if (names.length === 0) return { turns: 0, points: 0 };
  const solve = (goal: readonly string[], more: readonly string[]): number => {
    const lines = ['Maximize', ` goal: ${goal.join(' ')}`, 'Subject To'];
    lines.push(
      ...[...rows, ...more].map((row, index) => ` r${index}: ${row}`),
      'Binaries',
      ` ${names.join(' ')}`,
      'End',
    );
    const answer = highs.solve(lines.join('\n'), { log_to_console: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 });
    if (answer.Status !== 'Optimal') throw new Error(answer.Status);
    return Math.round(answer.ObjectiveValue);
  };
  const most = solve(turns, []);
  return { turns: most, points: solve(points, [`${turns.join(' ')} >= ${most}`]) };
}

/** What a matching is worth by the spec. @throws when it breaks a rule of the spec */
export function worthBySpec(spec: BySpec, members: readonly Member[], proposals: readonly Proposal[]): Worth {
  const given = new Map<Member, number>();
  const served = new Set<Member>();
  const person = (id: string): Member => {
    const found = members.find((member) => member.id === id);
    if (!found) throw new Error(`nobody is called ${id}`);
    return found;
  };
  let turns = 0;
  let points = 0;
  for (const proposal of proposals) {
    if (proposal.mentor === null) continue;
    const asker = person(proposal.asker);
    const mentor = person(proposal.mentor);
    const request = spec.requestsOf(asker.id).find(({ id }) => id === proposal.request);
    const turn = spec.turn(asker.id);
    const worth = request ? spec.points(asker, request, mentor) : null;
    if (worth === null || turn === null || served.has(asker))
      throw new Error(`${asker.id} with ${mentor.id} may not be`);
    served.add(asker);
    given.set(mentor, (given.get(mentor) ?? 0) + 1);
    turns += turn;
    points += worth;
  }
  for (const [mentor, count] of given) {
    if (count > spec.room(mentor)) throw new Error(`${mentor.id} has no room for ${count}`);
    points -= spec.load(mentor, count);
  }
  return { turns, points };
}
