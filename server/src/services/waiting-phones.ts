import type { AttendeeId, EventId } from '@lapwing/shared/kernel/ids';
import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import { type Secrets, sameSecret } from '../secrets.ts';
import type { Clock } from '../system-clock.ts';

/** Who asks for a number. */
export interface Asker {
  /** What was typed: an address or a badge code. Kept in memory for as long as the number is good. */
  readonly who: string;
  /** Whose address or badge code of this event it is; nobody, or several who share one. */
  readonly people: readonly AttendeeId[];
  /** The connection it came over; '' where a proxy hides it. */
  readonly connection: string;
  readonly address: string;
}

/** Somebody at the desk said whose phone it is. */
export interface Grant {
  readonly person: AttendeeId;
  /** Of the link that counted then: with the next one the phone is not let in any more. */
  readonly generation: number;
  readonly at: Instant;
  /** The session of the helper who did; null for an organiser. */
  readonly helper: string | null;
}

/** A phone that shows its number at the desk. */
export interface Waiting extends Asker {
  readonly number: string;
  readonly secret: string;
  readonly since: Instant;
  readonly validUntil: Instant;
  /** Null until somebody at the desk said whose it is; said once. */
  grant: Grant | null;
  /** When the phone heard of it; a lost answer is asked for again for a little while. */
  heardAt: Instant | null;
}

/** The phones that wait at the desks, by event. In memory: after a restart a page asks for a new number by itself. */
export interface WaitingPhones {
  add(eventId: EventId, asker: Asker): Waiting;
  /** Those whose number is good, the longest first. */
  list(eventId: EventId): readonly Waiting[];
  find(eventId: EventId, number: string): Waiting | undefined;
  /** With the secret that was given with the number. */
  own(eventId: EventId, number: string, secret: string): Waiting | undefined;
  letIn(eventId: EventId, number: string, grant: Grant): void;
  forget(eventId: EventId, number: string): void;
  /** Rises with every phone that comes or is let in. */
  changes(eventId: EventId): number;
}

/**
 * Of the 900 numbers of three digits, phones that named somebody of the event may hold 450, all others 300; the rest keeps
 * the search for a free one short. A full half refuses nobody: who asks next takes the place of an old number. A number is
 * free to ask for, so whoever wants to push others out must hold the half all the time, and pushes out themselves first:
 * - over one connection the oldest of more than three goes;
 * - of more than ten for one person, and in a full half, the oldest of the address that holds most. From elsewhere that is the attacker's own. From the address of the
 *   hall itself (600 a minute, `STRANGER_LIMIT`) an unknown phone keeps its place for half a minute and then asks again;
 *   one that named somebody keeps its own, unless the attacker has the addresses or badges of 45 people.
 * A phone that was pushed out hears nothing of it: else whoever floods the desk would learn from it who is known.
 */
const VALID = minutes(15);
const FIRST = 100;
const NUMBERS = 900;
const MOST_KNOWN = 450;
const MOST_UNKNOWN = 300;
const MOST_A_CONNECTION = 3;
/** Whoever knows somebody's address asks with it as often as they like: theirs go first, unless they sit in the same hall. */
const MOST_A_PERSON = 10;
/** Nine minutes of all that one address may ask. */
const MOST_PUSHED_OUT = 5_000;

const isKnown = ({ people }: Asker): boolean => people.length > 0;

/** The oldest of the address that holds most of them. */
function oldestOfMost(waiting: readonly Waiting[]): Waiting | undefined {
  const held = new Map<string, number>();
  for (const { address } of waiting) held.set(address, (held.get(address) ?? 0) + 1);
  const most = Math.max(...held.values());
  return waiting.find(({ address }) => held.get(address) === most);
}

/** Which of them goes for the next one; undefined while there is room. Whoever is let in already stays. */
function inTheWay(waiting: readonly Waiting[], asker: Asker): Waiting | undefined {
  const [person] = asker.people;
  const same = waiting.filter(({ grant }) => grant === null).filter((one) => isKnown(one) === isKnown(asker));
  const ofConnection = asker.connection === '' ? [] : same.filter((one) => one.connection === asker.connection);
  if (ofConnection.length >= MOST_A_CONNECTION) return ofConnection[0];
  const ofPerson = person === undefined ? [] : same.filter(({ people }) => people[0] === person);
  if (ofPerson.length >= MOST_A_PERSON) return oldestOfMost(ofPerson);
  return same.length < (isKnown(asker) ? MOST_KNOWN : MOST_UNKNOWN) ? undefined : oldestOfMost(same);
}

export function createWaitingPhones(clock: Clock, secrets: Secrets): WaitingPhones {
  const events = new Map<EventId, Waiting[]>();
  const pushedOut = new Map<EventId, Waiting[]>();
  const changes = new Map<EventId, number>();
  const moved = (eventId: EventId): void => void changes.set(eventId, (changes.get(eventId) ?? 0) + 1);

  function list(eventId: EventId): Waiting[] {
    const good = (events.get(eventId) ?? []).filter(({ validUntil }) => clock.now() < validUntil);
    events.set(eventId, good);
    return good;
  }
  const find = (eventId: EventId, number: string): Waiting | undefined =>
    list(eventId).find((one) => one.number === number);

  function freeNumber(taken: ReadonlySet<string>): string {
    for (;;) {
      const number = String(FIRST + secrets.newNumber(NUMBERS));
      if (!taken.has(number)) return number;
    }
  }

  return {
    add(eventId, asker) {
      const before = list(eventId);
      const taken = new Set(before.map(({ number }) => number));
      const gone = inTheWay(before, asker) ?? (taken.size < NUMBERS ? undefined : before[0]);
      if (gone) {
        taken.delete(gone.number);
        pushedOut.set(eventId, [...(pushedOut.get(eventId) ?? []), gone].slice(-MOST_PUSHED_OUT));
      }
      const since = clock.now();
      const keys = { number: freeNumber(taken), secret: secrets.newSecret() };
      const added = { ...asker, ...keys, since, validUntil: after(since, VALID), grant: null, heardAt: null };
      events.set(eventId, [...before.filter((one) => one !== gone), added]);
      moved(eventId);
      return added;
    },
    list,
    find,
    own(eventId, number, secret) {
      const good = ({ validUntil }: Waiting): boolean => clock.now() < validUntil;
      const out = (pushedOut.get(eventId) ?? []).filter((one) => one.number === number && good(one));
      const found = find(eventId, number);
      return [...(found ? [found] : []), ...out].find((one) => sameSecret(one.secret, secret));
    },
    letIn(eventId, number, grant) {
      const found = find(eventId, number);
      if (!found) return;
      found.grant = grant;
      moved(eventId);
    },
    forget(eventId, number) {
      events.set(
        eventId,
        list(eventId).filter((one) => one.number !== number),
      );
    },
    changes: (eventId) => changes.get(eventId) ?? 0,
  };
}
