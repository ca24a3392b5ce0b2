import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** Says no to a mail, with the code that decides whether for ever (5xx) or for now (4xx). */
export class No extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

export interface MailServer {
  readonly port: number;
  /** What was accepted, in the order it came. */
  readonly mails: readonly ParsedMail[];
  /** Addresses that were asked for, each time. */
  readonly asked: readonly string[];
  /** Connections that were opened. */
  connections(): number;
  close(): Promise<void>;
}

export interface MailServerOptions {
  readonly port?: number;
  /** What it answers to a recipient; null: welcome. */
  readonly toRecipient?: (address: string, time: number) => Error | null;
  /** Before it takes a whole mail: throws to refuse it, waits to be slow. */
  readonly toMail?: (mail: ParsedMail, session: SMTPServerSession) => Promise<void> | void;
  /** It has the mail and has not said so. */
  readonly afterMail?: () => Promise<void>;
  readonly user?: { readonly name: string; readonly password: string };
  readonly more?: SMTPServerOptions;
}

/** A real mail server on loopback; it is closed by whoever opened it. */
export async function openMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { toRecipient, toMail, user } = options;
  const mails: ParsedMail[] = [];
  const asked: string[] = [];
  let connections = 0;
  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const mail = await simpleParser(stream);
    await toMail?.(mail, session);
    mails.push(mail);
    await options.afterMail?.();
  }
  const server = new SMTPServer({
    authOptional: user === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onAuth({ username, password }, _session, done) {
      const known = username === user?.name && password === user?.password;
      done(known ? null : new No(535, 'Who are you?'), known ? { user: username } : undefined);
    },
    onRcptTo({ address }, _session, done) {
      asked.push(address);
      done(toRecipient?.(address, asked.filter((each) => each === address).length) ?? undefined);
    },
    onData(stream, session, done) {
      take(stream, session).then(() => done(), done);
    },
    ...options.more,
  });
  // whoever hangs up on it is tested on the other side
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    asked,
    connections: () => connections,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
