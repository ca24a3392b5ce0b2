import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive; `claims`: what its directory says of its size, if that is not the truth. */
export interface Part {
  readonly name: string;
  readonly body: Buffer;
  readonly claims?: number;
}

/** A deflated archive, as spreadsheets write them. */
export function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, body, claims = body.length } of parts) {
    const packed = deflateRawSync(body);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(body), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claims, 8);
    sizes.writeUInt16LE(Buffer.byteLength(name), 12);
    const method = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), method, sizes, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const start = Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1');
    directory.push(Buffer.concat([start, method, sizes, place, Buffer.from(name)]));
    bodies.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/gu, (mark) => `&#${mark.charCodeAt(0)};`).replace(/[^\P{Cc}\t\n\r]/gu, '');

export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnName(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/** A cell: text, or the inside of a `<c>` element as it stands. */
export type Cell = string | { readonly attributes?: string; readonly xml: string };

const NUMBER = /^(?:0|[1-9]\d{0,14})$/u;

function cellXml(cell: Cell, address: string): string {
  if (typeof cell !== 'string') return `<c r="${address}"${cell.attributes ?? ''}>${cell.xml}</c>`;
  if (cell === '') return '';
  if (NUMBER.test(cell)) return `<c r="${address}"><v>${cell}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
}

export const sheetXml = (rows: readonly (readonly Cell[])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (row, y) => `<row r="${y + 1}">${row.map((cell, x) => cellXml(cell, `${columnName(x)}${y + 1}`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

/** Dates are cells of style 1. */
const STYLES =
  '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of a workbook whose sheets hold this XML. */
export function workbookParts(sheets: Readonly<Record<string, string>>, sharedStrings?: string): Part[] {
  const names = Object.keys(sheets);
  const part = (name: string, text: string): Part => ({ name, body: Buffer.from(text) });
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  return [
    part(
      '[Content_Types].xml',
      `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONSHIPS}"><sheets>${names
        .map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${names
        .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join('')}${relation('rIdS', 'styles', 'styles.xml')}${
        sharedStrings === undefined ? '' : relation('rIdT', 'sharedStrings', 'sharedStrings.xml')
      }</Relationships>`,
    ),
    part('xl/styles.xml', STYLES),
    ...(sharedStrings === undefined ? [] : [part('xl/sharedStrings.xml', sharedStrings)]),
    ...names.map((name, index) => part(`xl/worksheets/sheet${index + 1}.xml`, sheets[name] ?? '')),
  ];
}

/** A workbook of text: its sheets by name. */
export const workbook = (sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Buffer =>
  zip(workbookParts(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheetXml(rows)]))));

/** So many sheets of 5,200 rows with a cell in column 60 and nothing before it: a few kilobytes that fill a memory. */
export const sparseWorkbook = (sheets: number): Buffer => {
  const sheet = `<worksheet><sheetData>${'<row><c r="BH1"><v>1</v></c></row>'.repeat(5_200)}</sheetData></worksheet>`;
  return zip(workbookParts(Object.fromEntries(Array.from({ length: sheets }, (_, index) => [`S${index}`, sheet]))));
};

/** 55,000 cells that all show one text of 900,000 characters: a few kilobytes that take minutes to read. */
export const wordyWorkbook = (): Buffer => {
  const names = ['Name', 'Email', ...Array.from({ length: 10 }, (_, index) => `Question ${index}`)];
  const header = names.map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`).join('');
  const row = (index: number): string =>
    `<row><c t="inlineStr"><is><t>Ada ${index}</t></is></c>${'<c t="s"><v>0</v></c>'.repeat(names.length - 1)}</row>`;
  const rows = Array.from({ length: 5_000 }, (_, index) => row(index)).join('');
  const sheet = `<worksheet><sheetData><row>${header}</row>${rows}</sheetData></worksheet>`;
  return zip(workbookParts({ One: sheet }, `<sst><si><t>${'long '.repeat(180_000)}</t></si></sst>`));
};
