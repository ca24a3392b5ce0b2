import { basename } from 'node:path';
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { RosterFile } from '@lapwing/shared/roster-import/read-roster';
import { boot } from '../boot.ts';
import { CannotOpen } from '../db/cannot-open.ts';
import { readEnv } from '../env.ts';
import { listAll } from '../services/event-service.ts';
import { applyImport, previewImport } from '../services/import-service.ts';
import type { CommandEnd } from './arguments.ts';

const BY = 'the command line';

/** Whom an organiser took off the list is not brought back by asking for all. */
const comes = ({ standing }: ImportPreview['walkIns'][number]): boolean => standing !== 'cancelled';

/**
 * Stores the people of a file that was read, in the event with this code. The data folder is locked meanwhile: while a
 * server runs on it, the console is the way in, so that its screens hear of the import.
 */
export async function storePeople(
  path: string,
  bytes: Uint8Array,
  code: string,
  { columns, role }: RosterFile,
  walkIns: boolean,
): Promise<CommandEnd> {
  const env = readEnv(process.env, process.cwd());
  if (!env.ok) return { exit: 2, line: env.refusal };
  const server = await boot({ ...env.value, logLevel: 'error' }).catch((error: unknown) => {
    if (error instanceof CannotOpen) return error.message;
    throw error;
  });
  if (typeof server === 'string') return { exit: 2, line: server };
  try {
    const { services } = server;
    const event = listAll(services).find((one) => one.code.toLowerCase() === code.toLowerCase());
    if (!event) return { exit: 2, line: `There is no event with the code "${code}" in ${env.value.dataDir}.` };
    const file = { name: basename(path), bytes };
    const how = { role, map: columns.map(({ subject }) => subject) };
    const preview = await previewImport(services, event.id, file, how);
    if (!preview.ok) return { exit: 2, line: `${path}: ${preview.refusal.code}` };
    const seen = JSON.parse(preview.value) as ImportPreview;
    const choices = { walkIns: walkIns ? seen.walkIns.filter(comes).map(({ record }) => record) : [], cancel: [] };
    const applied = await applyImport(services, event.id, file, { ...how, digest: seen.digest, by: BY, choices });
    if (!applied.ok) return { exit: 3, line: `${path}: ${applied.refusal.code}` };
    const { importId, added, changed, guests } = applied.value;
    const notInFile = seen.missing.map(({ name }) => name);
    return { exit: 0, json: { event: code, importId, added, changed, same: seen.same, guests, notInFile } };
  } finally {
    await server.close();
  }
}
