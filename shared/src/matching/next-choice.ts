import type { IntroRequestId, MemberId } from '../kernel/ids.ts';
import { type Candidate, type Field, fieldOf, type Moment, type Reason, reasonOf } from './candidates.ts';
import type { Community, History, Pair, PastIntroduction } from './community.ts';
import { loadOf } from './worth.ts';

/** Somebody else who could be asked for a request. */
export interface Choice {
  readonly mentor: MemberId;
  readonly reason: Reason;
}

/**
 * Whom to ask next for one request, best first (M30): as if everybody else kept whom they have. Who has been asked stands in
 * the history, and what is promised to others counts as taken; so the first is whom a new run would choose for it alone.
 */
export function nextChoices(community: Community, request: IntroRequestId, moment: Moment): Choice[] {
  const requests = community.requests.filter(({ id }) => id === request);
  const [asked] = requests;
  if (!asked) return [];
  const field = fieldOf({ ...community, requests, history: asIfFree(community.history, asked.by) }, moment);
  const [asker] = field.askers;
  if (!asker) return [];
  return [...asker.candidates]
    .sort((one, other) => gainOf(field, other) - gainOf(field, one) || one.mentor - other.mentor)
    .map((candidate) => ({ mentor: field.mentors[candidate.mentor]!.id, reason: reasonOf(candidate, asker.turn) }));
}

/** The one that is under way does not hold the asker up, since it is what the next takes the place of; its mentor stays known. */
function asIfFree({ introductions, metAtTables, blocked }: History, by: MemberId): History {
  const isOpen = ({ asker, outcome }: PastIntroduction): boolean => asker === by && outcome === 'open';
  const open = introductions.filter(isOpen).map(({ asker, mentor }): Pair => [asker, mentor]);
  return {
    introductions: introductions.filter((one) => !isOpen(one)),
    ...{ metAtTables, blocked: [...blocked, ...open] },
  };
}

/** Points of a pair, less the load that it adds. */
const gainOf = ({ mentors }: Field, { mentor, worth }: Candidate): number => worth - loadOf(mentors[mentor]!.taken);
