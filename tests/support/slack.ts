import { introductionId } from '@lapwing/shared/kernel/ids';
import { seconds } from '@lapwing/shared/kernel/time';
import type { SlackMessageToQueue } from '@lapwing/shared/slack/slack-message';
import { onTestFinished } from 'vitest';
import type { StoredSlackMessage } from '../../server/src/db/repositories/slack-messages.ts';
import { slackMessages } from '../../server/src/db/schema.ts';
import { commit } from '../../server/src/db/transact.ts';
import { queueSlackMessage } from '../../server/src/outbox/slack/queue-slack.ts';
import { slackLine } from '../../server/src/outbox/slack/slack-line.ts';
import { createSlackOutbox, type SlackOutbox } from '../../server/src/outbox/slack/slack-outbox.ts';
import { type FakeSlack, openFakeSlack, SIGNING_SECRET, SLACK_TOKEN } from './fake-slack.ts';
import type { TestApp } from './test-app.ts';

/** So that a Slack that stays silent is found out in no time. */
export const LITTLE_SLACK_PATIENCE = { callMs: 1_000 };
/** How long a message whose fate is unknown is left alone. */
export const DOUBT = seconds(30);

export const accountAt = ({ api }: Pick<FakeSlack, 'api'>) => ({
  token: SLACK_TOKEN,
  signingSecret: SIGNING_SECRET,
  api,
});

/** Slack on this machine, with Ann and Ben in it; closed when the test is over. */
export async function fakeSlack(onPort?: number): Promise<FakeSlack> {
  const slack = await openFakeSlack(onPort);
  slack.people.push({ id: 'UANN', email: 'ann@example.org' }, { id: 'UBEN', email: 'ben@example.org' });
  onTestFinished(slack.close);
  return slack;
}

export interface SlackOut {
  readonly outbox: SlackOutbox;
  /** What went another way, in order. */
  readonly missed: StoredSlackMessage[];
  /** Queues an introduction of Ann and Ben; what is not said is invented. */
  queued(message?: Partial<SlackMessageToQueue>): void;
  stored(): StoredSlackMessage[];
  /** "sent queued": the states of all messages in the order they were queued. */
  states(): string;
  /** Rings what is due, and waits until nothing is on its way. */
  delivered(): Promise<void>;
  /** Lets time pass, rings, and waits until nothing is on its way. */
  later(milliseconds: number): Promise<void>;
}

const rethrown = (error: unknown): never => {
  throw error;
};

let keys = 0;

/** An outbox for Slack on the data of an app; stopped when the test is over. */
export function slackOut(
  t: TestApp,
  slack: Pick<FakeSlack, 'api'>,
  { account = {}, failed = rethrown }: { account?: object; failed?: (error: unknown) => void } = {},
): SlackOut {
  const missed: StoredSlackMessage[] = [];
  const line = slackLine({ ...accountAt(slack), ...account }, LITTLE_SLACK_PATIENCE);
  const outbox = createSlackOutbox({
    ...{ db: t.db, clock: t.clock, line, doubt: DOUBT },
    missed: (_tx, message) => void missed.push(message),
    failed,
  });
  outbox.wake();
  onTestFinished(() => outbox.stop());
  const stored = (): StoredSlackMessage[] => t.db.select().from(slackMessages).all();
  return {
    ...{ outbox, missed, stored },
    queued(message = {}) {
      keys += 1;
      const one = { id: null, name: 'Ann', address: 'ann@example.org' };
      const other = { id: null, name: 'Ben', address: 'ben@example.org' };
      commit(t.db, (tx) =>
        queueSlackMessage(
          tx,
          { ...t.services, slack: { outbox } },
          {
            ...{ key: `introduction:${keys}`, eventId: null, introductionId: introductionId(`i${keys}`), one, other },
            ...{ heading: 'Ann, this is Ben.', body: 'You met at Careers Night, round 2.' },
            ...message,
          },
        ),
      );
    },
    states: () =>
      stored()
        .map(({ state }) => state)
        .join(' '),
    async delivered() {
      t.clock.advance(0);
      await outbox.settled();
    },
    async later(milliseconds) {
      t.clock.jumpTo(t.clock.now() + milliseconds);
      t.clock.advance(0);
      await outbox.settled();
    },
  };
}
