import type { EventId } from '@lapwing/shared/kernel/ids';
import type { MadeIntroduction } from '@lapwing/shared/protocol/introductions-api';
import { mailsByKey } from '../db/repositories/event-mails.ts';
import { type IntroductionRow, introductionKeys } from '../db/repositories/introductions.ts';
import type { StoredMail } from '../db/repositories/mails.ts';
import { type StoredSlackMessage, slackMessageOf } from '../db/repositories/slack-messages.ts';
import type { Tx } from '../db/transact.ts';

/** What became of an introduction: its own state before it was released, then that of its mails or of its message in Slack. */
type Fate = Pick<MadeIntroduction, 'state' | 'sentAt' | 'reason'>;

type Carried = Pick<StoredMail, 'state' | 'lastError' | 'sentAt'> & { readonly to: string };

/** In these nobody can say that it arrived, and nothing happens by itself. An *unsure* one counts as told: it is not sent again without a word. */
const TROUBLE: readonly Carried['state'][] = ['refused', 'unsure', 'stopped'];

/** Reads the mails of an evening once. */
export function fatesOf(tx: Tx, eventId: EventId): (made: IntroductionRow) => Fate {
  const mails = mailsByKey(tx, eventId, 'introduction');
  return (made) => {
    if (made.state !== 'released') return { state: made.state, sentAt: null, reason: '' };
    const message = made.told === 'slack' ? slackMessageOf(tx, made.id) : undefined;
    if (message) return fateOf(made, [asCarried(message)]);
    return fateOf(
      made,
      introductionKeys(made).flatMap((key) => mails.get(key) ?? []),
    );
  };
}

const asCarried = ({ state, lastError, sentAt, oneAddress, otherAddress }: StoredSlackMessage): Carried => ({
  ...{ state, lastError, sentAt, to: `${oneAddress}, ${otherAddress}` },
});

function fateOf({ sentAt }: IntroductionRow, carried: readonly Carried[]): Fate {
  const failed = carried.filter(({ state }) => TROUBLE.includes(state));
  if (failed.length > 0)
    return {
      ...{ state: 'trouble', sentAt: null },
      reason: failed.map(({ to, lastError }) => (lastError === '' ? to : `${to}: ${lastError}`)).join(' '),
    };
  if (carried.some(({ state }) => state !== 'sent')) return { state: 'sending', sentAt: null, reason: '' };
  // at a rehearsal nothing goes out, and mails go with the names
  const times = carried.flatMap((one) => (one.sentAt === null ? [] : [one.sentAt]));
  return { state: 'sent', sentAt: times.length > 0 ? (Math.max(...times) as typeof sentAt) : sentAt, reason: '' };
}
