import { inflateSync } from 'node:zlib';

/** A page of a PDF: its size in points, and its words in the order in which they are drawn, a line for each run of text. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

type Objects = ReadonlyMap<number, string>;

/**
 * Reads what Chromium writes: plain objects, contents packed with deflate, text as glyphs with a table that says which
 * letters they are. No other program's PDF.
 */
export function readPdf(pdf: Buffer): PdfPage[] {
  const objects: Objects = new Map(
    [...pdf.toString('latin1').matchAll(/\n(\d+) 0 obj\r?\n([\s\S]*?)\nendobj/gu)].map(([, id, body = '']) => [
      Number(id),
      body,
    ]),
  );
  const fonts = new Map<number, ReadonlyMap<string, string>>();
  const lettersOf = (font: number): ReadonlyMap<string, string> => {
    const known = fonts.get(font) ?? glyphLetters(objects, font);
    fonts.set(font, known);
    return known;
  };
  return pagesInOrder(objects).map((body) => {
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(body) ?? [];
    const named = new Map([...body.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', id]) => [name, Number(id)]));
    const contents = unpacked(objects.get(referred(body, 'Contents')) ?? '');
    const text = wordsIn(contents, (name) => lettersOf(named.get(name) ?? 0));
    return { width: Number(width), height: Number(height), text };
  });
}

const referred = (body: string, key: string): number =>
  Number(new RegExp(`/${key} \\[?(\\d+) 0 R`, 'u').exec(body)?.[1] ?? 0);

/** The page tree, from its root down. */
function pagesInOrder(objects: Objects): string[] {
  const root = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? '';
  const walk = (id: number): string[] => {
    const body = objects.get(id) ?? '';
    if (/\/Type \/Page\b(?!s)/u.test(body)) return [body];
    const [, kids = ''] = /\/Kids \[([^\]]*)\]/u.exec(body) ?? [];
    return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap(([, kid]) => walk(Number(kid)));
  };
  return walk(referred(root, 'Pages'));
}

function unpacked(object: string): string {
  const from = /stream\r?\n/u.exec(object);
  if (!from) return '';
  const packed = object.slice(from.index + from[0].length, object.lastIndexOf('\nendstream'));
  const bytes = Buffer.from(packed, 'latin1');
  return (object.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

const letters = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/gu) ?? []).map((unit) => Number.parseInt(unit, 16)));
const glyph = (code: number): string => code.toString(16).padStart(4, '0').toUpperCase();

/** Which letters each glyph of a font stands for. */
function glyphLetters(objects: Objects, font: number): ReadonlyMap<string, string> {
  const map = unpacked(objects.get(referred(objects.get(font) ?? '', 'ToUnicode')) ?? '');
  const found = new Map<string, string>();
  for (const [, part = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/gu))
    for (const [, code = '', text = ''] of part.matchAll(/<(\w+)> <(\w+)>/gu)) found.set(code, letters(text));
  for (const [, part = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/gu))
    for (const [, first = '', last = '', text = ''] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/gu))
      for (let code = Number.parseInt(first, 16), at = 0; code <= Number.parseInt(last, 16); code++, at++)
        found.set(glyph(code), letters(glyph(Number.parseInt(text, 16) + at)));
  return found;
}

/** The text of a page. Letters that a script joins come as they are drawn, and are put back to what was typed. */
function wordsIn(contents: string, fontNamed: (name: string) => ReadonlyMap<string, string>): string {
  let font: ReadonlyMap<string, string> = new Map();
  let text = '';
  let isSaid = false;
  const tokens = /\/(F\d+) [\d.]+ Tf|\/ActualText <FEFF(\w*)>|<([\dA-F]+)> Tj|\b(EMC)\b|\b(ET)\b/gu;
  for (const [, name, actual, glyphs, end, run] of contents.matchAll(tokens)) {
    if (name !== undefined) font = fontNamed(name);
    else if (actual !== undefined) {
      text += letters(actual);
      isSaid = true;
    } else if (glyphs !== undefined && !isSaid)
      text += (glyphs.match(/.{4}/gu) ?? []).map((code) => font.get(code) ?? '').join('');
    else if (end !== undefined) isSaid = false;
    else if (run !== undefined) text += '\n';
  }
  return text.normalize('NFKC');
}
