import type { AttendeeRole, Standing } from '@lapwing/shared/event/roster';

/** A student waits for a place; a mentor is there for whoever drops out. */
export const standingWord = (standing: Standing, role: AttendeeRole) =>
  standing === 'waiting' && role === 'mentor' ? 'standing.waiting.mentor' : (`standing.${standing}` as const);
