import { after, type Duration, earlier, type Instant, instant, minutes, seconds } from '@lapwing/shared/kernel/time';
import { escaped, sectionsOf } from '@lapwing/shared/slack/slack-message';
import type { Db } from '../../db/connection.ts';
import {
  askAfterSending,
  markPosting,
  nextDueSlackMessage,
  nextSlackMessageAt,
  type SlackChange,
  type StoredSlackMessage,
  settleSlackMessage,
} from '../../db/repositories/slack-messages.ts';
import { commit, type Tx } from '../../db/transact.ts';
import type { Clock } from '../../system-clock.ts';
import type { Trouble } from '../outbox.ts';
import { nextAttempt } from '../waits.ts';
import type { SlackLine } from './slack-line.ts';
import { type SlackProblem, slackProblem } from './slack-problem.ts';

/** Takes introductions that are queued to Slack, one after the other. */
export interface SlackOutbox {
  /** Something was queued, or may go now. Safe inside a transaction: nothing is looked at before it is over. */
  wake(): void;
  /** The organiser will not wait: what could not be reached is tried at once. */
  insist(): void;
  /** Why nothing gets through just now. */
  trouble(): Trouble | null;
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>;
  /** Takes nothing more up, and waits a moment for what is on its way. */
  stop(): Promise<void>;
}

export interface SlackOutboxParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly line: SlackLine;
  /** A message will not go out in Slack: whatever goes instead is written in this transaction. */
  readonly missed: (tx: Tx, message: StoredSlackMessage) => void;
  readonly failed: (error: unknown) => void;
  /** How long a message whose fate is unknown is left alone before Slack is asked: what was under way has arrived by then. */
  readonly doubt?: Duration;
}

const DOUBT = seconds(30);
/** Deleted events come back, clocks are set: the queue is looked at anyway. */
const LOOK_EVERY = minutes(1);
/** A disk that is full may have room again. */
const WRITE_AGAIN = seconds(1);
/** How long the shutdown waits for a message on its way. */
const GRACE_MS = 1_000;

/** Decisions 21 and 22 hold here too, but that Slack can be asked what became of a message. */
export function createSlackOutbox(parts: SlackOutboxParts): SlackOutbox {
  const { db, clock, failed } = parts;
  const doubt = parts.doubt ?? DOUBT;
  const now = (): Instant => instant(Math.floor(clock.now()));
  let onTheWay: Promise<void> | null = null;
  let stopped = false;
  let trouble: Trouble | null = null;
  let cancel = (): void => {};

  askAfterSending(db, after(now(), doubt));

  function lookAt(at: Instant): void {
    cancel();
    if (!stopped) cancel = clock.alarm(at, look);
  }

  function look(): void {
    if (stopped || onTheWay !== null) return;
    try {
      takeUp();
    } catch (error) {
      failed(error);
      lookAt(after(now(), WRITE_AGAIN));
    }
  }

  function takeUp(): void {
    const resting = trouble !== null && now() < trouble.until;
    const message = resting ? undefined : nextDueSlackMessage(db, now());
    if (!message) lookAt(nextLook());
    else
      onTheWay = carried(message).finally(() => {
        onTheWay = null;
        look();
      });
  }

  function nextLook(): Instant {
    if (trouble !== null && now() < trouble.until) return trouble.until;
    const soon = after(now(), LOOK_EVERY);
    return earlier(soon, nextSlackMessageAt(db) ?? soon);
  }

  async function carried(message: StoredSlackMessage): Promise<void> {
    const course: Course = { ...parts, now, doubt, stopped: () => stopped, written, troubled };
    try {
      await (message.state === 'sending' ? askedAfter(course, message) : delivered(course, message));
    } catch (error) {
      // whatever it is, it is not to be tried in a circle
      failed(error);
      troubled({ reason: 'Something failed at this end.', pause: LOOK_EVERY });
    }
  }

  function troubled(why: Pick<SlackProblem, 'reason' | 'pause'> | null): void {
    trouble = why && { reason: why.reason, until: after(now(), why.pause) };
  }

  /** Slack has spoken: that is written down, however long the disk takes. */
  async function written(work: (tx: Tx) => void): Promise<void> {
    for (let told = false; ; told = true) {
      try {
        return commit(db, work);
      } catch (error) {
        if (!told) failed(error);
        if (stopped) return;
        await new Promise<void>((again) => clock.alarm(after(now(), WRITE_AGAIN), again));
      }
    }
  }

  async function settled(): Promise<void> {
    while (onTheWay !== null) await onTheWay;
  }

  return {
    settled,
    wake: () => lookAt(now()),
    insist() {
      if (trouble !== null) trouble = { ...trouble, until: now() };
      lookAt(now());
    },
    trouble: () => trouble,
    async stop() {
      stopped = true;
      cancel();
      await Promise.race([settled(), new Promise((late) => setTimeout(late, GRACE_MS).unref())]);
      parts.line.cut();
      await settled();
    },
  };
}

/** What carrying one message works with. */
interface Course extends Pick<SlackOutboxParts, 'db' | 'line' | 'missed'> {
  readonly now: () => Instant;
  readonly doubt: Duration;
  readonly stopped: () => boolean;
  /** Commits it, however often that takes. */
  readonly written: (work: (tx: Tx) => void) => Promise<void>;
  /** All wait; null: it works again. */
  readonly troubled: (why: Pick<SlackProblem, 'reason' | 'pause'> | null) => void;
}

/** Finds the two, opens their conversation, and posts into it. */
async function delivered(course: Course, message: StoredSlackMessage): Promise<void> {
  const { db, line, written } = course;
  const channel = await conversationOf(course, message);
  if (channel === null || course.stopped()) return;
  // stopped or erased meanwhile
  if (!commit(db, (tx) => markPosting(tx, message.id, channel))) return;
  const posting = { ...message, attempts: message.attempts + 1 };
  try {
    const { id: mark, heading, body } = message;
    await line.post({ channel, mark, heading: escaped(heading), sections: sectionsOf(`${heading}\n\n${body}`, mark) });
    course.troubled(null);
    const sent = { state: 'sent', nextAttemptAt: null, lastError: '', sentAt: course.now() } as const;
    await written((tx) => settleSlackMessage(tx, message.id, 'sending', sent));
  } catch (error) {
    const problem = slackProblem(error);
    if (!problem.mayBeDone) return await putOff(course, posting, 'sending', problem);
    course.troubled(problem);
    const asked = { nextAttemptAt: after(course.now(), course.doubt), lastError: problem.reason };
    await written((tx) => settleSlackMessage(tx, message.id, 'sending', asked));
  }
}

/** The id of the conversation; null where there is none, and what follows from that is written down. */
async function conversationOf(course: Course, message: StoredSlackMessage): Promise<string | null> {
  const { line } = course;
  try {
    const one = await line.userWith(message.oneAddress);
    const other = await line.userWith(message.otherAddress);
    course.troubled(null);
    const why = whyNotInSlack(message, one, other);
    if (why === null && one !== null && other !== null) return await line.open(one, other);
    await givenUp(course, message, 'queued', 'stopped', why ?? '');
  } catch (error) {
    await putOff(course, { ...message, attempts: message.attempts + 1 }, 'queued', slackProblem(error));
  }
  return null;
}

function whyNotInSlack(message: StoredSlackMessage, one: string | null, other: string | null): string | null {
  if (one === null && other === null) return `${message.oneName} and ${message.otherName} are not on Slack.`;
  if (one === null) return `${message.oneName} is not on Slack.`;
  if (other === null) return `${message.otherName} is not on Slack.`;
  return one === other ? 'Both addresses belong to one person in Slack.' : null;
}

/** Nothing was posted: it is tried later, or not at all. @param message with the attempt that failed counted */
async function putOff(
  course: Course,
  message: StoredSlackMessage,
  from: 'queued' | 'sending',
  problem: SlackProblem,
): Promise<void> {
  const { kind, reason } = problem;
  const { id, attempts } = message;
  if (kind === 'refused') return givenUp(course, message, from, 'refused', reason);
  if (kind !== 'hiccup') {
    course.troubled(problem);
    // it is not this message's fault, and its turn comes first again
    return await change(course, message, from, { state: 'queued', nextAttemptAt: course.now(), lastError: reason });
  }
  const nextAttemptAt = nextAttempt(id, attempts, course.now());
  if (nextAttemptAt === null) return givenUp(course, message, from, 'refused', reason);
  await change(course, message, from, { state: 'queued', attempts, nextAttemptAt, lastError: reason });
}

const change = (course: Course, { id }: StoredSlackMessage, from: StoredSlackMessage['state'], to: SlackChange) =>
  course.written((tx) => settleSlackMessage(tx, id, from, to));

/** It does not go out in Slack, and what goes instead is written with that. */
const givenUp = (
  { missed, written }: Course,
  message: StoredSlackMessage,
  from: 'queued' | 'sending',
  state: 'stopped' | 'refused',
  lastError: string,
): Promise<void> =>
  written((tx) => {
    const isOurs = settleSlackMessage(tx, message.id, from, { state, nextAttemptAt: null, lastError });
    if (isOurs) missed(tx, { ...message, state, lastError });
  });

/** It was being handed over when the line or this server broke: Slack is asked whether it has it, and only if not it goes again. */
async function askedAfter(course: Course, message: StoredSlackMessage): Promise<void> {
  const to = (change_: SlackChange): Promise<void> => change(course, message, 'sending', change_);
  try {
    const isThere = await course.line.hasPosted(message.channel, message.id);
    course.troubled(null);
    const at = course.now();
    if (isThere === true) return await to({ state: 'sent', nextAttemptAt: null, lastError: '', sentAt: at });
    if (isThere === false) return await to({ state: 'queued', nextAttemptAt: at });
    await to({ state: 'unsure', nextAttemptAt: null, lastError: 'The conversation is too long to look for it.' });
  } catch (error) {
    const problem = slackProblem(error);
    const { kind, code, reason } = problem;
    if (kind === 'refused' || code === 'missing_scope')
      return await to({ state: 'unsure', nextAttemptAt: null, lastError: reason });
    if (kind !== 'hiccup') course.troubled(problem);
    const pause = kind === 'hiccup' ? problem.pause : course.doubt;
    await to({ nextAttemptAt: after(course.now(), pause), lastError: reason });
  }
}
