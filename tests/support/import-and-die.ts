/**
 * Starts a server on a data folder, imports 600 people and dies by kill -9 at a chosen point of it.
 * Arguments: the folder, the point. Prints the event's id before it begins.
 */
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import { boot } from '../../server/src/boot.ts';
import { readEnv } from '../../server/src/env.ts';
import { createEvent, emptyFloor } from '../../server/src/services/event-service.ts';
import { applyImport, previewImport } from '../../server/src/services/import-service.ts';
import { SETTINGS } from './evening-builder.ts';

const [dataDir = '', point = ''] = process.argv.slice(2);
const env = readEnv({ DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' }, process.cwd());
if (!env.ok) throw new Error(env.refusal);
const { services } = await boot(env.value);
const id = createEvent(services, SETTINGS, emptyFloor(1, 1));
process.stdout.write(`${id}\n`);

const die = (): void => {
  process.kill(process.pid, 'SIGKILL');
};
const { $client: client } = services.db;
const { prepare } = client;
/** Parts of statements at which it dies, before they are run. */
const STATEMENTS: Readonly<Record<string, string>> = {
  'between people and links': 'INSERT INTO links',
  'before the import is noted': 'insert into "imports"',
};
client.prepare = ((sql: string) => {
  const fatal = STATEMENTS[point];
  if (fatal !== undefined && sql.includes(fatal)) die();
  return prepare.call(client, sql);
}) as typeof client.prepare;
let links = 0;
const dying: typeof services = {
  ...services,
  evenings: {
    ...services.evenings,
    async manyChanged(eventId) {
      if (point === 'after the commit') die();
      return services.evenings.manyChanged(eventId);
    },
  },
  secrets: {
    ...services.secrets,
    linkSecret: (...name) => {
      links += 1;
      if (point === 'while it is got ready' && links === 400) die();
      return services.secrets.linkSecret(...name);
    },
  },
};

const people = Array.from({ length: 600 }, (_, n) => `Ada ${n},p${n}@x.example`).join('\n');
const file = { name: 'people.csv', bytes: Buffer.from(`Name,Email\n${people}\n`) };
const preview = await previewImport(dying, id, file);
if (!preview.ok) throw new Error(JSON.stringify(preview.refusal));
const { digest } = JSON.parse(preview.value) as ImportPreview;
const applied = await applyImport(dying, id, file, { digest, by: 'Ada' });
throw new Error(`it lived: ${JSON.stringify(applied)}`);
