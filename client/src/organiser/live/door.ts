import type { Attendee } from '@lapwing/shared/event/roster';
import { type AttendeeId, attendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { EventStore } from '../event-store.ts';
import { createPresenceQueue, type PresenceQueue } from '../people/presence-queue.ts';
import { type CheckInResult, verdictBefore } from './check-in-result.ts';

export const UNDO_FOR_MS = 10_000;

/** The desk at the door: one person at a time, the latest result on a card. */
export interface Door {
  readonly result: ReadonlySignal<CheckInResult | null>;
  readonly queue: PresenceQueue;
  isHere(person: Attendee): boolean;
  /** The press on a name. */
  receive(person: Attendee): void;
  /** Someone from the waitlist, or who had cancelled, comes in after all. */
  letIn(id: AttendeeId): Promise<void>;
  takeBack(id: AttendeeId): void;
  /** Somebody nobody knows yet. */
  walkIn(name: string): Promise<void>;
}

export function openDoor(store: EventStore): Door {
  const { api } = store;
  const result = signal<CheckInResult | null>(null);
  const queue = createPresenceQueue({ send: api.setHere, later: (ms, run) => void setTimeout(run, ms) });
  const isHere = (person: Attendee): boolean => queue.pending.value.get(person.id) ?? person.checkedInAt !== null;
  const still = (id: AttendeeId): boolean => result.peek()?.id === id;

  const checkIn = ({ id, name }: Pick<Attendee, 'id' | 'name'>): void => {
    result.value = { id, name, kind: 'checking' };
    queue.say(id, true, (answer) => {
      if (answer?.ok) store.putPerson(answer.value.attendee);
      if (!still(id)) return;
      if (answer === null) result.value = { id, name, kind: 'kept' };
      else if (!answer.ok) result.value = { id, name, kind: 'refused', code: answer.refusal.code };
      else {
        const done = { id, name, kind: 'in', table: answer.value.firstTable, undoable: true } as const;
        result.value = done;
        setTimeout(() => {
          if (result.peek() === done) result.value = { ...done, undoable: false };
        }, UNDO_FOR_MS);
      }
    });
  };
  const fail = (id: AttendeeId, name: string, code: RefusalCode | 'no-answer'): void => {
    result.value = { id, name, kind: 'refused', code };
  };

  return {
    result,
    queue,
    isHere,
    receive(person) {
      const verdict = verdictBefore(person, isHere(person));
      if (verdict) result.value = verdict;
      else checkIn(person);
    },
    async letIn(id) {
      const answer = await api.changePerson(id, { standing: 'active' });
      if (!answer.ok) return fail(id, store.byId.peek().get(id)?.name ?? '', answer.refusal.code);
      store.putPerson(answer.value);
      checkIn(answer.value);
    },
    takeBack(id) {
      const name = store.byId.peek().get(id)?.name ?? '';
      result.value = { id, name, kind: 'checking' };
      queue.say(id, false, (answer) => {
        if (answer?.ok) store.putPerson(answer.value.attendee);
        if (!still(id)) return;
        if (answer === null) result.value = { id, name, kind: 'kept' };
        else if (answer.ok) result.value = { id, name, kind: 'taken-back' };
        else fail(id, name, answer.refusal.code);
      });
    },
    async walkIn(name) {
      const answer = await api.addPerson({ role: 'student', name });
      if (!answer.ok) return fail(attendeeId(''), name, answer.refusal.code);
      store.putPerson(answer.value);
      checkIn(answer.value);
    },
  };
}
