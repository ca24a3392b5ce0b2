import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from './durable-file.ts';

/** Characters of codes people read from a wall and type: no look-alikes (0 O, 1 I L, 5 S, 8 B, G, Z 2). */
const CODE_ALPHABET = 'ACDEFHJKMNPQRTUVWXY34679';

/** What must not be guessed. Randomness comes in as `bytes`, so that tests can repeat themselves. */
export interface Secrets {
  /** A public id: 12 characters [A-Za-z0-9_-], 72 random bits. */
  newId(): string;
  /** 32 random bytes, base64url. */
  newSecret(): string;
  /** `length` characters that can be read aloud. */
  newCode(length: number): string;
  /** A whole number from 0 to `below` − 1; `below` at most 2^24. */
  newNumber(below: number): number;
  /**
   * The secret of a link. Derived from the key file and the link's name, so that a helper can show it again without a
   * copy in the database; a higher generation makes a new one and kills the old.
   */
  linkSecret(
    purpose:
      | 'attendee'
      | 'display'
      | 'ask'
      | 'requests'
      | 'registration'
      | 'helper'
      | 'mailbox'
      | 'room'
      | 'trace'
      | 'through'
      | 'member'
      | 'question',
    id: string,
    generation: number,
  ): string;
}

const readAloud = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length] as string).join('');

/** The first `length` bytes of a link's secret as characters that can be read aloud. */
export const codeOf = (linkSecret: string, length: number): string =>
  readAloud(Buffer.from(linkSecret, 'base64url').subarray(0, length));

/** SHA-256 of a secret, hex: all that the database keeps. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'hex');

/** Compares in constant time. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(one)), Buffer.from(hashOf(other)));

export function secretsFrom(key: Buffer, bytes: (size: number) => Buffer = randomBytes): Secrets {
  return {
    newId: () => bytes(9).toString('base64url'),
    newSecret: () => bytes(32).toString('base64url'),
    newCode: (length) => readAloud(bytes(length)),
    newNumber: (below) => Number.parseInt(bytes(4).toString('hex'), 16) % below,
    linkSecret: (purpose, id, generation) =>
      createHmac('sha256', key).update(`${purpose}:${id}:${generation}`).digest('base64url'),
  };
}

/** Reads the key that link secrets come from, or makes it at the first start (mode 0600). */
export function keyFrom(dataDir: string): Buffer {
  const file = join(dataDir, 'links.key');
  // Flushed: a power cut in the first minute must not leave an empty key behind, with which no server would start.
  if (!existsSync(file)) writeDurably(file, randomBytes(32));
  chmodSync(file, 0o600);
  const key = readFileSync(file);
  if (key.length !== 32) throw new Error(`${file} does not hold a key of 32 bytes; restore it from a backup.`);
  return key;
}
