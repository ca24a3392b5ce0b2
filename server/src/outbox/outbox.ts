import { after, type Instant, instant, minutes, seconds } from '@lapwing/shared/kernel/time';
import type { Db } from '../db/connection.ts';
import { keeperInMails } from '../db/repositories/community-keeper.ts';
import { findEvent } from '../db/repositories/events.ts';
import { findInvitation } from '../db/repositories/invitations.ts';
import {
  markSending,
  nextDueMail,
  nextMailAt,
  type Outcome,
  type StoredMail,
  settleMail,
  turnAll,
} from '../db/repositories/mails.ts';
import type { Clock } from '../system-clock.ts';
import type { Fate } from './fate.ts';
import { calendarWithLink, type Letter, withLink } from './letter.ts';
import type { Mailer } from './mailer.ts';
import { nextAttempt } from './waits.ts';

/** Why mail does not get through just now. */
export interface Trouble {
  readonly reason: string;
  /** Until then nothing is tried. */
  readonly until: Instant;
}

/** Takes mail that is queued to the mail server. */
export interface Outbox {
  /** The address mail comes from; null without a mail server: then it waits as drafts. */
  readonly from: string | null;
  /** Something was queued, or may go now. Safe inside a transaction: nothing is looked at before it is over. */
  wake(): void;
  /** The organiser will not wait: what could not be reached is tried at once. */
  insist(): void;
  trouble(): Trouble | null;
  /** Takes nothing more up, and waits a moment for what is on its way. */
  stop(): Promise<void>;
}

export interface OutboxParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly mailer: Mailer | null;
  /** The link that belongs into a mail. */
  readonly linkOf: (mail: StoredMail) => string;
  /** The one in its calendar entry, which whoever sees the calendar can read. */
  readonly calendarLinkOf: (mail: StoredMail) => string;
  readonly failed: (error: unknown) => void;
}

/** After the server could not be reached, one mail tries again, and the others wait for it. */
const REST = minutes(1);
/** Deleted events come back, clocks are set: the queue is looked at anyway. */
const LOOK_EVERY = minutes(1);
/** A disk that is full may have room again. */
const WRITE_AGAIN = seconds(1);
/** How long the shutdown waits for mail on its way. */
const GRACE_MS = 1_000;
const NO_EVENT = 'Lapwing';
const NOT_READ = 'The mail could not be read from the disk.';

/** A mail found as being handed over was so when the machine stopped: it may have gone out, and is not sent by itself. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { db, clock, mailer, failed } = parts;
  const onTheWay = new Set<Promise<void>>();
  let stopped = false;
  let trouble: Trouble | null = null;
  let cancel = (): void => {};

  turnAll(db, 'sending', 'unsure');
  if (mailer === null) turnAll(db, 'queued', 'draft');

  const now = (): Instant => instant(Math.floor(clock.now()));

  function lookAt(at: Instant): void {
    cancel();
    if (!stopped && mailer !== null) cancel = clock.alarm(at, look);
  }

  function look(): void {
    if (stopped || mailer === null) return;
    try {
      takeUp(mailer);
      lookAt(nextLook());
    } catch (error) {
      failed(error);
      lookAt(after(now(), WRITE_AGAIN));
    }
  }

  function nextLook(): Instant {
    const soon = after(now(), LOOK_EVERY);
    if (trouble !== null && trouble.until > now()) return trouble.until;
    // what is due and not taken up waits for a line, which looks again when it is free
    return onTheWay.size > 0 ? soon : instant(Math.min(soon, nextMailAt(db) ?? soon));
  }

  function takeUp(by: Mailer): void {
    if (trouble !== null && now() < trouble.until) return;
    const lines = trouble === null ? by.lines : 1;
    while (onTheWay.size < lines) {
      const mail = nextDueMail(db, now());
      if (!mail) break;
      if (!markSending(db, mail.id)) continue;
      const way = handOver(by, { ...mail, attempts: mail.attempts + 1 }).finally(() => {
        onTheWay.delete(way);
        look();
      });
      onTheWay.add(way);
    }
    if (onTheWay.size === 0) by.rest();
  }

  async function handOver(by: Mailer, mail: StoredMail): Promise<void> {
    const fate = await sent(by, mail);
    const unreachable = fate.kind === 'later' && fate.unreachable;
    trouble = unreachable ? { reason: fate.reason, until: after(now(), REST) } : null;
    await writeDown(mail, fate);
  }

  async function sent(by: Mailer, mail: StoredMail): Promise<Fate> {
    try {
      return await by.send(letterOf(by, mail));
    } catch (error) {
      failed(error);
      return { kind: 'later', reason: NOT_READ, unreachable: false };
    }
  }

  /** The other side has spoken: that is written down, however long the disk takes. */
  async function writeDown(mail: StoredMail, fate: Fate): Promise<void> {
    for (let told = false; ; told = true) {
      try {
        return settleMail(db, mail.id, outcomeOf(mail, fate, now()));
      } catch (error) {
        if (!told) failed(error);
        if (stopped) return;
        await new Promise<void>((again) => clock.alarm(after(now(), WRITE_AGAIN), again));
      }
    }
  }

  function letterOf({ from }: Mailer, mail: StoredMail): Letter {
    const { id, to, subject, eventId, kind } = mail;
    const community = kind === 'community' ? keeperInMails(db).community : '';
    return {
      ...{ id, from, to, subject, date: now() },
      fromName: community || (eventId && findEvent(db, eventId)?.settings.name) || NO_EVENT,
      replyTo: mail.replyTo || (eventId ? findInvitation(db, eventId).contactEmail : ''),
      body: withLink(mail.body, parts.linkOf(mail)),
      calendar: calendarWithLink(mail.calendar, parts.calendarLinkOf(mail)),
    };
  }

  return {
    from: mailer?.from ?? null,
    wake: () => lookAt(now()),
    insist() {
      if (trouble !== null) trouble = { ...trouble, until: now() };
      lookAt(now());
    },
    trouble: () => trouble,
    async stop() {
      stopped = true;
      cancel();
      const settled = async (): Promise<void> => void (await Promise.all(onTheWay));
      await Promise.race([settled(), new Promise((late) => setTimeout(late, GRACE_MS).unref())]);
      mailer?.close();
      await settled();
    },
  };
}

/** What is written down about a mail whose fate is known. */
export function outcomeOf({ id, attempts }: Pick<StoredMail, 'id' | 'attempts'>, fate: Fate, now: Instant): Outcome {
  if (fate.kind === 'sent') return { state: 'sent', nextAttemptAt: null, lastError: '', sentAt: now };
  const lastError = fate.reason;
  if (fate.kind !== 'later') return { state: fate.kind, nextAttemptAt: null, lastError, sentAt: null };
  const nextAttemptAt = nextAttempt(id, attempts, now);
  return { state: nextAttemptAt === null ? 'refused' : 'queued', nextAttemptAt, lastError, sentAt: null };
}
