import { crc32, inflateRawSync } from 'node:zlib';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { unreadable } from '@lapwing/shared/roster-import/decode';

/** What a workbook may hold (security.md F1). */
export const MOST_ENTRIES = 200;
export const MOST_UNPACKED_BYTES = 50 * 1024 * 1024;
export const MOST_RATIO = 100;
/** A small part may be as regular as it likes. */
const RATIO_COUNTS_FROM_BYTES = 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** The longest comment that may stand behind the directory. */
const MOST_COMMENT_BYTES = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** One part of an archive, as its directory tells. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** Bytes; what the directory says, which may be a lie. */
  readonly unpacked: number;
  readonly at: number;
}

/** The parts of an archive, none unpacked yet. Refused by what its directory says: too many, too large, too well packed. */
export function entriesOf(bytes: Buffer): Result<ZipEntry[], Refusal> {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end < bytes.length - END_BYTES - MOST_COMMENT_BYTES || end + END_BYTES > bytes.length)
    return damaged();
  if (bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return damaged();
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) return refused(refusal('too-large', { what: 'entries', most: MOST_ENTRIES }));
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return damaged();
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) return refused(unreadable('locked'));
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return tooMuch(entries) ?? ok(entries);
}

function tooMuch(entries: readonly ZipEntry[]): Result<never, Refusal> | undefined {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > MOST_UNPACKED_BYTES) return unpacksTooLarge();
  const dense = ({ packed, unpacked }: ZipEntry): boolean =>
    unpacked > RATIO_COUNTS_FROM_BYTES && unpacked > MOST_RATIO * packed;
  return entries.some(dense) ? refused(refusal('too-large', { what: 'ratio', most: MOST_RATIO })) : undefined;
}

/** Unpacks one part, and never more of it than the directory promised. */
export function unpack(bytes: Buffer, entry: ZipEntry): Result<Buffer, Refusal> {
  const { at, packed, unpacked, method } = entry;
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_ENTRY) return damaged();
  const from = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) return damaged();
  const data = bytes.subarray(from, from + packed);
  if (method === STORED) return packed === unpacked ? ok(data) : damaged();
  if (method !== DEFLATED) return damaged();
  try {
    const whole = inflateRawSync(data, { maxOutputLength: Math.max(1, unpacked) });
    return whole.length === unpacked ? ok(whole) : damaged();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? unpacksTooLarge() : damaged();
  }
}

const damaged = (): Result<never, Refusal> => refused(unreadable('damaged'));
const unpacksTooLarge = (): Result<never, Refusal> =>
  refused(refusal('too-large', { what: 'unpacked', most: MOST_UNPACKED_BYTES }));

/** An archive that holds these parts as they are, for a reader that must not meet anything else. */
export function packStored(parts: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, body] of parts) {
    const nameBytes = Buffer.from(name);
    const sum = crc32(body);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL_ENTRY, 0);
    local.writeUInt16LE(20, 4); // version that may be asked to read it: 2.0
    writeSizes(local, 14, sum, body.length, nameBytes.length);
    const entry = Buffer.alloc(ENTRY_BYTES);
    entry.writeUInt32LE(DIRECTORY_ENTRY, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    writeSizes(entry, 16, sum, body.length, nameBytes.length);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, nameBytes, body);
    directory.push(entry, nameBytes);
    at += LOCAL_BYTES + nameBytes.length + body.length;
  }
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

/** Checksum, both sizes and the length of the name follow each other in either kind of header. */
function writeSizes(header: Buffer, at: number, sum: number, bytes: number, nameBytes: number): void {
  header.writeUInt32LE(sum, at);
  header.writeUInt32LE(bytes, at + 4);
  header.writeUInt32LE(bytes, at + 8);
  header.writeUInt16LE(nameBytes, at + 12);
}
