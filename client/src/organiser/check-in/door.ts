import { type Presented, presented } from '@lapwing/shared/event/badge';
import { type Attendee, EMPTY_DETAILS } from '@lapwing/shared/event/roster';
import { type AttendeeId, attendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { PresenceAnswer } from '@lapwing/shared/protocol/api';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ApiAnswer } from '../../kit/api.ts';
import { randomText } from '../../kit/random-text.ts';
import type { EventStore } from '../event-store.ts';
import { type CheckInResult, verdictBefore } from './check-in-result.ts';
import { keptWords, type WalkIn } from './kept-words.ts';
import { createPresenceQueue, type PresenceQueue } from './presence-queue.ts';

export const UNDO_FOR_MS = 10_000;
/** A check-in that is so much older than the press is somebody else’s. */
const OTHERS_WERE_FIRST_MS = 2_000;
const MOST_RECENT = 3;
const NOBODY = attendeeId('');

/** A phone that waits at the desk, by its number. */
export interface PhoneToGive {
  readonly number: string;
  /** Null: it goes to whoever is checked in next. */
  readonly to: AttendeeId | null;
}

/** The desk at the door: one person at a time, the latest result on a card. */
export interface Door {
  readonly result: ReadonlySignal<CheckInResult | null>;
  /** The results before that, newest first. */
  readonly recent: ReadonlySignal<readonly CheckInResult[]>;
  readonly queue: PresenceQueue;
  /** A waiting phone whose person is about to be checked in; null for none. */
  readonly phone: Signal<PhoneToGive | null>;
  /** Whether the last phone was not let in, because helpers let in too many. */
  readonly tooManyPhones: ReadonlySignal<boolean>;
  isHere(person: Attendee): boolean;
  /** The press on a name. */
  receive(person: Attendee): void;
  /** What a camera, a scanner or a hand gave. */
  present(text: string): Promise<void>;
  /** The same from an address that was opened: whoever it is is named, and one tap checks them in. */
  offer(text: string): Promise<void>;
  /** Someone from the waitlist, who had cancelled, or with a badge of another evening comes in after all. */
  letIn(result: CheckInResult): Promise<void>;
  takeBack(id: AttendeeId): void;
  /** Somebody nobody knows yet; they are on the list at once. */
  walkIn(walkIn: WalkIn): Attendee;
  /** Puts a person beside a name for whom only a place was booked. Null when all is well. */
  nameGuest(id: AttendeeId, name: string): Promise<RefusalCode | 'no-answer' | null>;
  /** A phone that shows this number gets this person's page, and they are checked in. */
  letPhoneIn(number: string, person: Attendee): void;
}

/** As the server's own ids are: made here, so that a walk-in can be added without it. */
const newId = (): AttendeeId => attendeeId(randomText(9));

const serverNow = (store: EventStore): Instant | null => {
  const now = store.live.now.peek();
  return now === null ? null : instant(Math.floor(now));
};

const queueOf = (store: EventStore): PresenceQueue =>
  createPresenceQueue({
    send: store.api.setHere,
    add: store.api.addWalkIn,
    later: (ms, run) => void setTimeout(run, ms),
    now: () => serverNow(store),
    kept: keptWords(store.id),
    heard: ({ attendee }) => store.putPerson(attendee),
  });

/** Opens the desk; what it said and the server has not heard is said again. */
export function openDoor(store: EventStore): Door {
  const { api } = store;
  const result = signal<CheckInResult | null>(null);
  const recent = signal<readonly CheckInResult[]>([]);
  const phone = signal<PhoneToGive | null>(null);
  const tooManyPhones = signal(false);
  const queue = queueOf(store);
  const isHere = (person: Attendee): boolean => queue.pending.value.get(person.id) ?? person.checkedInAt !== null;
  const nameOf = (id: AttendeeId): string => store.byId.peek().get(id)?.name ?? '';

  /** A new card; the one before it goes below. */
  const show = (next: CheckInResult): void => {
    const last = result.peek();
    if (last && (last.id !== next.id || last.name !== next.name))
      recent.value = [last, ...recent.peek()].slice(0, MOST_RECENT);
    result.value = next;
  };
  /** The verdict of whoever is on the card. */
  const settle = (next: CheckInResult): void => {
    const now = result.peek();
    if (now?.id === next.id && now.name === next.name) result.value = next;
  };
  const giveWaitingPhone = (id: AttendeeId): void => {
    const waiting = phone.peek();
    phone.value = null;
    if (!waiting || (waiting.to ?? id) !== id) return;
    tooManyPhones.value = false;
    void api.letPhoneIn(waiting.number, id).then((answer) => {
      tooManyPhones.value = !answer.ok && answer.refusal.code === 'too-many-requests';
    });
  };
  const heardIn = (id: AttendeeId, name: string) => {
    const said = serverNow(store);
    return (answer: ApiAnswer<PresenceAnswer> | null): void => {
      if (!answer?.ok) {
        settle(answer ? { id, name, kind: 'refused', code: answer.refusal.code } : { id, name, kind: 'kept' });
        return;
      }
      const { attendee, firstTable } = answer.value;
      const at = attendee.checkedInAt;
      // another desk was first, or they did it themselves, and this page had not heard of it
      if (at !== null && said !== null && at < said - OTHERS_WERE_FIRST_MS) {
        settle({ id, name, kind: 'already', at });
        return;
      }
      const done = { id, name, kind: 'in', table: firstTable, at, undoable: true } as const;
      settle(done);
      setTimeout(() => {
        if (result.peek() === done) result.value = { ...done, undoable: false };
      }, UNDO_FOR_MS);
    };
  };

  const checkIn = ({ id, name }: Pick<Attendee, 'id' | 'name'>): void => {
    show({ id, name, kind: 'checking' });
    giveWaitingPhone(id);
    queue.say(id, true, heardIn(id, name));
  };
  const askPlace = async ({ id, name }: Attendee): Promise<void> => {
    const answer = await api.scan({ person: id });
    if (answer.ok && answer.value.place !== null) {
      settle({ id, name, kind: 'not-expected', standing: 'waiting', place: answer.value.place });
    }
  };

  async function presentTo(text: string, take: (person: Attendee) => void): Promise<void> {
    const read = presented(text);
    const known = read && knownHere(store, read);
    if (known) return take(known);
    const shown = shownOf(read, text);
    if (!read) return show({ id: NOBODY, name: shown, kind: 'unknown' });
    show({ id: NOBODY, name: shown, kind: 'checking' });
    const answer = await api.scan(read.kind === 'badge' ? { code: read.code } : { person: read.id });
    if (result.peek()?.name !== shown) return;
    if (!answer.ok) return settle(refusedScan(shown, answer.refusal.code));
    const { attendee, elsewhere } = answer.value;
    if (attendee) {
      store.putPerson(attendee);
      result.value = null;
      return take(attendee);
    }
    if (elsewhere) result.value = { id: NOBODY, ...elsewhere, kind: 'elsewhere' };
  }

  const door: Door = {
    ...{ result, recent, queue, phone, tooManyPhones, isHere },
    receive(person) {
      const verdict = verdictBefore(person, isHere(person));
      if (!verdict) return checkIn(person);
      show(verdict);
      if (verdict.kind === 'already') giveWaitingPhone(person.id);
      if (person.standing === 'waiting' && verdict.kind === 'not-expected') void askPlace(person);
    },
    present: (text) => presentTo(text, door.receive),
    offer: (text) =>
      presentTo(text, (person) => {
        const { id, name } = person;
        show(isHere(person) ? { id, name, kind: 'already', at: person.checkedInAt } : { id, name, kind: 'offered' });
      }),
    async letIn(from) {
      if (from.kind === 'elsewhere') {
        door.walkIn({ name: from.name, role: from.role });
        return;
      }
      const { id } = from;
      const answer = await api.changePerson(id, { standing: 'active' });
      if (!answer.ok) return settle({ id, name: nameOf(id), kind: 'refused', code: answer.refusal.code });
      store.putPerson(answer.value);
      checkIn(answer.value);
    },
    takeBack(id) {
      const name = nameOf(id);
      show({ id, name, kind: 'checking' });
      queue.say(id, false, (answer) => {
        if (answer === null) settle({ id, name, kind: 'kept' });
        else if (answer.ok) settle({ id, name, kind: 'taken-back' });
        else settle({ id, name, kind: 'refused', code: answer.refusal.code });
      });
    },
    walkIn(walkIn) {
      const id = newId();
      const person: Attendee = {
        ...EMPTY_DETAILS,
        ...walkIn,
        id,
        checkedInAt: null,
        badgeCode: '',
        unnamed: false,
        unconfirmed: false,
        keptUntil: null,
      };
      store.putPerson(person);
      show({ id, name: walkIn.name, kind: 'checking' });
      giveWaitingPhone(id);
      const heard = heardIn(id, walkIn.name);
      queue.sayNew(id, walkIn, (answer) => {
        heard(answer);
        if (answer && !answer.ok) void store.refresh();
      });
      return person;
    },
    async nameGuest(id, name) {
      const answer = await api.changePerson(id, { name });
      if (!answer.ok) return answer.refusal.code;
      store.putPerson(answer.value);
      const now = result.peek();
      if (now?.id === id) result.value = { ...now, name };
      return null;
    },
    letPhoneIn(number, person) {
      // somebody from the waitlist keeps their phone waiting until the desk lets them in
      phone.value = { number, to: person.id };
      door.receive(person);
    },
  };
  return door;
}

const knownHere = (store: EventStore, read: Presented): Attendee | undefined =>
  (store.people.peek() ?? []).find((person) =>
    read.kind === 'badge' ? person.badgeCode === read.code : person.id === read.id,
  );

/** What the card says while nobody knows whose code it is. */
const shownOf = (read: Presented | null, text: string): string =>
  read?.kind === 'badge' ? read.code : read?.kind === 'person' ? '' : text.trim().slice(0, 60);

const refusedScan = (name: string, code: RefusalCode | 'no-answer'): CheckInResult =>
  code === 'unknown-code' ? { id: NOBODY, name, kind: 'unknown' } : { id: NOBODY, name, kind: 'refused', code };
