import { minutes } from '@lapwing/shared/kernel/time';
import { findStaffByEmail } from '../db/repositories/staff.ts';
import type { Mailer } from '../outbox/mailer.ts';
import { createAttempts, type Patience } from '../services/attempts.ts';
import { type Services, wholeNow } from '../services/services.ts';
import type { Passwords } from './passwords.ts';
import type { Proofs } from './proofs.ts';

/**
 * Mailed links to one account. Each is good for ten minutes, so whoever asks a fourth time has three that work; a stranger
 * who goes on asking sends no more than these.
 */
const LINKS: Patience = { most: 3, within: minutes(10) };

interface Parts {
  readonly key: Buffer;
  readonly passwords: Passwords;
  readonly https: boolean;
  readonly mailer: Mailer | null;
}

const hasOneFactor = (db: Services['db'], email: string): boolean =>
  findStaffByEmail(db, email)?.twoFactorEnabled === false;

/** Loads what proves accounts when somebody first signs in: a server that starts in the middle of a night does not wait for it. */
export function proofsOnDemand(services: Services, { key, passwords, https, mailer }: Parts): () => Promise<Proofs> {
  let made: Promise<Proofs> | undefined;
  const askedTooOften = createAttempts(services.clock, LINKS);
  const make = async (): Promise<Proofs> => {
    const { makeProofs } = await import('./proofs.ts');
    const { db, origins } = services;
    const { allowed } = origins;
    return makeProofs({
      ...{ db, key, passwords, https, allowed, mailLink },
      origin: origins.forConsole(),
      mayMail: (email) => mailer !== null && !askedTooOften.tooMany(email) && hasOneFactor(db, email),
    });
  };
  /** Not through the outbox: what it holds can be read on the console, and this signs in. */
  async function mailLink({ email }: { readonly email: string }, token: string): Promise<void> {
    if (!mailer || askedTooOften.tooMany(email)) return;
    askedTooOften.note(email);
    const address = `${services.origins.forConsole()}/#mailed-${token}`;
    await mailer.send({
      id: services.secrets.newId(),
      fromName: 'Lapwing',
      from: mailer.from,
      to: email,
      replyTo: '',
      subject: 'Your link to the console',
      body: `This address signs you in to the console, once and within ten minutes:\n\n${address}\n\nYou did not ask for it? Then do nothing.\n`,
      calendar: '',
      date: wholeNow(services.clock),
    });
  }
  return () => {
    made ??= make();
    return made;
  };
}
