/** How long 5,000 rows take from a file to the roster, and how long the event loop stands still meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import { boot } from '../../server/src/boot.ts';
import { readEnv } from '../../server/src/env.ts';
import { createEvent, emptyFloor } from '../../server/src/services/event-service.ts';
import { applyImport, previewImport, undoImport } from '../../server/src/services/import-service.ts';
import { SETTINGS } from '../support/evening-builder.ts';
import { workbook } from '../support/workbook.ts';

const ROWS = 5_000;
const MOST_SECONDS = 3;
/** What a running night does not notice. */
const MOST_PAUSE_MS = 50;
const HEADER = [
  ...['Order #', 'Order Date', 'First Name', 'Last Name', 'Email', 'Quantity', 'Ticket Type', 'Attendee #', 'Currency'],
  ...['Attendee Status', 'Course', 'Year of study', 'Which industries are you most curious about? (pick up to 3)'],
  ...['What would you like to ask a mentor?', 'Access requirements', 'Dietary requirements', 'I am 18 or over'],
];
const row = (n: number): string[] => [
  ...[`1123${1_000_000 + n}`, '10/18/26 15:04', `Ada ${n}`, `Quill-${n % 97}`, `p${n}@students.example`, '1'],
  ...[
    'Student - free',
    `1855${1_000_000 + n}`,
    'GBP',
    n % 20 === 0 ? 'Not Attending' : 'Attending',
    'BSc Computer Science',
  ],
  ...[`${1 + (n % 4)}`, 'Games | Energy & climate | Consulting', `Is "${n}" a good number,\nor should I wait?`],
  ...[n % 50 === 0 ? 'Step-free please' : '', n % 3 === 0 ? 'Vegan' : 'None', 'Yes'],
];
const OTHER_COURSE = 'MEng Energy Systems';
const rows = [HEADER, ...Array.from({ length: ROWS }, (_, n) => row(n))];
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const csv = (lines: readonly (readonly string[])[]): Buffer =>
  Buffer.from(lines.map((cells) => cells.map(quoted).join(',')).join('\n'));
const FILES = { CSV: csv(rows), XLSX: workbook({ Attendees: rows }) };
const CHANGED = csv(rows.map((cells) => cells.map((cell) => (cell === 'BSc Computer Science' ? OTHER_COURSE : cell))));

const dataDir = mkdtempSync(join(tmpdir(), 'lapwing-bench-'));
const env = readEnv({ DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' }, process.cwd());
if (!env.ok) throw new Error(env.refusal);
const server = await boot(env.value);
const { services } = server;
const id = createEvent(services, SETTINGS, emptyFloor(1, 1));

/** Prints seconds of `work`, and the longest the event loop stood still, in milliseconds. */
async function timed<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await new Promise((next) => setTimeout(next, 20));
  const began = performance.now();
  const value = await work();
  const seconds = (performance.now() - began) / 1_000;
  // the last pause is noted at the next turn of the clock
  await new Promise((next) => setTimeout(next, 20));
  delay.disable();
  const pause = Math.round(delay.max / 1e6);
  const slow = seconds < MOST_SECONDS ? '' : `  slower than ${MOST_SECONDS} s`;
  const verdict = pause <= MOST_PAUSE_MS ? slow : `${slow}  pause over ${MOST_PAUSE_MS} ms`;
  process.stdout.write(
    `${what.padEnd(34)} ${seconds.toFixed(2)} s   longest pause ${String(pause).padStart(4)} ms${verdict}\n`,
  );
  return value;
}

try {
  for (const [kind, bytes] of Object.entries(FILES)) {
    const file = { name: `people.${kind.toLowerCase()}`, bytes };
    process.stdout.write(`${kind}, ${ROWS} rows, ${(bytes.length / 1e6).toFixed(1)} MB\n`);
    const preview = await timed('  preview, nobody known', () => previewImport(services, id, file));
    if (!preview.ok) throw new Error(JSON.stringify(preview.refusal));
    const { digest, counts } = JSON.parse(preview.value) as ImportPreview;
    if (counts.rows !== ROWS) throw new Error(`${counts.rows} rows`);
    const applied = await timed('  apply', () => applyImport(services, id, file, { digest, by: 'bench' }));
    if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
    const again = await timed('  preview, everybody known', () => previewImport(services, id, file));
    if (!again.ok || (JSON.parse(again.value) as ImportPreview).same !== ROWS) throw new Error('somebody is doubled');
    const changed = { name: 'changed.csv', bytes: CHANGED };
    const news = await timed('  preview, everybody changed', () => previewImport(services, id, changed));
    if (!news.ok) throw new Error(JSON.stringify(news.refusal));
    const of = { digest: (JSON.parse(news.value) as ImportPreview).digest, by: 'bench' };
    const second = await timed('  apply, everybody changed', () => applyImport(services, id, changed, of));
    if (!second.ok || second.value.changed !== ROWS) throw new Error('somebody was not changed');
    await timed('  undo, everybody changed', () => undoImport(services, id, second.value.importId));
    await timed('  undo, everybody goes', () => undoImport(services, id, applied.value.importId));
  }
} finally {
  await server.close();
  rmSync(dataDir, { recursive: true, force: true });
}
