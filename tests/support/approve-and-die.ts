/**
 * Starts a server on a data folder with a mail server, has a batch of approved proposals go out, and prints a line when the
 * first ones are asked. Arguments: the folder, the port of the mail server, whether the batch is to be made.
 */
import { introRequestId, memberId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import { boot } from '../../server/src/boot.ts';
import { saveProfile } from '../../server/src/db/repositories/community-profiles.ts';
import { insertRequest } from '../../server/src/db/repositories/intro-requests.ts';
import { insertMember } from '../../server/src/db/repositories/members.ts';
import { insertProposal } from '../../server/src/db/repositories/proposals.ts';
import { commit } from '../../server/src/db/transact.ts';
import { readEnv } from '../../server/src/env.ts';
import { profileSaying } from './answers.ts';

/** How many are approved at once. */
const BATCH = 40;

const [dataDir = '', port = '', make = ''] = process.argv.slice(2);
const mail = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'us@example.org' };
const env = readEnv({ DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', ...mail }, process.cwd());
if (!env.ok) throw new Error(env.refusal);
const { services } = await boot(env.value);
const at = instant(Math.floor(services.clock.now()));

function person(name: string): ReturnType<typeof memberId> {
  const id = memberId(name);
  const said = profileSaying(name, { email: `${name}@example.org`, perMonth: 2, years: 9 });
  const keys = { emailKey: said.email, nameKey: name };
  insertMember(services.db, { id, ...keys, createdAt: at, lastSeenAt: at });
  const agreed = { memberConsentAt: at, introductionsConsentAt: at, confirmedAt: at, joinedAt: at };
  saveProfile(services.db, { ...said, memberId: id, language: 'en', origin: 'joined', ...agreed });
  return id;
}

if (make === 'make')
  commit(services.db, (tx) => {
    for (let index = 0; index < BATCH; index++) {
      const [asker, mentor] = [person(`asker${index}`), person(`mentor${index}`)];
      const id = introRequestId(`request${index}`);
      const ask = { industries: [], roles: [], languages: [], line: '', askedAt: at, state: 'open' } as const;
      insertRequest(tx, { id, memberId: asker, key: `key${index}`, ...ask });
      const reason = { role: null, industry: null, metAtTable: false } as never;
      const decided = { by: 'Mei', decidedAt: at, goesAt: at, madeAt: at };
      insertProposal(tx, {
        id: `proposal${index}`,
        requestId: id,
        asker,
        mentor,
        reason,
        state: 'approved',
        ...decided,
      });
    }
  });
process.stdout.write('ready\n');
