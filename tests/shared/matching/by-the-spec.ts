import { areNeighbours } from '../../../shared/src/careers/guide/neighbours.ts';
import type { MemberId } from '../../../shared/src/kernel/ids.ts';
import type { Community, IntroRequest, Member, Outcome } from '../../../shared/src/matching/community.ts';

/** The rules of SPEC.md once more, read pair by pair; shares nothing with what makes matchings but the circles of roles. */
const DAY = 86_400_000;
const step = (years: number): number =>
  years < 1 ? 0 : years < 3 ? 1 : years < 6 ? 2 : years < 10 ? 3 : years < 15 ? 4 : 5;

const same = ([one, other]: readonly [MemberId, MemberId], a: MemberId, b: MemberId): boolean =>
  (one === a && other === b) || (one === b && other === a);

/** How many in a row, newest first, are of one kind; others end the row, and what is of neither says nothing. */
function row(outcomes: readonly { outcome: Outcome; at: number }[], counts: Outcome[], ends: Outcome[]) {
  const newest = [...outcomes].sort((one, other) => other.at - one.at);
  const end = newest.findIndex(({ outcome }) => ends.includes(outcome));
  const counted = (end < 0 ? newest : newest.slice(0, end)).filter(({ outcome }) => counts.includes(outcome));
  return { count: counted.length, last: counted[0]?.at ?? null };
}

const leftAlone = ({ count, last }: { count: number; last: number | null }, now: number): boolean =>
  count >= 3 && last !== null && now < last + 90 * DAY;

export class BySpec {
  constructor(
    private readonly given: Community,
    private readonly now: number,
  ) {}

  get askers(): Member[] {
    return this.given.members.filter(({ id }) => this.turn(id) !== null);
  }

  requestsOf(asker: MemberId): IntroRequest[] {
    return this.given.requests.filter(({ by }) => by === asker);
  }

  /** M9, M13 to M16; null for who does not wait. */
  turn(asker: MemberId): number | null {
    const own = this.given.history.introductions.filter((one) => one.asker === asker);
    const asked = this.requestsOf(asker).map(({ askedAt }) => askedAt);
    const silent = row(own, ['asker-silent'], ['met', 'not-met']);
    if (asked.length === 0 || own.some(({ outcome }) => outcome === 'open') || leftAlone(silent, this.now)) return null;
    if (silent.count > 0) return silent.count === 1 ? 2 : 1;
    const weeks = Math.min(52, Math.floor(Math.max(0, this.now - Math.min(...asked)) / (7 * DAY)));
    const luck = row(own, ['declined', 'no-answer', 'not-met'], ['met', 'asker-silent']).count;
    return 3 + weeks + 4 * Math.min(3, luck);
  }

  /** M1: introductions that are left this month. */
  room({ id, offer }: Member): number {
    if (offer === null || (offer.pausedUntil !== null && this.now < offer.pausedUntil)) return 0;
    return leftAlone(this.silences(id), this.now) ? 0 : Math.max(0, offer.perMonth - offer.takenThisMonth);
  }

  private silences(mentor: MemberId) {
    const own = this.given.history.introductions.filter((one) => one.mentor === mentor);
    return row(own, ['no-answer'], ['met', 'not-met', 'declined', 'asker-silent']);
  }

  /** Points of a pair for a request (M17 to M20), or null where a rule forbids it. */
  points(asker: Member, request: IntroRequest, mentor: Member): number | null {
    const { introductions, metAtTables, blocked } = this.given.history;
    const known = introductions.some((one) => same([one.asker, one.mentor], asker.id, mentor.id));
    if (asker.id === mentor.id || known || blocked.some((pair) => same(pair, asker.id, mentor.id))) return null;
    const spoken = request.languages.length > 0 ? request.languages : asker.languages;
    const first = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];
    if (!spoken.some((tag) => mentor.languages.some((other) => first(other) === first(tag)))) return null;
    const fits = this.waysOf(asker, request, mentor).filter(({ ahead }) => ahead >= 1);
    if (fits.length === 0) return null;
    const wanted = request.stepsAhead ?? 2;
    const best = Math.max(...fits.map(({ fit, ahead }) => fit + Math.max(0, 300 - 100 * Math.abs(ahead - wanted))));
    const table = metAtTables.some((pair) => same(pair, asker.id, mentor.id)) ? 100 : 0;
    return best - table - 120 * Math.min(3, this.silences(mentor.id).count);
  }

  private waysOf(asker: Member, { roles, industries }: IntroRequest, mentor: Member): { fit: number; ahead: number }[] {
    const atWork = step(mentor.years) - step(asker.years);
    if (roles.length + industries.length === 0) return [{ fit: 250, ahead: atWork }];
    const both = roles.length > 0 && industries.length > 0;
    const industry = industries.some((one) => mentor.industries.includes(one)) ? (both ? 200 : 500) : 0;
    const ways = industry > 0 ? [{ fit: industry, ahead: atWork }] : [];
    for (const wanted of roles) {
      const own = asker.roles.filter(({ role }) => role === wanted).map(({ years }) => years ?? asker.years);
      for (const { role, years } of mentor.roles) {
        const [exact, near] = both ? [300, 150] : [500, 250];
        const fit = role === wanted ? exact : areNeighbours(role, wanted) ? near : null;
        if (fit !== null)
          ways.push({ fit: fit + industry, ahead: step(years ?? mentor.years) - step(Math.max(0, ...own)) });
      }
    }
    return ways;
  }

  /** The best of an asker's requests for each mentor who may be; by the places of the members. */
  candidates(asker: Member): Map<Member, number> {
    const found = new Map<Member, number>();
    for (const mentor of this.given.members) {
      if (this.room(mentor) === 0) continue;
      const points = this.requestsOf(asker.id).map((request) => this.points(asker, request, mentor));
      const possible = points.filter((value) => value !== null);
      if (possible.length > 0) found.set(mentor, Math.max(...possible));
    }
    return found;
  }

  /** M21: what the introductions of a mentor cost, who had some already. */
  load({ offer }: Member, more: number): number {
    let cost = 0;
    for (let before = offer?.takenThisMonth ?? 0; more > 0; more--, before++) cost += 40 * Math.min(20, before);
    return cost;
  }
}
