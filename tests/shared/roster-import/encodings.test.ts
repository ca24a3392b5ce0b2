import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../shared/src/roster-import/read-roster.ts';
import { accepted, bytesOf, csv, refusalOf, sample, studentForm } from './files.ts';

const FORM = studentForm([
  { 'What is your full name?': 'Søren “Bob” O’Brien', 'Which course are you on?': 'Économie €' },
]);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
  bytes.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++)
    bytes.setUint16(2 * index + 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(bytes.buffer);
}

const CP1252: Readonly<Record<string, number>> = { '€': 0x80, '’': 0x92, '“': 0x93, '”': 0x94 };
const cp1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => CP1252[letter] ?? letter.charCodeAt(0));

describe('encodings', () => {
  it.each([
    ['UTF-8', bytesOf(FORM)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${FORM}`)],
    ['UTF-16LE', utf16(FORM, true)],
    ['UTF-16BE', utf16(FORM, false)],
    ['Windows-1252', cp1252(FORM)],
  ])('%s', (_encoding, bytes) => {
    const [person] = accepted(readRoster(bytes)).people;
    expect(person?.details).toMatchObject({ name: 'Søren “Bob” O’Brien', course: 'Économie €' });
  });

  it('a whole sample saved as UTF-16 with tabs reads as before', () => {
    const rows = new TextDecoder().decode(sample('meetup-rsvps.csv'));
    const original = accepted(readRoster(bytesOf(rows)));
    const tabs = csv([original.header, ['🦊 Robin', 'user 1', '', '', 'Yes']], '\t', '\n');
    expect(accepted(readRoster(utf16(tabs, true))).people[0]?.details.name).toBe('🦊 Robin');
    expect(accepted(readRoster(utf16(rows, true)))).toEqual(original);
  });
});

describe('files that are no table of text', () => {
  const entry = 'PK\u0003\u0004\u0014\u0000';
  it.each([
    ['empty', '', 'choose-another-file'],
    ['empty', '\ufeff \r\n\r\n', 'choose-another-file'],
    ['xlsx', `${entry}[Content_Types].xml xl/workbook.xml`, 'export-as-csv'],
    ['zip', `${entry}photos/table-3.jpg`, 'export-as-csv'],
    ['pdf', '%PDF-1.7\n', 'export-as-csv'],
    ['html', '\n<!DOCTYPE html><title>Sign in</title>', 'export-as-csv'],
    ['html', '<table><tr><td>Timestamp</td></tr></table>', 'export-as-csv'],
    ['binary', 'GIF89a\u0000\u0000', 'export-as-csv'],
  ])('%s is refused: %j', (found, text, remedy) => {
    expect(refusalOf(readRoster(bytesOf(text)))).toEqual({ code: 'file-unreadable', details: { found, remedy } });
  });

  it('an old workbook is refused', () => {
    expect(refusalOf(readRoster(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1)))).toMatchObject({
      details: { found: 'xls' },
    });
  });

  it('a file of more than 5 MiB is refused', () => {
    expect(refusalOf(readRoster(new Uint8Array(5 * 1024 * 1024 + 1)))).toMatchObject({
      code: 'too-large',
      details: { what: 'bytes' },
    });
  });
});
