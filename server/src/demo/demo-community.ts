import { INVENTED_KEEPER } from '@lapwing/shared/community/invented';
import { isKept } from '@lapwing/shared/community/keeper';
import type { Profile } from '@lapwing/shared/community/profile';
import { AT_INVENTED } from '@lapwing/shared/event/invented-address';
import { firstName } from '@lapwing/shared/event/roster';
import { type IntroRequestId, type MemberId, memberId } from '@lapwing/shared/kernel/ids';
import { DEFAULT_LANGUAGE } from '@lapwing/shared/kernel/language';
import type { Refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result } from '@lapwing/shared/kernel/result';
import { after, days, type Instant } from '@lapwing/shared/kernel/time';
import { nameKey } from '@lapwing/shared/roster-import/keys';
import { keepRequest } from '../community/asking.ts';
import { goOn } from '../community/life-clock.ts';
import { takeAnswer } from '../community/questions.ts';
import { askMentor, nextChoice } from '../community/request-life.ts';
import { runHere } from '../community/runs.ts';
import { findKeeper, saveKeeper } from '../db/repositories/community-keeper.ts';
import { listProfiles, saveProfile } from '../db/repositories/community-profiles.ts';
import { findRequest, findRequestByKey } from '../db/repositories/intro-requests.ts';
import { introductionOfRequest } from '../db/repositories/member-introductions.ts';
import { insertMember, saveMember } from '../db/repositories/members.ts';
import { liveProposalOf } from '../db/repositories/proposals.ts';
import { type Tx, transact } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { type Happened, INVENTED_MEMBERS, type InventedAsk, type InventedMember } from './invented-members.ts';

/** Everybody has joined before the first of them asked. */
const JOINED_DAYS = 135;
const JOINED_WITHIN_DAYS = 60;
/** Not all of them were here on the same day. */
const SEEN_WITHIN_DAYS = 27;
const RUN = 'demo';

/** The same services so many days ago. */
const ago = (services: Services, count: number): Services => {
  const then = after(wholeNow(services.clock), days(-count));
  return { ...services, clock: { ...services.clock, now: () => then } };
};

/**
 * Seeds the community of the demo, where there is neither a member nor a keeper (C22): what was asked, answered and proposed
 * follows from the same rules as everybody's, as if they had been there all the time.
 */
export async function seedCommunity(services: Services): Promise<Result<undefined, Refusal>> {
  const { db } = services;
  if (listProfiles(db).length > 0 || isKept(findKeeper(db))) return ok(undefined);
  const seeded = transact<undefined, Refusal>(db, (tx) => {
    saveKeeper(tx, INVENTED_KEEPER);
    const people = INVENTED_MEMBERS.map((one, index) => ({ ...one, id: join(services, tx, one, index) }));
    const lived = liveStories(services, tx, people);
    if (!lived.ok) return lived;
    for (const [index, { id, asks }] of people.entries()) {
      const asked = asks === null ? ok(undefined) : ask(services, tx, id, 'asks', asks);
      if (!asked.ok) return asked;
      const seen = Math.min(asks?.waits ?? SEEN_WITHIN_DAYS, (index * 5) % SEEN_WITHIN_DAYS);
      saveMember(tx, id, { lastSeenAt: wholeNow(ago(services, seen).clock) });
    }
    return ok(undefined);
  });
  if (!seeded.ok) return seeded;
  return runHere(services, RUN);
}

/** Somebody who confirmed, and agreed to both. */
function join(services: Services, tx: Tx, member: InventedMember, index: number): MemberId {
  const { clock, secrets } = services;
  const now = wholeNow(clock);
  const id = memberId(secrets.newId());
  const at = after(now, days(-JOINED_DAYS - ((index * 17) % JOINED_WITHIN_DAYS)));
  const profile = profileOf(member, now);
  const keys = { emailKey: profile.email, nameKey: nameKey(profile.name) };
  insertMember(tx, { id, ...keys, createdAt: at, lastSeenAt: at });
  saveProfile(tx, {
    ...{ ...profile, memberId: id, language: DEFAULT_LANGUAGE, origin: 'joined', joinedAt: at },
    ...{ memberConsentAt: at, introductionsConsentAt: at, confirmedAt: at },
  });
  return id;
}

function profileOf(member: InventedMember, now: Instant): Profile {
  const { name, headline, languages, industries, roles, years, perMonth, pauses } = member;
  return {
    ...{ name, headline, languages, industries, roles, years, perMonth },
    email: `${nameKey(firstName(name))}${AT_INVENTED}`,
    pausedUntil: pauses > 0 ? after(now, days(pauses)) : null,
  };
}

/** Keeps what somebody asks for, as of when they asked. */
function ask(
  services: Services,
  tx: Tx,
  id: MemberId,
  key: string,
  { waits, ...wish }: InventedAsk,
): Result<undefined, Refusal> {
  const then = ago(services, waits);
  const member = { memberId: id, confirmedAt: wholeNow(then.clock) };
  return keepRequest(then, tx, member, { key, ask: { ...wish, languages: [] } });
}

type Person = InventedMember & { readonly id: MemberId };

/** Lets everything happen that is told of them, day by day. */
function liveStories(services: Services, tx: Tx, people: readonly Person[]): Result<undefined, Refusal> {
  const told = people.flatMap(({ id, story }) => (story === null ? [] : [{ id, ...story }]));
  for (const { id, ask: asked } of told) {
    const kept = ask(services, tx, id, 'story', asked);
    if (!kept.ok) return kept;
  }
  const steps = told.flatMap(({ id, came }) => came.map(([daysAgo, happened]) => ({ id, daysAgo, happened })));
  for (const { id, daysAgo, happened } of steps.sort((one, other) => other.daysAgo - one.daysAgo)) {
    const request = findRequestByKey(tx, id, 'story');
    if (request) happen(ago(services, daysAgo), tx, request.id, happened);
  }
  return ok(undefined);
}

/** What nobody could be asked for is left as it is: the rules say who can. */
function happen(then: Services, tx: Tx, id: IntroRequestId, happened: Happened): void {
  const request = findRequest(tx, id);
  if (!request) return;
  if (happened === 'ask') {
    const choice = nextChoice(then, tx, request);
    if (choice) askMentor(then, tx, request, choice);
  } else if (happened === 'clock') goOn(then, tx, id);
  else if (happened === 'yes' || happened === 'no') {
    const proposal = liveProposalOf(tx, id);
    if (proposal) takeAnswer(then, tx, { is: 'introduce', proposal: proposal.id }, happened, '');
  } else {
    const made = introductionOfRequest(tx, id);
    if (made) takeAnswer(then, tx, { is: happened, introduction: made.id, side: 'student' }, happened, '');
  }
}
