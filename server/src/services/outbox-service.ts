import type { MailKind, MailState } from '@lapwing/shared/event/mail';
import { afterAct, type MailAct } from '@lapwing/shared/event/mail-acts';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { MailCounts, MailLine, MailToRead, OutboxView, Queued } from '@lapwing/shared/protocol/outbox-api';
import { tellAudit } from '../db/audit-pen.ts';
import { findAttendee } from '../db/repositories/attendees.ts';
import { countMails, findMail, listMails, saveMail, turnMails } from '../db/repositories/event-mails.ts';
import type { StoredMail } from '../db/repositories/mails.ts';
import { transact } from '../db/transact.ts';
import { withLink } from '../outbox/letter.ts';
import { mailLink } from './mail-links.ts';
import { reminderPlan } from './reminders.ts';
import { type Services, wholeNow } from './services.ts';
import { slackNow } from './slack-hand.ts';

/** As many as anybody reads; whoever looks for one mail searches. */
const MOST_SHOWN = 200;
const NONE: MailCounts = { draft: 0, queued: 0, sending: 0, sent: 0, refused: 0, unsure: 0, stopped: 0 };

/** @param find part of an address or a subject; '' for all */
export function outboxView(
  services: Services,
  eventId: EventId,
  state: MailState | null,
  find: string,
): Result<OutboxView, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const { db, outbox } = services;
  const rows = countMails(db, eventId);
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const counts = summed(rows);
  const mails = listMails(db, eventId, state, find, MOST_SHOWN);
  const among = state === null ? rows.reduce((sum, row) => sum + row.count, 0) : counts[state];
  return ok({
    from: outbox.from,
    trouble: outbox.trouble(),
    counts,
    batches: Object.fromEntries(kinds.map((kind) => [kind, summed(rows.filter((row) => row.kind === kind))])),
    mails: mails.map(lineOf),
    more: find === '' ? among - mails.length : 0,
    reminder: reminderPlan(services, eventId),
    slack: slackNow(services, eventId),
  });
}

function summed(rows: readonly { readonly state: MailState; readonly count: number }[]): MailCounts {
  const counts = { ...NONE };
  for (const { state, count } of rows) counts[state] += count;
  return counts;
}

const lineOf = (mail: StoredMail): MailLine => {
  const { id, kind, to, subject, state, attempts, nextAttemptAt, lastError, createdAt, sentAt } = mail;
  return { id, kind, to, subject, state, attempts, nextAttemptAt, lastError, createdAt, sentAt };
};

/** The text of one mail with its link, as it goes out. */
export function mailToRead(services: Services, eventId: EventId, id: string): Result<MailToRead, Refusal> {
  const mail = services.evenings.get(eventId) && findMail(services.db, eventId, id);
  if (!mail) return refused(refusal('not-found'));
  tellAudit({ person: mail.attendeeId });
  const { to, subject, calendar } = mail;
  return ok({ id, to, subject, body: withLink(mail.body, mailLink(services, mail)), withCalendar: calendar !== '' });
}

/** Does what the organiser wants with one mail. mail-gone where it is on its way or out. */
export function actOnMail(services: Services, eventId: EventId, id: string, act: MailAct): Result<MailLine, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const { outbox } = services;
  const done = transact<MailLine, Refusal>(services.db, (tx) => {
    const mail = findMail(tx, eventId, id);
    if (!mail) return refused(refusal('not-found'));
    const state = afterAct(mail, act, outbox.from !== null);
    if (state === null) return refused(refusal('mail-gone'));
    const again = act === 'again';
    // an address that was put right meanwhile is the one that counts
    const to = (again && mail.attendeeId && findAttendee(tx, eventId, mail.attendeeId)?.email) || mail.to;
    const nextAttemptAt = state === 'queued' ? (again ? wholeNow(services.clock) : mail.nextAttemptAt) : null;
    // asked for anew, it has all its attempts before it
    const changes = { state, to, nextAttemptAt, ...(again && state !== mail.state ? { attempts: 0 } : {}) };
    saveMail(tx, id, changes);
    tellAudit({ person: mail.attendeeId });
    return ok(lineOf({ ...mail, ...changes }));
  });
  if (done.ok) outbox.insist();
  return done;
}

/** What an organiser does with many mails at once. */
export type BatchAct = 'stop' | 'resume' | 'release' | 'try';

/** Which mails an act is about. */
const ABOUT: Readonly<Record<BatchAct, readonly MailState[]>> = {
  stop: ['queued', 'draft'],
  resume: ['stopped'],
  release: ['draft'],
  try: [],
};

/** stop takes back what has not gone, resume lets it go after all, release lets drafts go. Answers how many. */
export function actOnMails(
  services: Services,
  eventId: EventId,
  act: BatchAct,
  kind: MailKind | null,
): Result<Queued, Refusal> {
  if (!services.evenings.get(eventId)) return refused(refusal('not-found'));
  const waiting = services.outbox.from === null ? 'draft' : 'queued';
  const state = act === 'stop' ? 'stopped' : waiting;
  const nextAttemptAt = state === 'queued' ? wholeNow(services.clock) : null;
  const done = transact<Queued, Refusal>(services.db, (tx) => {
    const queued = turnMails(tx, eventId, kind, ABOUT[act], { state, nextAttemptAt });
    tellAudit({ count: queued });
    return ok({ queued });
  });
  services.outbox.insist();
  services.slack?.outbox.insist();
  return done;
}
