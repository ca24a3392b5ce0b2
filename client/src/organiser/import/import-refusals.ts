import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { NotText } from '@lapwing/shared/roster-import/decode';
import type { Word } from '../sentence.ts';

/** Why a file was refused: the code, and what the server says of it. */
export interface FileRefusal {
  readonly code: RefusalCode | 'no-answer';
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

const TOO_LARGE: Readonly<Record<string, Word>> = {
  bytes: 'import.large.bytes',
  rows: 'import.large.rows',
  columns: 'import.large.columns',
  guests: 'import.large.guests',
  unpacked: 'import.large.unpacked',
  entries: 'import.large.entries',
  ratio: 'import.large.ratio',
};
const UNREADABLE: Readonly<Record<NotText, Word>> = {
  empty: 'import.not.empty',
  xlsx: 'import.not.damaged',
  xls: 'import.not.xls',
  locked: 'import.not.locked',
  zip: 'import.not.zip',
  pdf: 'import.not.pdf',
  html: 'import.not.html',
  binary: 'import.not.binary',
  'unclosed-quote': 'import.not.unclosed-quote',
  damaged: 'import.not.damaged',
  'too-slow': 'import.not.too-slow',
  'too-heavy': 'import.not.too-heavy',
  stopped: 'import.not.stopped',
};

/** The sentence that names the limit or the fault and what to do; undefined where the code says all there is. */
export function fileRefusalWord({ code, details }: FileRefusal): Word | undefined {
  if (code === 'too-large') return TOO_LARGE[String(details?.what ?? 'bytes')];
  if (code === 'file-unreadable') return UNREADABLE[String(details?.found) as NotText];
  return undefined;
}
