import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Attendee } from '@lapwing/shared/event/roster';
import { expect, it } from 'vitest';
import { temporaryFolder, testApp } from '../support/test-app.ts';

const SCRIPT = join(import.meta.dirname, '..', 'support', 'import-and-die.ts');

/** Runs the script to its death; answers the id of the event that it made. */
async function dies(dataDir: string, point: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, dataDir, point], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let complained = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    complained += String(chunk);
  });
  const signal = await new Promise((resolve) => child.once('close', (_, by) => resolve(by)));
  expect(signal, complained).toBe('SIGKILL');
  return said.trim();
}

it.each([
  ['while it is got ready', 0],
  ['between people and links', 0],
  ['before the import is noted', 0],
  ['after the commit', 600],
])(
  'a kill -9 in an import, %s, leaves nothing or all of it',
  async (point, left) => {
    const dataDir = temporaryFolder();
    const eventId = await dies(dataDir, point);
    const t = await testApp({ dataDir });
    const ada = await t.organiser();
    const people = async (): Promise<number> =>
      (await ada.get(`/api/events/${eventId}/people`)).json<Attendee[]>().length;
    expect(await people()).toBe(left);
    const imports = t.db.$client.prepare('SELECT id FROM imports').pluck().all();
    expect(imports).toHaveLength(left === 0 ? 0 : 1);
    expect(t.db.$client.prepare('SELECT count(*) FROM links WHERE attendee_id IS NOT NULL').pluck().get()).toBe(left);
    for (const id of imports)
      expect((await ada.post(`/api/events/${eventId}/imports/${id}/undo`)).statusCode).toBe(204);
    expect(await people()).toBe(0);
  },
  60_000,
);
