import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../shared/src/roster-import/read-roster.ts';
import { bytesOf, csv, refusalOf, rosterOf, studentForm } from './files.ts';

const HEADER = ['Timestamp', 'Email Address', 'What is your full name?', 'Course (now, or last)'];
const ADA = ['1/1/2026 10:00:00', 'ada@x.example', 'Ada', 'Maths, "pure"\r\nand applied'];

describe('records', () => {
  it.each([',', ';', '\t'])('are separated by %j, whatever stands inside quotes', (delimiter) => {
    const [person] = rosterOf(csv([HEADER, ADA], delimiter)).people;
    expect(person?.details.course).toBe('Maths, "pure" and applied');
  });

  it.each(['\n', '\r\n', '\r'])('end with %j', (newline) => {
    expect(rosterOf(csv([HEADER, ADA, ADA], ',', newline)).counts).toMatchObject({ rows: 2, duplicate: 1 });
  });

  it('may mix line endings', () => {
    expect(rosterOf(`${csv([HEADER, ADA])}t,b@x.example,Bo,\nt,c@x.example,Cy,\r\n`).counts.unique).toBe(3);
  });

  it('a header with commas that are not quoted does not hide the semicolons', () => {
    const text =
      'Timestamp;Email Address;What is your full name?;Access (step-free, hearing, quiet, other)?\nt;a@x.example;Ada;\n';
    expect(rosterOf(text).header).toHaveLength(4);
  });

  it('a separator line and title rows stand above the header and are not counted', () => {
    const titles = 'sep=;\r\n"Meet a Mentor, 22 October, Hall 3";;\r\n\r\nanswers;3;\r\n';
    expect(rosterOf(titles + csv([HEADER, ADA], ';')).rows).toMatchObject([{ record: 1, name: 'Ada' }]);
  });

  it('blank records are no rows, but their numbers are used up', () => {
    const file = rosterOf(csv([HEADER, ['', ' ', '\u00a0', '\u200b'], ADA, [''], ['t', 'b@x.example', 'Bo', '']]));
    expect(file.rows.map((row) => row.record)).toEqual([2, 4]);
    expect(file.counts.rows).toBe(2);
  });

  it('missing cells at the end are empty; more cells than columns make a row invalid', () => {
    const file = rosterOf(csv([HEADER, ['t', 'a@x.example', 'Ada'], ['t', 'b@x.example', 'Bo', 'Art', '', 'Law']]));
    expect(file.rows).toMatchObject([
      { outcome: 'person' },
      { outcome: 'invalid', reason: 'too-many-cells', value: 'Law' },
    ]);
  });

  it('a quotation mark out of place makes its row invalid; one that never closes refuses the file', () => {
    const broken = `${csv([HEADER])}t,a@x.example,"Ada" Lovelace,"Art"\n`;
    expect(rosterOf(broken).rows).toMatchObject([{ record: 1, outcome: 'invalid', reason: 'broken-quotes' }]);
    const cut = `${csv([HEADER, ADA])}t,b@x.example,"Bo\nt,c@x.example,Cy,`;
    expect(refusalOf(readRoster(bytesOf(cut)))).toEqual({
      code: 'file-unreadable',
      details: { found: 'unclosed-quote', remedy: 'export-again', record: 2 },
    });
  });

  it('prose is refused with the columns found; a table that we do not know is read for somebody to say what it holds', () => {
    expect(refusalOf(readRoster(bytesOf('Dear all,\nplease find attached nothing.\n')))).toEqual({
      code: 'file-not-recognised',
      details: { columns: ['Dear all'] },
    });
    const file = rosterOf('Members\nNick;Town;Joined\nada;London;1843\n');
    expect(file.columns.map(({ header, examples }) => [header, ...examples])).toEqual([
      ['Nick', 'ada'],
      ['Town', 'London'],
      ['Joined', '1843'],
    ]);
    expect(file.rows).toMatchObject([{ record: 1, outcome: 'invalid', reason: 'no-name' }]);
  });

  it('a header without rows is a file without people', () => {
    expect(rosterOf(csv([HEADER])).counts).toEqual({
      rows: 0,
      unique: 0,
      duplicate: 0,
      cancelled: 0,
      waiting: 0,
      invalid: 0,
    });
  });
});

describe('limits', () => {
  it('5,000 rows are read and 5,001 are not', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ['t', `p${index}@x.example`, `P ${index}`, '']);
    expect(rosterOf(csv([HEADER, ...rows])).counts.unique).toBe(5_000);
    expect(refusalOf(readRoster(bytesOf(csv([HEADER, ...rows, ADA]))))).toEqual({
      code: 'too-large',
      details: { what: 'rows', most: 5_000 },
    });
  });

  it('60 columns are read and 61 are not; empty ones on the right are no columns', () => {
    const wide = [...HEADER, ...Array.from({ length: 56 }, (_, index) => `Question ${index}`)];
    expect(rosterOf(csv([[...wide, '', ''], ADA])).header).toHaveLength(60);
    expect(refusalOf(readRoster(bytesOf(csv([[...wide, 'One more'], ADA]))))).toMatchObject({
      code: 'too-large',
      details: { what: 'columns' },
    });
  });

  it('a longer answer than 1,000 characters makes its row invalid, unless nobody reads that column', () => {
    const long = (count: number) => ({ 'Which course are you on?': '🌻'.repeat(count) });
    const file = rosterOf(studentForm([long(1_000), long(1_001), { Motto: 'x'.repeat(9_000) }], ['Motto']));
    expect(file.rows).toMatchObject([
      { outcome: 'person' },
      { outcome: 'invalid', name: 'P 1', reason: 'cell-too-long', field: 'Which course are you on?' },
      { outcome: 'person' },
    ]);
  });
});
