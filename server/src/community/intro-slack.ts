import { isInventedMember } from '@lapwing/shared/community/invented';
import { introductionOfQueueInSlack } from '@lapwing/shared/mails/introductions-in-slack';
import { tidyLine } from '@lapwing/shared/registration/tidy';
import { keeperInMails } from '../db/repositories/community-keeper.ts';
import type { AnyIntroduction } from '../db/repositories/introductions.ts';
import { changeIntroduction, findAnyIntroduction } from '../db/repositories/member-introductions.ts';
import type { StoredSlackMessage } from '../db/repositories/slack-messages.ts';
import type { Tx } from '../db/transact.ts';
import { queueSlackMessage } from '../outbox/slack/queue-slack.ts';
import type { Services } from '../services/services.ts';
import { slackMissed } from '../services/slack-missed.ts';
import { areKeptApart } from './history.ts';
import { mailBoth } from './intro-mails.ts';
import { type Party, partyOf } from './sides.ts';

/**
 * Brings two who said yes between evenings together, inside the caller's transaction: one message to both in Slack where that
 * is on, else a mail to each (H15). The keys of both let neither go twice.
 */
export function sendQueueIntroduction(services: Services, tx: Tx, made: AnyIntroduction): void {
  if (!postBoth(services, tx, made)) mailQueueIntroduction(services, tx, made);
}

/** In Slack; false where it is for mail. Who turns out not to be there gets it by mail after all (`introductionMissed`). */
function postBoth(services: Services, tx: Tx, made: AnyIntroduction): boolean {
  const [asker, mentor] = [partyOf(tx, made, 'student'), partyOf(tx, made, 'mentor')];
  if (!asker || !mentor || areKeptApart(services, asker, mentor)) return false;
  if (isInventedMember(asker) || isInventedMember(mentor)) return false;
  const introduced = ({ name, firstName, headline }: Party, line: string) => ({
    ...{ name: tidyLine(name), firstName: tidyLine(firstName), about: tidyLine(headline), line },
  });
  const both = { student: introduced(asker, made.studentLine), mentor: introduced(mentor, '') };
  const isQueued = queueSlackMessage(tx, services, {
    ...{ key: `introduced:${made.id}`, eventId: null, introductionId: made.id },
    one: { id: asker.attendeeId, name: both.student.firstName, address: asker.email },
    other: { id: mentor.attendeeId, name: both.mentor.firstName, address: mentor.email },
    ...introductionOfQueueInSlack([asker.language, mentor.language], both, keeperInMails(tx).name),
  });
  if (isQueued) changeIntroduction(tx, made.id, { told: 'slack' });
  return isQueued;
}

function mailQueueIntroduction(services: Services, tx: Tx, made: AnyIntroduction): void {
  changeIntroduction(tx, made.id, { told: 'mail' });
  mailBoth(
    services,
    tx,
    made,
    (side) => `introduced:${made.id}:${side}`,
    (texts, facts, { name, headline, email }, side) =>
      texts.introduced(facts, { name, headline, email, line: made.studentLine, asked: side === 'student' }),
  );
}

/** An introduction does not go out in Slack: its two mails are written in this transaction. */
export function introductionMissed(services: Services, tx: Tx, message: StoredSlackMessage): void {
  const made = message.eventId === null ? findAnyIntroduction(tx, message.introductionId) : undefined;
  if (made?.origin === 'queue') mailQueueIntroduction(services, tx, made);
  else slackMissed(services, tx, message);
}
