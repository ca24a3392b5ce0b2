import type { IntroRequestId } from '@lapwing/shared/kernel/ids';
import { after, days, earlier, type Instant, later, milliseconds, seconds } from '@lapwing/shared/kernel/time';
import { nextHour, nextOnWeekday } from '@lapwing/shared/kernel/wall-time';
import { dueAt, END_DAYS, NUDGE_DAYS, ticked } from '@lapwing/shared/matching/introduction-life';
import { findProfile } from '../db/repositories/community-profiles.ts';
import { findRequest, listOpenRequests } from '../db/repositories/intro-requests.ts';
import type { AnyIntroduction } from '../db/repositories/introductions.ts';
import {
  changeIntroduction,
  findAnyIntroduction,
  introductionOfRequest,
  listWatched,
} from '../db/repositories/member-introductions.ts';
import { findRunByKey, listGoing, listProposals, moveProposal, nextGoingAt } from '../db/repositories/proposals.ts';
import { commit, type Tx } from '../db/transact.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { mayBeIntroduced } from './history.ts';
import { mailAsk, mailBoth } from './intro-mails.ts';
import { questionKey } from './question-link.ts';
import { lifeOf, live, nudgeBoth } from './request-life.ts';
import type { Runs } from './runs.ts';
import { SERVER_ZONE } from './server-zone.ts';

const LOOK_EVERY = seconds(60);
const GO_ON_AFTER = milliseconds(50);
/** What the clock says is said at this hour (C13), and a run is made at that one (C8). */
const SAYS_AT = 9;
export const RUN_AT = 7;
export const MONDAY = 1;
/** Days after which both are asked whether they are in touch (C14), and after which nobody asks any more. */
const TOUCH_DAYS = 90;
const WATCHED_DAYS = 150;
/** So many in one transaction, so that nothing waits long for the disk. */
const AT_ONCE = 20;

/** Whether what was due then is said by now. */
const isSaid = (due: Instant, now: Instant): boolean => nextHour(due, SERVER_ZONE, SAYS_AT) <= now;

/**
 * Does what the clock does: asks whom a matchmaker approved, goes on where nobody answered, reminds, ends. Each in the
 * transaction that queues its mail, so that a restart and a second look are the same case.
 * @returns whether there is more to do at once
 */
export function lookAtLives(services: Services): boolean {
  const { db } = services;
  const now = wholeNow(services.clock);
  const watched = listWatched(db, after(now, days(-WATCHED_DAYS)));
  const requests = new Set([
    ...listProposals(db, ['asked']).map(({ requestId }) => requestId),
    ...watched.flatMap(({ requestId, outcome }) => (outcome === 'open' && requestId ? [requestId] : [])),
  ]);
  // looked at outside of a transaction first: nearly always nothing is due
  const work = [
    ...listGoing(db, now).map(
      ({ id }) =>
        (tx: Tx) =>
          go(services, tx, id),
    ),
    ...[...requests].filter((id) => isDue(db, id, now)).map((id) => (tx: Tx) => tick(services, tx, id, now)),
    ...watched.filter((one) => whatIsDue(one, now) !== null).map((one) => (tx: Tx) => beside(services, tx, one, now)),
  ];
  for (const act of work.slice(0, AT_ONCE)) commit(db, act);
  return work.length > AT_ONCE;
}

/** The time to take it back is over: the mentor is asked. Where somebody is gone, took it back, or is kept apart by now, nobody is. */
function go(services: Services, tx: Tx, id: string): void {
  const proposal = listProposals(tx, ['approved']).find((one) => one.id === id);
  const request = proposal && findRequest(tx, proposal.requestId);
  if (!proposal || !request) return;
  const [asker, mentor] = [findProfile(tx, proposal.asker), findProfile(tx, proposal.mentor)];
  const may = mayBeIntroduced(services, tx, proposal.asker, proposal.mentor);
  if (request.state !== 'open' || !asker || !mentor || !may) {
    moveProposal(tx, id, 'approved', { state: 'skipped' });
    return;
  }
  const askedAt = wholeNow(services.clock);
  if (moveProposal(tx, id, 'approved', { state: 'asked', askedAt }))
    mailAsk(services, tx, { ...proposal, askedAt }, { asker, mentor, request });
}

function isDue(tx: Tx, id: IntroRequestId, now: Instant): boolean {
  const request = findRequest(tx, id);
  const life = request && lifeOf(tx, request);
  const due = life ? dueAt(life) : null;
  return due !== null && isSaid(due, now);
}

function tick(services: Services, tx: Tx, id: IntroRequestId, now: Instant): void {
  const request = findRequest(tx, id);
  const life = request && lifeOf(tx, request);
  if (request && life && isDue(tx, id, now)) live(services, tx, request, (next) => ticked(life, now, next));
}

/** What the clock owes for one request by now, inside the caller's transaction: its life goes on, or both are asked. */
export function goOn(services: Services, tx: Tx, id: IntroRequestId): void {
  const now = wholeNow(services.clock);
  tick(services, tx, id, now);
  const made = introductionOfRequest(tx, id);
  if (made) beside(services, tx, made, now);
}

/**
 * What the clock owes two people beside the life of a request: those of an evening are asked once whether they met again, and
 * who met is asked whether they are in touch.
 */
function whatIsDue({ origin, outcome, madeAt, nudges, touchAskedAt }: AnyIntroduction, now: Instant) {
  if (outcome === 'met') return touchAskedAt === null && isSaid(after(madeAt, days(TOUCH_DAYS)), now) ? 'touch' : null;
  if (origin !== 'evening' || outcome !== 'open') return null;
  if (isSaid(after(madeAt, days(END_DAYS)), now)) return 'end';
  return nudges < 2 && isSaid(after(madeAt, days(NUDGE_DAYS[1])), now) ? 'ask' : null;
}

function beside(services: Services, tx: Tx, seen: AnyIntroduction, now: Instant): void {
  const introduction = findAnyIntroduction(tx, seen.id);
  const due = introduction ? whatIsDue(introduction, now) : null;
  if (!introduction || due === null) return;
  const { id } = introduction;
  if (due === 'end') changeIntroduction(tx, id, { outcome: 'unknown', endedAt: now });
  else if (due === 'ask') {
    changeIntroduction(tx, id, { nudges: 2 });
    nudgeBoth(services, tx, introduction, true);
  } else {
    changeIntroduction(tx, id, { touchAskedAt: now });
    mailBoth(
      services,
      tx,
      introduction,
      (side) => questionKey({ is: 'in-touch', introduction: id, side }),
      (texts, facts, other) => texts.inTouch(facts, other.name),
    );
  }
}

/** The key of the run of a week: the Monday on which it is made. */
export const weeklyKey = (now: Instant): { readonly key: string; readonly at: Instant } => {
  const next = nextOnWeekday(now, SERVER_ZONE, MONDAY, RUN_AT);
  const last = nextOnWeekday(after(next, days(-8)), SERVER_ZONE, MONDAY, RUN_AT);
  return { key: `monday:${last}`, at: last };
};

/** A run of Monday that a server that was off has missed is made up for within this time, and no later. */
const MADE_UP_WITHIN = days(1);

/** The clock of the community. */
export interface LifeClock {
  /** Something was decided that is due sooner than the next look. */
  wake(): void;
  stop(): void;
}

/** Looks every minute, and when something that was approved goes. */
export function watchLives(services: Services, runs: Runs, failed: (error: unknown) => void): LifeClock {
  let stopped = false;
  let cancel = (): void => {};
  function look(): void {
    let more = false;
    try {
      more = lookAtLives(services);
      runWeekly(services, runs, failed);
    } catch (error) {
      failed(error);
    }
    next(more);
  }
  function next(more = false): void {
    cancel();
    if (stopped) return;
    const now = wholeNow(services.clock);
    const soon = after(now, LOOK_EVERY);
    const goes = more ? after(now, GO_ON_AFTER) : later(now, nextGoingAt(services.db) ?? soon);
    cancel = services.clock.alarm(earlier(soon, goes), look);
  }
  next();
  return {
    wake: () => next(),
    stop() {
      stopped = true;
      cancel();
    },
  };
}

/** The run of this week, unless it was made, or nobody waits. */
function runWeekly(services: Services, runs: Runs, failed: (error: unknown) => void): void {
  const now = wholeNow(services.clock);
  const { key, at } = weeklyKey(now);
  if (now >= after(at, MADE_UP_WITHIN) || findRunByKey(services.db, key)) return;
  if (listOpenRequests(services.db).length > 0) runs.propose(key).catch(failed);
}
