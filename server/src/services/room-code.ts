import type { StoredEvent } from '../db/repositories/events.ts';
import { codeOf, type Secrets } from '../secrets.ts';

/** Signs that a hall reads off a screen. Whoever has a link and guesses at home has 10 a minute of 24^4 = 331,776. */
const LENGTH = 4;

/**
 * What only the room sees: the code for "I am here". It is not the one in the public page's address, which everybody has
 * who was ever invited, and an evening that is moved has another.
 */
export const roomCode = (secrets: Secrets, { id, settings }: Pick<StoredEvent, 'id' | 'settings'>): string =>
  codeOf(secrets.linkSecret('room', id, settings.startsAt), LENGTH);
