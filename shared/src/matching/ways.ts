import { areNeighbours } from '../careers/guide/neighbours.ts';
import { ROLES } from '../careers/roles.ts';
import { sameField } from '../event/fields.ts';
import type { IntroRequest, Member, RoleHeld } from './community.ts';
import { FieldIndex } from './field-index.ts';
import { A_FEW_STEPS, stepOf, yearsHeld, yearsIn } from './steps.ts';
import { FIT, stepWorth } from './worth.ts';

/** In which way a mentor has what was asked for. */
export type FitCode =
  | 'role'
  | 'near-role'
  | 'industry'
  | 'role-and-industry'
  | 'near-role-and-industry'
  /** Nothing was named. */
  | 'anything';

/** What years count: those in the mentor's role, or all their years of work. */
export type YearsOf = 'role' | 'work';

export interface Way {
  readonly code: FitCode;
  /** The mentor's own words for it; null where it is not by a role, or not by an industry. */
  readonly role: string | null;
  readonly industry: string | null;
  readonly years: number;
  readonly yearsOf: YearsOf;
  readonly stepsAhead: number;
  /** Points (M17, M18). */
  readonly points: number;
}

interface RoleWay {
  readonly held: RoleHeld;
  readonly near: boolean;
  /** Steps of the asker in what they asked for. */
  readonly from: number;
}

/** Who could be asked, by what they do. */
export class Ways {
  private readonly roles = new FieldIndex();
  private readonly industries = new FieldIndex();

  constructor(private readonly mentors: readonly Member[]) {
    mentors.forEach((member, mentor) => {
      for (const { role } of member.roles) this.roles.add(role, mentor);
      for (const industry of member.industries) this.industries.add(industry, mentor);
    });
  }

  /** The best way of each mentor who has what was asked for, one who is ahead before one who is not (M4 to M7). */
  of(asker: Member, request: IntroRequest): Map<number, Way> {
    const wanted = request.stepsAhead ?? A_FEW_STEPS;
    const own = stepOf(asker.years);
    const best = new Map<number, Way>();
    const offer = (mentor: number, way: Way): void => {
      const present = best.get(mentor);
      if (present === undefined || isBetter(way, present)) best.set(mentor, way);
    };
    const general = (mentor: number, code: FitCode, industry: string | null, fit: number): void => {
      const { years } = this.mentors[mentor]!;
      const stepsAhead = stepOf(years) - own;
      const points = fit + stepWorth(stepsAhead, wanted);
      offer(mentor, { code, role: null, industry, years, yearsOf: 'work', stepsAhead, points });
    };
    if (request.roles.length + request.industries.length === 0) {
      for (let mentor = 0; mentor < this.mentors.length; mentor++) general(mentor, 'anything', null, FIT.anything);
      return best;
    }
    const points = request.roles.length > 0 && request.industries.length > 0 ? FIT.both : FIT.only;
    const industryOf = new Map<number, string>();
    for (const industry of request.industries)
      for (const { mentor, word } of this.industries.of(industry)) industryOf.set(mentor, word);
    for (const [mentor, industry] of industryOf) general(mentor, 'industry', industry, points.industry);
    this.eachRole(asker, request, (mentor, { held, near, from }) => {
      const industry = industryOf.get(mentor) ?? null;
      const code = `${near ? 'near-role' : 'role'}${industry === null ? '' : '-and-industry'}` as FitCode;
      const years = yearsHeld(this.mentors[mentor]!, held);
      const stepsAhead = stepOf(years) - from;
      const fit = (near ? points.near : points.same) + (industry === null ? 0 : points.industry);
      offer(mentor, {
        code,
        role: held.role,
        industry,
        years,
        yearsOf: held.years === null ? 'work' : 'role',
        stepsAhead,
        points: fit + stepWorth(stepsAhead, wanted),
      });
    });
    return best;
  }

  private eachRole(asker: Member, { roles }: IntroRequest, found: (mentor: number, way: RoleWay) => void): void {
    for (const wanted of roles) {
      const from = stepOf(yearsIn(asker, wanted));
      const hand = (word: string, near: boolean): void => {
        for (const { mentor, word: own } of this.roles.of(word)) {
          const held = this.mentors[mentor]!.roles.find(({ role }) => role === own)!;
          found(mentor, { held, near, from });
        }
      };
      hand(wanted, false);
      for (const known of ROLES.filter((role) => sameField(role, wanted)))
        for (const other of ROLES) if (areNeighbours(known, other)) hand(other, true);
    }
  }
}

function isBetter(one: Way, other: Way): boolean {
  const ahead = one.stepsAhead >= 1;
  if (ahead !== other.stepsAhead >= 1) return ahead;
  if (one.points !== other.points) return one.points > other.points;
  return one.years > other.years;
}
