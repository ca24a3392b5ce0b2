import type { Typed } from '@lapwing/shared/community/profile';
import type { OwnMembership } from '@lapwing/shared/protocol/community-api';
import { type ProfileRow, profileOf } from '../db/repositories/community-profiles.ts';
import { askOf, listRequestsOf } from '../db/repositories/intro-requests.ts';
import type { Tx } from '../db/transact.ts';
import { hashOf } from '../secrets.ts';

const nameOf = (shown: unknown): string => hashOf(JSON.stringify(shown));

const agreedTo = ({ introductionsConsentAt }: ProfileRow): boolean => introductionsConsentAt !== null;

/** Names all that whoever opened a mailed link is asked about: what they say counts for that alone (C2). '' once they said it. */
export const seenOf = (tx: Tx, row: ProfileRow): string =>
  row.confirmedAt !== null ? '' : nameOf([profileOf(row), agreedTo(row), listRequestsOf(tx, row.memberId).map(askOf)]);

/** What was typed into the form since somebody is a member, where it would change anything; it counts for nothing yet. */
export function againOf(row: ProfileRow): OwnMembership['again'] {
  const { again, confirmedAt } = row;
  if (again === null || confirmedAt === null) return null;
  const stands: Typed = { profile: profileOf(row), introductions: agreedTo(row), ask: null };
  const says = (typed: Typed): string => JSON.stringify([profileInOrder(typed), typed.introductions, typed.ask]);
  return says(again) === says(stands) ? null : { ...again, seen: nameOf([again, stands]) };
}

/** The same whoever wrote it down, and in which order. */
const profileInOrder = ({ profile }: Typed): unknown[] =>
  Object.entries(profile).sort(([one], [other]) => (one < other ? -1 : 1));
