import { describe, expect, it } from 'vitest';
import { readAny } from '../../../server/src/reader/job.ts';
import { newWatch, workerReader } from '../../../server/src/reader/reader.ts';
import { EMPTY_ROSTER } from '../../../server/src/reader/roster-text.ts';
import { accepted, bytesOf, refusalOf } from '../../shared/roster-import/files.ts';
import { type Part, sheetXml, workbook, workbookParts, zip } from '../../support/workbook.ts';

const MEGABYTE = 1024 * 1024;
const PEOPLE = [
  ['Name', 'Email'],
  ['Ada', 'ada@x.example'],
];
const withParts = (...parts: readonly Part[]): Buffer => zip([...workbookParts({ One: sheetXml(PEOPLE) }), ...parts]);
const part = (name: string, body: Buffer | string, claims?: number): Part => ({
  name,
  body: Buffer.from(body),
  ...(claims === undefined ? {} : { claims }),
});
const why = async (bytes: Uint8Array): Promise<unknown> => {
  const { code, details } = refusalOf(await readAny(bytes, {}));
  return [code, details?.what ?? details?.found];
};
const names = async (bytes: Uint8Array): Promise<string[]> =>
  accepted(await readAny(bytes, {})).people.map(({ details }) => details.name);

describe('a workbook made to do harm', () => {
  it('with too many parts, or too much in them, is refused by its directory', async () => {
    const many = Array.from({ length: 200 }, (_, index) => part(`xl/media/${index}.xml`, 'x'));
    expect(await why(withParts(...many))).toEqual(['too-large', 'entries']);
    const half = Buffer.alloc(26 * MEGABYTE);
    expect(await why(withParts(part('a', half), part('b', half)))).toEqual(['too-large', 'unpacked']);
    expect(await why(withParts(part('a', Buffer.alloc(2 * MEGABYTE))))).toEqual(['too-large', 'ratio']);
  });

  it('whose directory lies is unpacked as far as it said, and no further', async () => {
    const sheets = workbookParts({ One: sheetXml(PEOPLE) });
    const lying = sheets.map((one) =>
      one.name.endsWith('sheet1.xml') ? part(one.name, Buffer.alloc(60 * MEGABYTE, ' '), 1_000) : one,
    );
    expect(await why(zip(lying))).toEqual(['too-large', 'unpacked']);
    const modest = sheets.map((one) => (one.name.endsWith('sheet1.xml') ? { ...one, claims: 1_000_000 } : one));
    expect(await why(zip(modest))).toEqual(['file-unreadable', 'damaged']);
  });

  it('an archive within it, macros and links to other files are never opened', async () => {
    const bomb = zip([part('0', Buffer.alloc(20 * MEGABYTE))]);
    const link =
      '<Relationships><Relationship Id="x" Target="file:///etc/passwd" TargetMode="External"/></Relationships>';
    const bytes = withParts(
      part('xl/embeddings/bomb.zip', bomb),
      part('xl/vbaProject.bin', 'macro'),
      part('xl/externalLinks/externalLink1.xml', '<!DOCTYPE x [<!ENTITY a "b">]>'),
      part('xl/externalLinks/_rels/externalLink1.xml.rels', link),
    );
    expect(await names(bytes)).toEqual(['Ada']);
  });

  it('entities are not unfolded: such a file is refused', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    expect(await why(zip(workbookParts({ One: laughs + sheetXml(PEOPLE) })))).toEqual(['file-unreadable', 'damaged']);
    const shared = `${laughs}<sst><si><t>&b;</t></si></sst>`;
    expect(await why(zip(workbookParts({ One: sheetXml(PEOPLE) }, shared)))).toEqual(['file-unreadable', 'damaged']);
  });

  it('with a filled cell in the last column or row is refused, not spread out in memory', async () => {
    const one = (cell: string): Buffer =>
      zip(workbookParts({ One: sheetXml(PEOPLE).replace('</row>', `${cell}</row>`) }));
    expect(await why(one('<c r="XFD1"><v>1</v></c>'))).toEqual(['too-large', 'columns']);
    const last = sheetXml(PEOPLE).replace(
      '</sheetData>',
      '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
    );
    expect(await why(zip(workbookParts({ One: last })))).toEqual(['too-large', 'rows']);
    expect(await why(workbook({ One: [['Name', ...Array.from({ length: 60 }, (_, index) => `q${index}`)]] }))).toEqual([
      'too-large',
      'columns',
    ]);
  });

  it('damaged, locked or old is said to be so', async () => {
    const good = withParts();
    expect(await why(good.subarray(0, good.length - 30))).toEqual(['file-unreadable', 'damaged']);
    expect(await why(zip(workbookParts({ One: '<sheetData><row><c r="A1">' })))).toEqual([
      'file-unreadable',
      'damaged',
    ]);
    const locked = Buffer.from(good);
    const directory = locked.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    locked.writeUInt16LE(1, directory + 8);
    expect(await why(locked)).toEqual(['file-unreadable', 'locked']);
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(await why(old)).toEqual(['file-unreadable', 'xls']);
    const protectedOne = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await why(protectedOne)).toEqual(['file-unreadable', 'locked']);
  });
});

describe('text made to do harm', () => {
  it('a million columns are refused, in the header or alone', async () => {
    const wide = 'x,'.repeat(1_000_000);
    expect(await why(bytesOf(`Name,${wide}\nAda,${wide}`))).toEqual(['too-large', 'columns']);
    expect(await why(bytesOf(wide))).toEqual(['too-large', 'columns']);
    expect(await why(bytesOf(`Name,Email\nAda,ada@x.example,${wide}\n`)).catch(() => 'read')).toBe('read');
  });

  it('5,001 rows are too many, 5,000 are not', async () => {
    const rows = (count: number): Uint8Array =>
      bytesOf(
        `Name,Email\n${Array.from({ length: count }, (_, index) => `P ${index},p${index}@x.example\n`).join('')}`,
      );
    expect(await why(rows(5_001))).toEqual(['too-large', 'rows']);
    expect(await names(rows(5_000))).toHaveLength(5_000);
  });

  it('thousands of guests out of nothing are refused', async () => {
    const rows = Array.from({ length: 251 }, (_, index) => `P${index},user ${index},Yes,99999\n`).join('');
    const reader = workerReader((error) => {
      throw error;
    });
    const job = {
      bytes: bytesOf(`Name,User ID,RSVP,Guests\n${rows}`),
      map: null,
      remembered: {},
      roster: EMPTY_ROSTER,
      here: [],
      at: 0 as never,
    };
    const answer = await reader.changes(job, newWatch(new AbortController().signal));
    expect(refusalOf(answer)).toEqual({ code: 'too-large', details: { what: 'guests', most: 5_000 } });
  });
});

describe('the thread that reads', () => {
  const job = (bytes: Uint8Array) => ({
    bytes,
    map: null,
    remembered: {},
    roster: EMPTY_ROSTER,
    here: [],
    at: 0 as never,
  });
  const unexpected = (error: unknown): never => {
    throw error;
  };

  it('reads as the same code does without it, and tells how far it is', async () => {
    const reader = workerReader(unexpected);
    const watch = newWatch(new AbortController().signal);
    const rows = Array.from({ length: 250 }, (_, index) => `P ${index},p${index}@x.example\n`).join('');
    const read = accepted(await reader.preview(job(bytesOf(`Name,Email\n${rows}`)), watch, 'people.csv'));
    expect(JSON.parse(read)).toMatchObject({ fileName: 'people.csv', counts: { rows: 250, unique: 250 } });
    expect([...watch.progress]).toEqual([200, 250]);
    const changes = accepted(await reader.changes(job(bytesOf(`Name,Email\n${rows}`)), watch));
    expect(changes.pieces.map((piece) => JSON.parse(piece).new.length)).toEqual([250]);
  });

  it('is stopped when asked, also while it waits for its turn', async () => {
    const reader = workerReader(unexpected);
    const stops = Array.from({ length: 4 }, () => new AbortController());
    const answers = stops.map((stop) => reader.changes(job(withParts()), newWatch(stop.signal)));
    for (const stop of stops) stop.abort();
    for (const answer of await Promise.all(answers))
      expect(refusalOf(answer)).toMatchObject({ code: 'file-unreadable', details: { found: 'stopped' } });
    const next = await reader.changes(job(withParts()), newWatch(new AbortController().signal));
    expect(next.ok).toBe(true);
  });

  it('does not let more wait than it can serve', async () => {
    const reader = workerReader(unexpected);
    const stop = new AbortController();
    const answers = Array.from({ length: 14 }, () => reader.changes(job(withParts()), newWatch(stop.signal)));
    stop.abort();
    const codes = (await Promise.all(answers)).map((answer) => refusalOf(answer).code);
    expect(codes.filter((code) => code === 'too-many-requests')).toHaveLength(4);
  });
});
