import type { Ask, Profile } from '@lapwing/shared/community/profile';
import { type IntroRequestId, introRequestId, type MemberId, memberId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import { type ProfileRow, saveProfile } from '../../server/src/db/repositories/community-profiles.ts';
import { insertRequest } from '../../server/src/db/repositories/intro-requests.ts';
import { insertMember } from '../../server/src/db/repositories/members.ts';
import { profileSaying } from './answers.ts';
import type { TestApp } from './test-app.ts';

const now = (t: TestApp): Instant => Math.floor(t.clock.now()) as Instant;

/** Somebody who is a member already: they confirmed, and agreed to both. */
export function member(
  t: TestApp,
  name: string,
  profile: Partial<Profile> = {},
  more: Partial<ProfileRow> & { readonly id?: string } = {},
): MemberId {
  const { id: wanted, ...row } = more;
  const id = memberId(wanted ?? t.services.secrets.newId());
  const said = profileSaying(name, profile);
  const at = now(t);
  const keys = { emailKey: emailKey(said.email), nameKey: nameKey(said.name) };
  insertMember(t.db, { id, ...keys, createdAt: at, lastSeenAt: at });
  saveProfile(t.db, {
    ...said,
    memberId: id,
    ...{ language: 'en', origin: 'joined', newEmail: '', linkGeneration: 1, addressChanges: 0 },
    ...{ again: null, againAt: null },
    ...{ memberConsentAt: at, introductionsConsentAt: at, confirmedAt: at, joinedAt: at },
    ...row,
  });
  return id;
}

export const asking = (ask: Partial<Ask> = {}): Ask => ({
  ...{ industries: [], roles: [], stepsAhead: null, languages: [], line: 'How did you begin?' },
  ...ask,
});

/** A request of a member that is open. */
export function request(t: TestApp, by: MemberId, ask: Partial<Ask> = {}, askedAt = now(t)): IntroRequestId {
  const id = introRequestId(t.services.secrets.newId());
  insertRequest(t.db, { id, memberId: by, key: `key-of-${id}`, ...asking(ask), askedAt, state: 'open' });
  return id;
}
