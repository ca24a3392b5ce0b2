import { type Refusal, refusal } from '../kernel/refusal.ts';
import { ok, type Result, refused } from '../kernel/result.ts';

/** `shared/` has neither DOM nor node types; every host we run on has this one. */
declare const TextDecoder: new (
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
  options?: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

export const MOST_BYTES = 5 * 1024 * 1024;

/** What a file turned out to be instead of a table of text. */
export type NotText = 'empty' | 'xlsx' | 'xls' | 'zip' | 'pdf' | 'html' | 'binary' | 'unclosed-quote';

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

/** A `file-unreadable` refusal that names what was found and what to do instead. */
export function unreadable(found: NotText, more: Readonly<Record<string, number>> = {}): Refusal {
  const remedy =
    found === 'unclosed-quote' ? 'export-again' : found === 'empty' ? 'choose-another-file' : 'export-as-csv';
  return refusal('file-unreadable', { found, remedy, ...more });
}

/** One stray NUL is an odd answer and is dropped later; many are a picture, or UTF-16 without its mark. */
const isBinary = (start: string): boolean => 100 * (start.split('\u0000').length - 1) > start.length;

function containerOf(bytes: Uint8Array): NotText | undefined {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'xls';
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) && !startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return undefined;
  // a workbook names its parts in the first entries and again in the directory at the end
  const names = latin1(bytes.subarray(0, 4_096)) + latin1(bytes.subarray(-4_096));
  return names.includes('xl/') ? 'xlsx' : 'zip';
}

function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
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
