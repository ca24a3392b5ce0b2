import type { MailState } from '@lapwing/shared/event/mail';
import { afterAct, type MailAct, type MailNow, sentByHand } from '@lapwing/shared/event/mail-acts';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { MailCounts, MailLine } from '@lapwing/shared/protocol/outbox-api';
import { type Sentence, sentence } from '../sentence.ts';

/** The states in the order in which somebody would look: what needs a hand first. */
export const STATES: readonly MailState[] = ['refused', 'unsure', 'draft', 'queued', 'sending', 'sent', 'stopped'];

/** How a state looks beside its word. */
export const TONES: Readonly<Record<MailState, 'ok' | 'warn' | 'plain'>> = {
  draft: 'plain',
  queued: 'plain',
  sending: 'plain',
  sent: 'ok',
  refused: 'warn',
  unsure: 'warn',
  stopped: 'plain',
};

/** What stands below a mail: why it waits, or why it did not go. */
export function whatOf(mail: MailLine, time: (at: Instant) => string): Sentence | null {
  const { state, lastError: reason, nextAttemptAt, attempts, sentAt } = mail;
  if (state === 'unsure') return sentence('mail.unsure');
  if (state === 'refused') return sentence('mail.refused', { reason });
  if (state === 'queued' && attempts > 0 && nextAttemptAt !== null)
    return sentence('mail.later', { reason, time: time(nextAttemptAt) });
  if (sentByHand(mail)) return sentence('mail.by-hand');
  return state === 'sent' && sentAt !== null ? sentence('mail.sent-at', { time: time(sentAt) }) : null;
}

/** What can be done with a mail, the likeliest first. */
export function actsOn(mail: MailNow, sends: boolean): readonly MailAct[] {
  const likely: readonly MailAct[] = sends
    ? ['again', 'stop', 'arrived', 'open']
    : ['arrived', 'open', 'again', 'stop'];
  return likely.filter((act) => {
    const next = afterAct(mail, act, sends);
    // a mail that waits for its next attempt can go now
    return next !== null && (next !== mail.state || (act === 'again' && mail.state === 'queued' && mail.attempts > 0));
  });
}

/** How far mails to everybody are, in numbers. */
export interface Progress {
  readonly sent: number;
  readonly of: number;
  /** Refused, or in doubt. */
  readonly wrong: number;
  /** Still to go. */
  readonly open: number;
  readonly stopped: number;
}

/** The states of mails to everybody, summed up. */
export const progressOf = (counts: MailCounts): Progress => {
  const { sent, refused, unsure, queued, sending, draft, stopped } = counts;
  const wrong = refused + unsure;
  const open = queued + sending + draft;
  return { sent, wrong, open, stopped, of: sent + wrong + open + stopped };
};

/** A link that opens the mail in the person's own mail program. Long texts are cut there, so the page has a copy button too. */
export const mailtoOf = ({ to, subject, body }: Record<'to' | 'subject' | 'body', string>): string =>
  `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
