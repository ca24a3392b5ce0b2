import type { IntroRequestId, MemberId } from '../kernel/ids.ts';
import { seededRandom } from '../kernel/random.ts';
import type { Instant } from '../kernel/time.ts';
import type { Community, IntroRequest, Member } from './community.ts';
import { Past, rests } from './past.ts';
import { type Turn, turnOf } from './turn.ts';
import { type FitCode, type Way, Ways, type YearsOf } from './ways.ts';
import { MENTOR_SILENT, MET_AT_TABLE, MOST_SILENCES } from './worth.ts';

/** Why these two, in one line: a code and what its sentence needs (M26). */
export interface Reason {
  readonly code: FitCode;
  readonly role: string | null;
  readonly industry: string | null;
  /** The mentor's years of work, or in the role where they said so, and how many steps that is ahead (M7). */
  readonly years: number;
  readonly yearsOf: YearsOf;
  readonly stepsAhead: number;
  readonly language: string;
  readonly metAtTable: boolean;
  /** Why it is the asker's turn. */
  readonly waitedDays: number;
  readonly badLuck: number;
}

/** Why there is nobody (M27), from the furthest away to the nearest. */
export const WHY_NOBODY = [
  'nobody-in-field',
  'nobody-ahead',
  'no-language',
  'all-known',
  'nobody-free',
  'others-first',
] as const;
export type WhyNobody = (typeof WHY_NOBODY)[number];
/** Nothing forbids the pair. */
const MAY_BE = WHY_NOBODY.indexOf('others-first');

/** A mentor who may be asked, for one request of an asker. */
export interface Candidate {
  /** Index into `Field.mentors`. */
  readonly mentor: number;
  readonly request: IntroRequestId;
  /** Points for the pair, before the load of the mentor. */
  readonly worth: number;
  readonly way: Way;
  readonly language: string;
  readonly metAtTable: boolean;
}

/** Somebody whose requests wait. */
export interface Asker {
  readonly member: Member;
  readonly requests: readonly IntroRequest[];
  readonly turn: Turn;
  /** At most one for each mentor. */
  readonly candidates: readonly Candidate[];
  /** For each request, how far it came. */
  readonly nearest: ReadonlyMap<IntroRequestId, WhyNobody>;
}

/** A mentor, and what is left of their month. */
export interface Mentor {
  readonly id: MemberId;
  readonly taken: number;
  /** Further introductions this month; 0 while they pause or rest. */
  readonly room: number;
}

/** Who may be introduced to whom, and what speaks for it. */
export interface Field {
  readonly askers: readonly Asker[];
  readonly mentors: readonly Mentor[];
}

/** One candidate for each asker of a field, or null. */
export type Chosen = readonly (Candidate | null)[];

export interface Moment {
  readonly now: Instant;
  /** Decides between what is equal (M25). */
  readonly seed: number;
}

/** Everybody who waits with everybody they may be introduced to (M1 to M10), whose turn it is first. */
export function fieldOf(community: Community, { now, seed }: Moment): Field {
  const past = new Past(community.history);
  const drawn = seededRandom(seed).shuffle([...community.members].sort(byId));
  const pairs = new Pairs(drawn, past, now);
  const requestsOf = new Map<MemberId, IntroRequest[]>();
  for (const request of [...community.requests].sort(oldestFirst))
    requestsOf.set(request.by, [...(requestsOf.get(request.by) ?? []), request]);
  const askers = drawn.flatMap((member): Asker[] => {
    const requests = requestsOf.get(member.id);
    if (!requests || past.hasOpen(member.id) || rests(past.silentAsker(member.id), now)) return [];
    const turn = turnOf(member.id, requests, past, now);
    return [{ member, requests, turn, ...pairs.of(member, requests) }];
  });
  askers.sort((one, other) => other.turn.turn - one.turn.turn);
  return { askers, mentors: pairs.mentors };
}

/** All mentors, to be held against one asker after the other. */
class Pairs {
  readonly mentors: readonly Mentor[];
  private readonly offering: readonly Member[];
  private readonly tongues: readonly (readonly string[])[];
  private readonly silences: readonly number[];
  private readonly ways: Ways;

  constructor(
    members: readonly Member[],
    private readonly past: Past,
    now: Instant,
  ) {
    this.offering = members.filter(({ offer }) => offer !== null);
    this.ways = new Ways(this.offering);
    this.tongues = this.offering.map(({ languages }) => tonguesOf(languages));
    const silent = this.offering.map(({ id }) => past.silentMentor(id));
    this.silences = silent.map(({ count }) => Math.min(MOST_SILENCES, count));
    this.mentors = this.offering.map((member, index) => mentorOf(member, rests(silent[index]!, now), now));
  }

  /** At most one candidate for each mentor, in the order of mentors. */
  of(asker: Member, requests: readonly IntroRequest[]): Pick<Asker, 'candidates' | 'nearest'> {
    const best = new Map<number, Candidate>();
    const nearest = new Map<IntroRequestId, WhyNobody>();
    for (const request of requests) {
      const spoken = tonguesOf(request.languages.length > 0 ? request.languages : asker.languages);
      let came = 0;
      for (const [mentor, way] of this.ways.of(asker, request)) {
        if (this.offering[mentor]!.id === asker.id) continue;
        const language = spoken.find((tag) => this.tongues[mentor]!.includes(tag)) ?? null;
        const stage = this.stageOf(asker, mentor, way, language);
        came = Math.max(came, stage);
        if (stage !== MAY_BE || language === null) continue;
        const candidate = this.candidate(asker, mentor, request, way, language);
        const present = best.get(mentor);
        if (present === undefined || candidate.worth > present.worth) best.set(mentor, candidate);
      }
      nearest.set(request.id, WHY_NOBODY[came]!);
    }
    return { candidates: [...best.values()].sort((one, other) => one.mentor - other.mentor), nearest };
  }

  /** How far a pair comes: an index into `WHY_NOBODY`. */
  private stageOf(asker: Member, mentor: number, { stepsAhead }: Way, language: string | null): number {
    if (stepsAhead < 1) return WHY_NOBODY.indexOf('nobody-ahead');
    if (language === null) return WHY_NOBODY.indexOf('no-language');
    const { id, room } = this.mentors[mentor]!;
    if (this.past.isClosed(asker.id, id)) return WHY_NOBODY.indexOf('all-known');
    return room > 0 ? MAY_BE : WHY_NOBODY.indexOf('nobody-free');
  }

  private candidate(
    asker: Member,
    mentor: number,
    { id: request }: IntroRequest,
    way: Way,
    language: string,
  ): Candidate {
    const metAtTable = this.past.metAtTable(asker.id, this.mentors[mentor]!.id);
    const worth = way.points - (metAtTable ? MET_AT_TABLE : 0) - this.silences[mentor]! * MENTOR_SILENT;
    return { mentor, request, worth, way, language, metAtTable };
  }
}

/** The line of a pair. */
export function reasonOf({ way, language, metAtTable }: Candidate, { waitedDays, badLuck }: Turn): Reason {
  const { code, role, industry, years, yearsOf, stepsAhead } = way;
  return { code, role, industry, years, yearsOf, stepsAhead, language, metAtTable, waitedDays, badLuck };
}

function mentorOf({ id, offer }: Member, resting: boolean, now: Instant): Mentor {
  const { perMonth, takenThisMonth: taken, pausedUntil } = offer!;
  const away = resting || (pausedUntil !== null && now < pausedUntil);
  return { id, taken, room: away ? 0 : Math.max(0, perMonth - taken) };
}

/** First parts of language tags. */
const tonguesOf = (tags: readonly string[]): string[] => tags.map((tag) => tag.toLowerCase().split('-', 1)[0] ?? '');

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);

const oldestFirst = (one: IntroRequest, other: IntroRequest): number => one.askedAt - other.askedAt || byId(one, other);
