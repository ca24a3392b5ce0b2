import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import { type Secrets, sameSecret } from '../secrets.ts';
import type { Clock } from '../system-clock.ts';

/** A phone that shows its number at the desk. */
export interface Waiting {
  readonly number: string;
  readonly secret: string;
  /** What was typed: an address or a badge code. Kept in memory for as long as the number is good. */
  readonly who: string;
  /** The connection it came over; '' where a proxy hides it. */
  readonly connection: string;
  readonly since: Instant;
  readonly validUntil: Instant;
  /** Whose page it gets; null until somebody at the desk said so. */
  person: AttendeeId | null;
}

/** The phones that wait at the desks, by event. In memory: after a restart a page asks for a new number by itself. */
export interface WaitingPhones {
  /** Undefined when too many wait already. */
  add(eventId: EventId, who: string, connection: string): Waiting | undefined;
  /** Those whose number is good, the longest first. */
  list(eventId: EventId): readonly Waiting[];
  find(eventId: EventId, number: string): Waiting | undefined;
  /** With the secret that was given with the number. */
  own(eventId: EventId, number: string, secret: string): Waiting | undefined;
  letIn(eventId: EventId, number: string, person: AttendeeId): boolean;
  /** Rises with every phone that comes or is let in. */
  changes(eventId: EventId): number;
}

const VALID = minutes(15);
const FIRST = 100;
const NUMBERS = 900;
/** More than that wait at no desk; the rest say their name. */
const MOST = 300;
/** One phone needs one number: over one connection the oldest of more goes. */
const MOST_A_CONNECTION = 3;

export function createWaitingPhones(clock: Clock, secrets: Secrets): WaitingPhones {
  const events = new Map<EventId, Waiting[]>();
  const changes = new Map<EventId, number>();
  const moved = (eventId: EventId): void => void changes.set(eventId, (changes.get(eventId) ?? 0) + 1);

  function list(eventId: EventId): Waiting[] {
    const good = (events.get(eventId) ?? []).filter(({ validUntil }) => clock.now() < validUntil);
    events.set(eventId, good);
    return good;
  }
  const find = (eventId: EventId, number: string): Waiting | undefined =>
    list(eventId).find((one) => one.number === number);

  function freeNumber(taken: readonly Waiting[]): string {
    for (;;) {
      const number = String(FIRST + secrets.newNumber(NUMBERS));
      if (!taken.some((one) => one.number === number)) return number;
    }
  }

  function makeRoom(eventId: EventId, connection: string): readonly Waiting[] {
    const waiting = list(eventId);
    const theirs = connection === '' ? [] : waiting.filter((one) => one.connection === connection);
    const oldest = theirs.length >= MOST_A_CONNECTION ? theirs[0] : undefined;
    return oldest ? waiting.filter((one) => one !== oldest) : waiting;
  }

  return {
    add(eventId, who, connection) {
      const waiting = makeRoom(eventId, connection);
      if (waiting.length >= MOST) return undefined;
      const since = clock.now();
      const keys = { number: freeNumber(waiting), secret: secrets.newSecret() };
      const added = { ...keys, who, connection, since, validUntil: after(since, VALID), person: null };
      events.set(eventId, [...waiting, added]);
      moved(eventId);
      return added;
    },
    list,
    find,
    own(eventId, number, secret) {
      const found = find(eventId, number);
      return found && sameSecret(found.secret, secret) ? found : undefined;
    },
    letIn(eventId, number, person) {
      const found = find(eventId, number);
      if (!found) return false;
      found.person = person;
      moved(eventId);
      return true;
    },
    changes: (eventId) => changes.get(eventId) ?? 0,
  };
}
