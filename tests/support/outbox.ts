import type { MailToQueue } from '@lapwing/shared/event/mail';
import { ok } from '@lapwing/shared/kernel/result';
import { onTestFinished } from 'vitest';
import { mails } from '../../server/src/db/schema.ts';
import { transact } from '../../server/src/db/transact.ts';
import { type Mailer, smtpMailer } from '../../server/src/outbox/mailer.ts';
import { queueMail } from '../../server/src/outbox/queue-mail.ts';
import type { Patience } from '../../server/src/outbox/smtp-line.ts';
import { type MailServer, type MailServerOptions, openMailServer } from './mail-server.ts';
import type { TestApp } from './test-app.ts';

/** So that a server that stays silent is found out in no time. */
export const LITTLE_PATIENCE: Patience = { connectMs: 200, greetingMs: 200, silenceMs: 200 };

export const ACCOUNT = {
  host: '127.0.0.1',
  secure: false,
  user: '',
  password: '',
  from: 'events@night.example.org',
} as const;

/** Our sender, on the way to a mail server of this machine. */
export const mailerTo = (
  port: number,
  more: Partial<Parameters<typeof smtpMailer>[0]> = {},
  patience?: Patience,
): Mailer => smtpMailer({ ...ACCOUNT, port, ...more }, patience);

let keys = 0;

/** Queues a mail in a transaction of its own; what is not said is invented. */
export function queued(t: TestApp, mail: Partial<MailToQueue> = {}): void {
  keys += 1;
  transact(t.db, (tx) => {
    queueMail(tx, t.services, {
      key: `mail-of-a-test-${keys}`,
      kind: 'links',
      eventId: null,
      attendeeId: null,
      to: 'ann@example.org',
      subject: 'Hello',
      body: 'Hello.\n',
      calendar: '',
      ...mail,
    });
    return ok(undefined);
  });
}

export const stored = (t: TestApp) => t.db.select().from(mails).all();

/** "sent sent queued": the states of all mails in the order they were queued. */
export const states = (t: TestApp): string =>
  stored(t)
    .map(({ state }) => state)
    .join(' ');

/** Rings what is due, and waits until no mail is on its way. */
export async function delivered(t: TestApp): Promise<void> {
  t.clock.advance(0);
  while (stored(t).some(({ state }) => state === 'sending')) await new Promise((soon) => setTimeout(soon, 2));
}

/** Lets time pass, and waits until no mail is on its way. */
export async function later(t: TestApp, milliseconds: number): Promise<void> {
  t.clock.jumpTo(t.clock.now() + milliseconds);
  await delivered(t);
}

/** A mail server that is closed when the test is over. */
export async function mailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const server = await openMailServer(options);
  onTestFinished(server.close);
  return server;
}
