import type { MailState } from './mail.ts';

/**
 * What an organiser does with a mail. again: it goes out (once more); stop: it does not; arrived: they sent it by hand, or
 * know that it came; open: that was a mistake, and nothing is known of it.
 */
export const MAIL_ACTS = ['again', 'stop', 'arrived', 'open'] as const;
export type MailAct = (typeof MAIL_ACTS)[number];

/** What a decision needs to know of a mail. */
export interface MailNow {
  readonly state: MailState;
  readonly attempts: number;
  /** When a mail server took it; null also where somebody marked it as sent by hand. */
  readonly sentAt: number | null;
}

/** Marked as sent by a person: only that can be taken back. */
export const sentByHand = ({ state, sentAt }: MailNow): boolean => state === 'sent' && sentAt === null;

/**
 * The state after an act; null where it cannot be done, since the mail is on its way or out. Doing it twice changes nothing.
 * @param sends whether there is a mail server
 */
export function afterAct(mail: MailNow, act: MailAct, sends: boolean): MailState | null {
  const { state } = mail;
  if (state === 'sending' || (state === 'sent' && !sentByHand(mail))) return null;
  const waiting = sends ? 'queued' : 'draft';
  if (act === 'again') return state === 'sent' ? null : waiting;
  if (act === 'arrived') return 'sent';
  if (act === 'open') return state !== 'sent' ? state : mail.attempts > 0 ? 'unsure' : 'draft';
  return state === 'draft' || state === 'queued' ? 'stopped' : state === 'stopped' ? 'stopped' : null;
}
