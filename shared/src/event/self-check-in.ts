import type { Instant } from '../kernel/time.ts';

/** Whoever is here sooner is not at the door yet. */
const OPENS_BEFORE_MS = 3 * 3_600_000;

/** Whether people may say by themselves that they are here: from three hours before the start on. */
export const selfCheckInOpen = (now: Instant, startsAt: Instant): boolean => now >= startsAt - OPENS_BEFORE_MS;

/** A code from the wall, however it was typed. */
export const wallCode = (typed: string): string => typed.replaceAll(/[\s-]/gu, '').toUpperCase();
