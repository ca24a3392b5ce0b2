import type { DeskNumber } from '@lapwing/shared/protocol/api';

export type Kept = Pick<DeskNumber, 'number' | 'secret'>;

/** The number of this phone for as long as the tab is open: a reload must not lose its place at the desk. */
export function keptNumber(code: string): { read(): Kept | null; write(kept: Kept | null): void } {
  const key = `desk ${code}`;
  return {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
      } catch {
        return null;
      }
    },
    write(kept) {
      try {
        if (kept === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // then a reload asks anew
      }
    },
  };
}
