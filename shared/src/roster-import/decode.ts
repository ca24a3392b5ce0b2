import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';

/** `shared/` has neither DOM nor node types; every host we run on has this one. */
declare const TextDecoder: new (
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
  options?: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

export const MOST_BYTES = 5 * 1024 * 1024;

/** What a file turned out to be instead of a table of text. */
export type NotText =
  | 'empty'
  | 'xlsx'
  | 'xls'
  | 'locked'
  | 'zip'
  | 'pdf'
  | 'html'
  | 'binary'
  | 'unclosed-quote'
  | 'damaged'
  | 'too-slow'
  | 'too-heavy'
  | 'stopped';

/** 0x80 … 0x9f of windows-1252. Spelled out because Node 20's own decoder reads them as control characters. */
const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The text of an uploaded file: UTF-16 or UTF-8 by its byte order mark, else UTF-8 if it is valid, else Windows-1252.
 * @returns the text without its mark; `file-unreadable` (details: found, remedy) for anything that is not text, and
 * `too-large` above 5 MiB
 */
export function decode(bytes: Uint8Array): Result<string, Refusal> {
  if (bytes.length > MOST_BYTES) return refused(refusal('too-large', { what: 'bytes', most: MOST_BYTES }));
  const container = containerOf(bytes);
  if (container !== undefined) return refused(unreadable(container));
  const text = textOf(bytes);
  if (text.trim() === '') return refused(unreadable('empty'));
  if (/^\s*<(?:!doctype|!--|\?xml|html|head|body|meta|table)/iu.test(text.slice(0, 1_000)))
    return refused(unreadable('html'));
  if (isBinary(text.slice(0, 65_536))) return refused(unreadable('binary'));
  return ok(text);
}

const REMEDIES: Partial<Readonly<Record<NotText, string>>> = {
  'unclosed-quote': 'export-again',
  damaged: 'export-again',
  empty: 'choose-another-file',
  stopped: 'choose-another-file',
  xls: 'save-as-xlsx-or-csv',
  locked: 'remove-the-password',
};

/** A `file-unreadable` refusal that names what was found and what to do instead. */
export function unreadable(found: NotText, more: Readonly<Record<string, number>> = {}): Refusal {
  return refusal('file-unreadable', { found, remedy: REMEDIES[found] ?? 'export-as-csv', ...more });
}

/** One stray NUL is an odd answer and is dropped later; many are a picture, or UTF-16 without its mark. */
const isBinary = (start: string): boolean => 100 * (start.split('\u0000').length - 1) > start.length;

/** Whether these are the bytes of a workbook, which others unpack. */
export const isWorkbook = (bytes: Uint8Array): boolean => containerOf(bytes) === 'xlsx';

function containerOf(bytes: Uint8Array): NotText | undefined {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  // the old workbook and the one with a password share a container; its directory tells them apart
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return latin1(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e') ? 'locked' : 'xls';
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) && !startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return undefined;
  // a workbook names its parts in the first entries and again in the directory at the end
  const names = latin1(bytes.subarray(0, 4_096)) + latin1(bytes.subarray(-4_096));
  return names.includes('xl/') ? 'xlsx' : 'zip';
}

function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return new TextDecoder('utf-8').decode(bytes);
  const unmarked = utf16WithoutMark(bytes);
  if (unmarked !== undefined) return new TextDecoder(unmarked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}

/** Latin letters in UTF-16 have a zero in every second place. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const start = bytes.subarray(0, 512);
  if (start.length < 16 || start.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = 0.4 * start.length; // of the half that can hold them: 80 %
  if (odd >= most && even === 0) return 'utf-16le';
  return even >= most && odd === 0 ? 'utf-16be' : undefined;
}

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009f]/gu, (high) => CP1252_HIGH[high.charCodeAt(0) - 0x80] ?? high);
}

function latin1(bytes: Uint8Array): string {
  const step = 8_192; // arguments of one call: far below every engine's limit
  let text = '';
  for (let start = 0; start < bytes.length; start += step)
    text += String.fromCharCode(...bytes.subarray(start, start + step));
  return text;
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);
