import type { MailAccount } from '../mail-env.ts';
import type { Fate } from './fate.ts';
import { type Letter, written } from './letter.ts';
import { PATIENCE, type Patience, type SmtpLine, smtpLine } from './smtp-line.ts';

/** Hands letters to the mail server, a few at the same time; the others wait for a line. */
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
  const waiting: ((line: SmtpLine | null) => void)[] = [];
  let closed = false;
  /** A line of its own, or the next that is given back; null once the mailer was closed. */
  async function line(): Promise<SmtpLine | null> {
    if (closed) return null;
    const found = free.pop();
    if (found) return found;
    if (all.size >= LINES) return new Promise((given) => waiting.push(given));
    const made = smtpLine(account, patience);
    all.add(made);
    return made;
  }
  function giveBack(used: SmtpLine): void {
    const next = waiting.shift();
    if (next) next(used);
    else free.push(used);
  }
  return {
    from: account.from,
    lines: LINES,
    async send(letter) {
      const message = await written(letter).catch((error: Error) => error);
      if (message instanceof Error) return { kind: 'refused', reason: message.message };
      const used = await line();
      if (!used) return { kind: 'later', reason: 'The server was stopped.', unreachable: true };
      try {
        return await used.send(account.from, letter.to, message);
      } finally {
        giveBack(used);
      }
    },
    rest() {
      for (const one of free) one.rest();
    },
    close() {
      closed = true;
      for (const given of waiting.splice(0)) given(null);
      for (const one of all) one.cut();
    },
  };
}
