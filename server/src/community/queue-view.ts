import type { MemberId } from '@lapwing/shared/kernel/ids';
import { after, days, type Instant } from '@lapwing/shared/kernel/time';
import { nextOnWeekday } from '@lapwing/shared/kernel/wall-time';
import { dueAt } from '@lapwing/shared/matching/introduction-life';
import type { CommunityView, Person, ProposalSeen, UnderWay } from '@lapwing/shared/protocol/community-api';
import { findKeeper } from '../db/repositories/community-keeper.ts';
import { listProfiles, type ProfileRow } from '../db/repositories/community-profiles.ts';
import { askOf, findRequest, listOpenRequests, type RequestRow } from '../db/repositories/intro-requests.ts';
import type { AnyIntroduction } from '../db/repositories/introductions.ts';
import { listQueueIntroductions } from '../db/repositories/member-introductions.ts';
import { listAnsweredSince, listProposals, newestRun, type ProposalRow } from '../db/repositories/proposals.ts';
import { type Services, wholeNow } from '../services/services.ts';
import { takenNow } from './history.ts';
import { inventedHere } from './invented.ts';
import { MONDAY, RUN_AT } from './life-clock.ts';
import { timesMet } from './met-at-tables.ts';
import { doubtfulInSlack } from './missed-in-slack.ts';
import { missedMails } from './missed-mails.ts';
import type { OpenMarks } from './open-marks.ts';
import { SERVER_ZONE } from './server-zone.ts';

/** What is over is shown for so long. */
const SHOWN_FOR = days(28);
/** What a matchmaker skipped stays to be taken back, and then goes from the page. */
const SKIPPED_SHOWN = days(7);

/** What the matchmaker's page shows. @param asking the account that looks: what it has open itself is not marked */
export function communityView(services: Services, marks: OpenMarks, asking: string | null): CommunityView {
  const { db, clock } = services;
  const now = wholeNow(clock);
  const profiles = listProfiles(db);
  const confirmed = profiles.filter(({ confirmedAt }) => confirmedAt !== null);
  const people = new Map(confirmed.map((row) => [row.memberId, row]));
  const requests = listOpenRequests(db).filter(({ memberId }) => people.has(memberId));
  const run = newestRun(db);
  return {
    at: now,
    joinAt: `${services.linkOrigin()}/community`,
    keeper: findKeeper(db),
    invented: inventedHere(db),
    counts: {
      members: confirmed.length,
      giving: confirmed.filter(({ perMonth }) => perMonth > 0).length,
      unconfirmed: profiles.length - confirmed.length,
      requests: requests.length,
    },
    run: run
      ? { at: run.at, served: run.served, left: run.left, longestWaitDays: run.longestWaitDays, optimal: run.optimal }
      : null,
    nextRunAt: nextOnWeekday(now, SERVER_ZONE, MONDAY, RUN_AT),
    proposals: proposalsSeen(services, people, (id) => marks.openBy(id, asking)),
    without: withoutAnybody(services, people, requests),
    underWay: underWay(services, people, now),
    missed: missedMails(services),
    inSlack: doubtfulInSlack(services),
  };
}

type People = ReadonlyMap<MemberId, ProfileRow>;

const personOf = ({ memberId, name, headline, years }: ProfileRow): Person => ({ id: memberId, name, headline, years });

function proposalsSeen(services: Services, people: People, openBy: (id: string) => string): ProposalSeen[] {
  const { db, clock } = services;
  const since = after(wholeNow(clock), -SKIPPED_SHOWN as typeof SKIPPED_SHOWN);
  const rows = listProposals(db, ['proposed', 'approved', 'skipped']).filter(
    ({ state, decidedAt }) => state !== 'skipped' || (decidedAt ?? 0) > since,
  );
  if (rows.length === 0) return [];
  const [taken, met] = [takenNow(services, db), timesMet(services)];
  return rows.flatMap((row): ProposalSeen[] => {
    const [asker, mentor, request] = [people.get(row.asker), people.get(row.mentor), findRequest(db, row.requestId)];
    if (!asker || !mentor || !request) return [];
    return [
      {
        ...{ id: row.id, asker: personOf(asker), mentor: personOf(mentor), ask: askOf(request) },
        ...{ askedAt: request.askedAt, reason: row.reason, timesMet: met(row.asker, row.mentor) },
        load: { taken: taken.get(row.mentor) ?? 0, perMonth: mentor.perMonth },
        ...{ state: row.state as ProposalSeen['state'], by: row.by, openBy: openBy(row.id), goesAt: row.goesAt },
      },
    ];
  });
}

function withoutAnybody({ db }: Services, people: People, requests: readonly RequestRow[]): CommunityView['without'] {
  const live = new Set(listProposals(db, ['proposed', 'approved', 'asked']).map(({ requestId }) => requestId));
  return requests.flatMap((row) => {
    const asker = people.get(row.memberId);
    return asker && row.why !== null && !live.has(row.id)
      ? [{ asker: personOf(asker), ask: askOf(row), why: row.why }]
      : [];
  });
}

/** Asked, introduced, and what ended in the last weeks; the newest first. */
function underWay({ db }: Services, people: People, now: Instant): UnderWay[] {
  const since = after(now, -SHOWN_FOR as typeof SHOWN_FOR);
  const asks = [...listProposals(db, ['asked']), ...listAnsweredSince(db, since)].map(askUnderWay);
  const made = listQueueIntroductions(db)
    .filter(({ endedAt }) => endedAt === null || endedAt > since)
    .map(madeUnderWay);
  return [...asks, ...made]
    .flatMap(({ asker, mentor, ...rest }) => {
      const [one, other] = [asker && people.get(asker), mentor && people.get(mentor)];
      return one && other ? [{ asker: personOf(one), mentor: personOf(other), ...rest }] : [];
    })
    .sort((one, other) => other.since - one.since);
}

interface Way extends Omit<UnderWay, 'asker' | 'mentor'> {
  readonly asker: MemberId | null;
  readonly mentor: MemberId | null;
}

function askUnderWay({ asker, mentor, state, askedAt, answeredAt, madeAt }: ProposalRow): Way {
  const at = askedAt ?? madeAt;
  if (state === 'asked')
    return { asker, mentor, phase: 'asked', since: at, nextAt: dueAt({ asker, phase: { is: 'asked', mentor, at } }) };
  return { asker, mentor, phase: state === 'no' ? 'declined' : 'no-answer', since: answeredAt ?? at, nextAt: null };
}

function madeUnderWay(row: AnyIntroduction): Way {
  const { studentMember: asker, mentorMember: mentor, outcome, madeAt, endedAt, nudges } = row;
  if (outcome !== 'open') {
    const phase = outcome === 'met' || outcome === 'unknown' ? outcome : 'not-met';
    return { asker, mentor, phase, since: endedAt ?? madeAt, nextAt: null };
  }
  const life = asker && mentor ? { asker, phase: { is: 'introduced', mentor, at: madeAt, nudges } as const } : null;
  return { asker, mentor, phase: 'introduced', since: madeAt, nextAt: life && dueAt(life) };
}
