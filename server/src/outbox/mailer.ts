import type { MailAccount } from '../mail-env.ts';
import type { Fate } from './fate.ts';
import { type Letter, written } from './letter.ts';
import { PATIENCE, type Patience, type SmtpLine, smtpLine } from './smtp-line.ts';

/** Hands letters to the mail server, a few at the same time. */
export interface Mailer {
  /** The address that mail comes from. */
  readonly from: string;
  /** How many letters it takes at the same time. */
  readonly lines: number;
  /** Never throws. */
  send(letter: Letter): Promise<Fate>;
  /** Nothing to do for now: connections are given back. */
  rest(): void;
  /** Hangs up, whatever goes on. */
  close(): void;
}

/** Polite to a shared mail server, and enough: three lines carry some ten mails a second. */
const LINES = 3;

export function smtpMailer(account: MailAccount, patience: Patience = PATIENCE): Mailer {
  const free: SmtpLine[] = [];
  const all = new Set<SmtpLine>();
  function line(): SmtpLine {
    const found = free.pop();
    if (found) return found;
    const made = smtpLine(account, patience);
    all.add(made);
    return made;
  }
  return {
    from: account.from,
    lines: LINES,
    async send(letter) {
      const message = await written(letter).catch((error: Error) => error);
      if (message instanceof Error) return { kind: 'refused', reason: message.message };
      const used = line();
      try {
        return await used.send(account.from, letter.to, message);
      } finally {
        free.push(used);
      }
    },
    rest() {
      for (const one of free) one.rest();
    },
    close() {
      for (const one of all) one.cut();
    },
  };
}
