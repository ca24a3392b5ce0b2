import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SOURCE = resolve(import.meta.dirname, '..', 'shim', 'fault-shim.c');
const SLOT_BYTES = 8;
const FILE_BYTES = 4_096;

/** In the order of the enumeration in fault-shim.c. */
const SLOTS = [
  ...(['failFrom', 'failErrno', 'failCount', 'swallowSync', 'readOnly', 'wallShiftMs'] as const),
  ...(['operations', 'failed', 'wallDriftPpm', 'driftSinceMs'] as const),
] as const;
type Slot = (typeof SLOTS)[number];

export const ERRNO = { EIO: 5, ENOSPC: 28, EROFS: 30 } as const;

/** The shared object that a server is started with, or null where there is no C compiler or no LD_PRELOAD. */
export function compileShim(folder: string): string | null {
  if (process.platform !== 'linux') return null;
  const made = join(folder, 'fault-shim.so');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', made, SOURCE, '-ldl'], { stdio: 'pipe' });
    return made;
  } catch {
    return null;
  }
}

/** What goes wrong in the process that was started with `env`; may change at any time. */
export class Faults {
  private readonly file: number;
  readonly env: Readonly<Record<string, string>>;

  /** @param shadow folder for what has been flushed; null when nobody asks */
  constructor(shim: string, controlFile: string, watch: string, shadow: string | null) {
    writeFileSync(controlFile, Buffer.alloc(FILE_BYTES));
    this.file = openSync(controlFile, 'r+');
    this.env = {
      LD_PRELOAD: shim,
      LAPWING_FAULTS: controlFile,
      LAPWING_WATCH: watch,
      ...(shadow === null ? {} : { LAPWING_SHADOW: shadow }),
    };
  }

  set(slot: Slot, value: number): void {
    const bytes = Buffer.alloc(SLOT_BYTES);
    bytes.writeBigInt64LE(BigInt(Math.round(value)));
    writeSync(this.file, bytes, 0, SLOT_BYTES, SLOTS.indexOf(slot) * SLOT_BYTES);
  }

  get(slot: Slot): number {
    const bytes = Buffer.alloc(SLOT_BYTES);
    readSync(this.file, bytes, 0, SLOT_BYTES, SLOTS.indexOf(slot) * SLOT_BYTES);
    return Number(bytes.readBigInt64LE());
  }

  /** From now on the `nth` write or flush fails, `count` of them; 0: for ever. */
  failAt(nth: number, errno: number, count: number): void {
    this.clear();
    this.set('failErrno', errno);
    this.set('failCount', count);
    this.set('failFrom', nth);
  }

  /** No more failures. */
  clear(): void {
    this.set('failFrom', 0);
    this.set('operations', 0);
    this.set('failed', 0);
  }

  close(): void {
    closeSync(this.file);
  }
}
