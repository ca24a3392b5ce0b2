/**
 * Opens a data folder as a server does after a start, makes the introductions of an evening that are due and hands their mails
 * to a mail server, and dies by kill -9 before a chosen statement of it; without one it says "done" when nothing is left to do.
 * Arguments: the folder, the event, the time, the port of the mail server, the number of the statement or 0,
 * the folder of the migrations.
 */
import type { EventId } from '@lapwing/shared/kernel/ids';
import { openDb } from '../../server/src/db/connection.ts';
import { countMails } from '../../server/src/db/repositories/event-mails.ts';
import { createHub } from '../../server/src/fanout/hub.ts';
import { smtpMailer } from '../../server/src/outbox/mailer.ts';
import { createOutbox } from '../../server/src/outbox/outbox.ts';
import { keyFrom, secretsFrom } from '../../server/src/secrets.ts';
import { createEvenings } from '../../server/src/services/evenings.ts';
import { introduceDue } from '../../server/src/services/introductions-clock.ts';
import { mailLink } from '../../server/src/services/mail-links.ts';
import type { Services } from '../../server/src/services/services.ts';
import { fakeClock } from './fake-clock.ts';

const [dataDir = '', event = '', at = '', port = '', last = '', migrations = ''] = process.argv.slice(2);
const db = await openDb(dataDir, migrations);
let statements = 0;
const { prepare } = db.$client;
db.$client.prepare = ((sql: string) => {
  statements += 1;
  if (statements === Number(last)) process.kill(process.pid, 'SIGKILL');
  return prepare.call(db.$client, sql);
}) as typeof prepare;

const clock = fakeClock(Number(at));
const secrets = secretsFrom(keyFrom(dataDir));
const failed = (error: unknown): never => {
  throw error;
};
const account = {
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  user: '',
  password: '',
  from: 'a@night.example.org',
};
const hub = createHub();
const linkOrigin = (): string => 'http://localhost:3000';
const more = { roomCode: () => '', waitingChanges: () => 0 };
const evenings = createEvenings({ db, clock, hub, epoch: 'e', linkOrigin, failed, ...more });
const outbox = createOutbox({
  ...{ db, clock, failed, mailer: smtpMailer(account) },
  linkOf: (mail) => mailLink({ db, secrets, linkOrigin }, mail),
  calendarLinkOf: () => '',
});
const services = { db, clock, hub, secrets, evenings, outbox, linkOrigin, slack: null } as unknown as Services;

introduceDue(services, event as EventId);
outbox.wake();
const isOpen = (): boolean =>
  countMails(db, event as EventId).some(({ state }) => state === 'queued' || state === 'sending');
while (isOpen()) {
  clock.advance(0);
  await new Promise((soon) => setTimeout(soon, 1));
}
process.stdout.write(`done ${statements}\n`);
process.exit(0);
