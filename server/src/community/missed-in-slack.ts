import type { Refusal } from '@lapwing/shared/kernel/refusal';
import type { Result } from '@lapwing/shared/kernel/result';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import type { SlackAct } from '@lapwing/shared/slack/slack-acts';
import { findAnyIntroduction } from '../db/repositories/member-introductions.ts';
import { listDoubtfulOfCommunity } from '../db/repositories/slack-messages.ts';
import type { Services } from '../services/services.ts';
import { settleInSlack } from '../services/slack-hand.ts';
import { introductionMissed } from './intro-slack.ts';
import { partyOf } from './sides.ts';

/** As many as anybody reads. */
const MOST_SHOWN = 50;

/** Introductions of the queue of which nobody knows whether they are in Slack. */
export const doubtfulInSlack = ({ db }: Services): CommunityView['inSlack'] =>
  listDoubtfulOfCommunity(db, MOST_SHOWN).map(({ id, introductionId, oneName, otherName, lastError, createdAt }) => {
    const made = findAnyIntroduction(db, introductionId);
    const nameOf = (side: 'student' | 'mentor', first: string) => (made && partyOf(db, made, side)?.name) ?? first;
    return {
      ...{ id, asker: nameOf('student', oneName), mentor: nameOf('mentor', otherName) },
      ...{ reason: lastError, at: createdAt },
    };
  });

/**
 * arrived: it is there; again: it is posted once more, or goes by mail where Slack is off by now; by-mail: each gets a mail in
 * its place. mail-gone where it is settled already, or on its way.
 */
export const settleDoubtful = (services: Services, id: string, act: SlackAct): Result<undefined, Refusal> =>
  settleInSlack(services, { eventId: null, id }, act, (tx, message) => introductionMissed(services, tx, message));
