import type { EventId } from '@lapwing/shared/kernel/ids';
import type { SignedOut } from '@lapwing/shared/protocol/privacy-api';
import { request } from './api.ts';
import { deviceTime } from './server-clock.ts';
import { dropStored, readStored, storedNames, writeStored } from './stored.ts';

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

/** Letters of this page, notes among them, that the server has not heard: they go with what the device keeps. */
export const unsentOf = (path: string): number => (readStored<readonly unknown[]>(`outbox ${path}`) ?? []).length;

/** Lets go of all that this device keeps of a page: each thing stands under "name path". */
export function dropPage(path: string): void {
  for (const name of storedNames()) if (name.endsWith(` ${path}`)) dropStored(name);
  forgetOwnPage(path);
}

const DAY_MS = 86_400_000;
/** From its begin to the end of the last link, in days: an evening is over within one, and its links work for seven more. */
const STAYS_DAYS = 8;
/** What is kept of a page of which no evening is known has no date of its own, and goes this long after it was found. */
const UNDATED_DAYS = 30;

/** What is looked at of a kept evening (`phone/kept-evening`). */
interface Dated {
  readonly card?: { readonly startsAt?: number };
  readonly at?: number | null;
  readonly ahead?: number;
}

/**
 * Lets go of the pages that cannot be opened any more, so that nothing waits on a shared computer for whoever finds it.
 * @param now the time by this device
 */
export function sweepPages(now = deviceTime()): void {
  const named = storedNames().flatMap((name) => / (\/me\/\S+)$/u.exec(name)?.[1] ?? []);
  for (const path of new Set([...named, ...all().map((page) => page.path)])) if (isPast(path, now)) dropPage(path);
  for (const name of storedNames()) if (SENT_FORM.test(name) && isOld(name, now, SENT_DAYS)) dropForm(name);
}

function isPast(path: string, now: number): boolean {
  const evening = readStored<Dated>(`evening ${path}`);
  if (evening?.card) {
    const last = Math.max(evening.card.startsAt ?? 0, evening.at ?? 0);
    return now + (evening.ahead ?? 0) > last + STAYS_DAYS * DAY_MS;
  }
  return isOld(path, now, UNDATED_DAYS);
}

/** Of what has no date: whether it was found here more than so many days ago. */
function isOld(name: string, now: number, days: number): boolean {
  const found = readStored<number>(`undated ${name}`);
  if (found === null) writeStored(`undated ${name}`, now);
  return found !== null && now > found + days * DAY_MS;
}

/** What a form was sent with holds a name and an address, and is for an answer that got lost (`public/registering`). */
const SENT_FORM = /^(?:student|mentor) key (\S+)$/u;
/** As long as the server knows the browser that sent it. */
const SENT_DAYS = 1;

function dropForm(name: string): void {
  dropStored(name);
  dropStored(`undated ${name}`);
}

/**
 * Ends a personal page on this device, on the server and here. Without an answer nothing changes: the cookie would still
 * open it.
 * @returns where to go from there; null for no answer
 */
export async function signOutOf(path: string): Promise<string | null> {
  const answer = await request<SignedOut>('DELETE', `${path}/session`);
  if (!answer.ok && answer.refusal.code !== 'not-found') return null;
  dropPage(path);
  if (!answer.ok) return path;
  const { publicPage } = answer.value;
  for (const name of storedNames()) if (publicPage === `/e/${SENT_FORM.exec(name)?.[1]}`) dropForm(name);
  return publicPage;
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
