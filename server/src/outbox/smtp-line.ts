import { Readable } from 'node:stream';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { MailAccount } from '../mail-env.ts';
import { type Fate, fateOf, type SmtpError } from './fate.ts';

/** How long to wait for the mail server, in milliseconds. */
export interface Patience {
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Without a word, also after the whole mail was handed over. */
  readonly silenceMs: number;
}

export const PATIENCE: Patience = { connectMs: 20_000, greetingMs: 30_000, silenceMs: 120_000 };

/** A server may count mails; a fresh connection now and then keeps below what most of them allow. */
const MAILS_EACH = 100;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/u;

/** One connection to the mail server at a time, opened when needed, used for one mail after another. */
export interface SmtpLine {
  send(from: string, to: string, message: Buffer): Promise<Fate>;
  /** Says goodbye; the next mail opens a new connection. */
  rest(): void;
  /** Hangs up; a mail on its way is answered at once with what is known of it. */
  cut(): void;
}

/** The message, which is read only once the server has asked for it. */
const watched = (message: Buffer, onRead: () => void): Readable =>
  new Readable({
    read() {
      onRead();
      this.push(message);
      this.push(null);
    },
  });

export function smtpLine(account: MailAccount, patience: Patience): SmtpLine {
  let open: SmtpConnection | null = null;
  let mails = 0;
  let handedOver = false;
  let cutOff = false;
  let giveUp = (_error: SmtpError): void => {};

  function leave(how: 'quit' | 'close'): void {
    const left = open;
    open = null;
    mails = 0;
    left?.[how]();
  }

  async function handOver(from: string, to: string, message: Buffer): Promise<void> {
    open ??= await connected(account, patience, (gone) => {
      if (open === gone) leave('close');
    });
    const connection = open;
    // answered already: what was cut must not go out after all
    if (cutOff) return leave('close');
    const stream = watched(message, () => {
      handedOver = true;
    });
    await new Promise<void>((done, failed) => {
      connection.send({ from, to: [to], size: message.length }, stream, (error) => (error ? failed(error) : done()));
    });
  }

  async function once(from: string, to: string, message: Buffer): Promise<Fate> {
    handedOver = false;
    const cut = new Promise<never>((_, failed) => {
      giveUp = failed;
    });
    try {
      await Promise.race([handOver(from, to, message), cut]);
      mails += 1;
      if (mails >= MAILS_EACH) leave('quit');
      return { kind: 'sent' };
    } catch (error) {
      leave('close');
      return fateOf(error as SmtpError, handedOver);
    }
  }

  return {
    async send(from, to, message) {
      const used = open !== null;
      const fate = await once(from, to, message);
      // a connection that rested may be gone by now: that says nothing about the server
      return used && fate.kind === 'later' && fate.unreachable ? once(from, to, message) : fate;
    },
    rest: () => leave('quit'),
    cut() {
      cutOff = true;
      leave('close');
      giveUp({ message: 'The server was stopped.' });
    },
  };
}

/** @throws SmtpError */
function connected(
  { host, port, secure, user, password }: MailAccount,
  patience: Patience,
  onGone: (connection: SmtpConnection) => void,
): Promise<SmtpConnection> {
  const local = LOOPBACK.test(host);
  const connection = new SmtpConnection({
    host,
    port,
    secure,
    // on this machine nobody listens; elsewhere a password is never said in the clear
    ignoreTLS: local,
    requireTLS: !local && user !== '',
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.greetingMs,
    socketTimeout: patience.silenceMs,
  });
  return new Promise((done, refuse) => {
    const failed = (error: SmtpError): void => {
      refuse(error);
      connection.close();
    };
    // also long after: what nobody listens to would end the process
    connection.on('error', failed);
    connection.on('end', () => {
      onGone(connection);
      refuse({ message: 'closed', code: 'ECONNECTION' } satisfies SmtpError);
    });
    connection.connect((error) => {
      if (error) failed(error);
      else if (user === '') done(connection);
      else connection.login({ user, pass: password }, (denied) => (denied ? failed(denied) : done(connection)));
    });
  });
}
