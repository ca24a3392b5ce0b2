import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readAny } from '../../../server/src/reader/job.ts';
import { readSheets } from '../../../server/src/reader/workbook.ts';
import { readRoster } from '../../../shared/src/roster-import/read-roster.ts';
import { accepted, refusalOf, sample } from '../../shared/roster-import/files.ts';
import { type Cell, sheetXml, workbook, workbookParts, zip } from '../../support/workbook.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const cellsOf = (name: string): string[][] =>
  Papa.parse(
    readFileSync(join(SAMPLES, name), 'utf8')
      .replace(/^\ufeff/u, '')
      .replace(/\r\n?/gu, '\n'),
    {
      delimiter: ',',
      newline: '\n',
      preview: 1_000,
    },
  ).data.map((row) => [...row]);
const rowsOf = async (rows: readonly (readonly Cell[])[]) =>
  accepted(await readSheets(workbook({ One: rows })))[0]?.rows;

describe('a workbook', () => {
  it.each([
    'eventbrite-students.csv',
    'google-form-students.csv',
    'luma-guests.csv',
    'meetup-rsvps.csv',
    'mentors-google-form.csv',
  ])('of %s holds the same people as the text', async (name) => {
    const read = accepted(await readAny(workbook({ Notes: [['for the team']], Answers: cellsOf(name) }), {}));
    const text = accepted(readRoster(sample(name)));
    expect(read.sheet).toBe('Answers');
    expect(read.counts).toEqual(text.counts);
    expect(read.people).toEqual(text.people);
    expect(read.rows).toEqual(text.rows);
  });

  it('dates and numbers are text; order numbers keep their digits', async () => {
    const rows = await rowsOf([
      [
        { attributes: ' s="1"', xml: '<v>46313.5</v>' },
        { xml: '<v>1.1230000491E10</v>' },
        { xml: '<v>11230000491</v>' },
        { attributes: ' t="b"', xml: '<v>1</v>' },
        { xml: '<v>0.5</v>' },
      ],
    ]);
    expect(rows).toEqual([['2026-10-18 12:00:00', '11230000491', '11230000491', 'TRUE', '0.5']]);
  });

  it('formulas, HTML and errors: a result stays as text, nothing is run', async () => {
    const rows = await rowsOf([
      [
        { attributes: ' t="str"', xml: '<f>HYPERLINK("http://x.example","Ada")</f><v>Ada</v>' },
        { xml: '<f>1+1</f>' },
        { attributes: ' t="e"', xml: '<f>1/0</f><v>#DIV/0!</v>' },
        '=1+1',
        '<img src=x onerror=alert(1)>',
      ],
    ]);
    expect(rows).toEqual([['Ada', '', '', '=1+1', '<img src=x onerror=alert(1)>']]);
  });

  it('shared, rich and phonetic text is read; other spellings of the same elements too', async () => {
    const shared =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Ada </t></r><r><t>Quill</t></r></si></sst>';
    const sheet =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t=\'inlineStr\'><x:is><x:t>李</x:t><x:rPh><x:t>り</x:t></x:rPh></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const sheets = accepted(await readSheets(zip(workbookParts({ One: sheet }, shared))));
    expect(sheets[0]?.rows).toEqual([['Ada Quill', '李']]);
  });

  it('blank rows keep their numbers, and cells far away that are only formatted do no harm', async () => {
    const xml = sheetXml([['Name', 'Email'], [], ['Ada', 'ada@x.example']]).replace(
      '</row></sheetData>',
      '<c r="XFD3" s="1"/></row><row r="1048576" s="1"/></sheetData>',
    );
    const file = accepted(await readAny(zip(workbookParts({ One: xml })), {}));
    expect(file.rows).toMatchObject([{ record: 2, outcome: 'person', name: 'Ada' }]);
  });

  it('the first sheet with a header that we know is taken, else the first that is a table', async () => {
    const luma = [
      ['guest_id', 'name', 'email', 'approval_status'],
      ['g', 'Ada', 'ada@x.example', 'approved'],
    ];
    const table = [
      ['Name', 'Email'],
      ['Bo', 'bo@x.example'],
    ];
    expect(accepted(await readAny(workbook({ Table: table, Luma: luma }), {}))).toMatchObject({
      sheet: 'Luma',
      format: 'luma',
    });
    expect(accepted(await readAny(workbook({ Empty: [], Table: table }), {}))).toMatchObject({
      sheet: 'Table',
      format: 'other',
    });
    expect(refusalOf(await readAny(workbook({ Empty: [] }), {})).code).toBe('file-not-recognised');
  });
});
