import type { EventId } from '@lapwing/shared/kernel/ids';
import { readStored, writeStored } from './stored.ts';

/** A personal page that this device has opened: where it is, of which evening, and whose, as they would call it. */
export interface OwnPage {
  readonly path: string;
  readonly eventId: EventId;
  readonly firstName: string;
}

const PAGES = 'own-pages';
const WALL_CODE = 'wall-code';
/** A device is not shared by more; the oldest is forgotten. */
const MOST = 8;

const all = (): readonly OwnPage[] => readStored<readonly OwnPage[]>(PAGES) ?? [];

/** Remembers a personal page, so that the code on the wall leads back to it. */
export function rememberOwnPage(page: OwnPage): void {
  writeStored(PAGES, [...all().filter(({ path }) => path !== page.path), page].slice(-MOST));
}

/** For a page that this device cannot open any more. */
export function forgetOwnPage(path: string): void {
  writeStored(
    PAGES,
    all().filter((page) => page.path !== path),
  );
}

const DELETED = 'deleted-page';

/** Whose page this is has deleted everything, or did not after all: until the tab is closed it says so instead of "wrong link". */
export function noteDeleted(path: string, deleted = true): void {
  try {
    if (deleted) sessionStorage.setItem(DELETED, path);
    else sessionStorage.removeItem(DELETED);
  } catch {
    // then it is a page that opens nothing
  }
}

export function isDeleted(path: string): boolean {
  try {
    return sessionStorage.getItem(DELETED) === path;
  } catch {
    return false;
  }
}

/** The personal pages of an evening that this device has opened. */
export const ownPagesOf = (eventId: EventId): readonly OwnPage[] => all().filter((page) => page.eventId === eventId);

/** Takes the code of a wall along to a personal page; never in its address. */
export function bringWallCode(path: string, code: string): void {
  try {
    sessionStorage.setItem(WALL_CODE, JSON.stringify({ path, code }));
  } catch {
    // then it is typed
  }
}

/** The code that was brought to this page, once; '' for none. */
export function takeWallCode(path: string): string {
  try {
    const brought = JSON.parse(sessionStorage.getItem(WALL_CODE) ?? 'null') as { path: string; code: string } | null;
    if (brought?.path !== path) return '';
    sessionStorage.removeItem(WALL_CODE);
    return brought.code;
  } catch {
    return '';
  }
}
