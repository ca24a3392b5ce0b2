import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Instant, seconds } from '@lapwing/shared/kernel/time';
import type { Planning } from '@lapwing/shared/protocol/messages';
import type { Aim } from '@lapwing/shared/rotation/solve';
import { askToStop, newSignals, readProgress, type Signals, stopAsked } from '../solver/signals.ts';
import type { Clock } from '../system-clock.ts';

/** The searches for drafts that go on now: at most one an event, whoever asked for it. */
export interface Searches<Found> {
  /**
   * Begins a search, or joins the one that goes on for this event. It does not end when the asker leaves.
   * @param search is handed the signals by which it can be stopped and is heard of
   */
  begin(eventId: EventId, aim: Aim, search: (signals: Signals) => Promise<Found>): Promise<Found>;
  /** Ends the event's search, if there is one, with the best it has. */
  stop(eventId: EventId): void;
  /** Ends all of them; settles when they are over. */
  stopAll(): Promise<void>;
}

const TELL_EVERY_MS = seconds(1) / 4;

/** @param tell hears how far an event's search is, a few times a second, and null when it is over */
export function createSearches<Found>(
  clock: Clock,
  tell: (eventId: EventId, planning: Planning | null) => void,
): Searches<Found> {
  const running = new Map<EventId, { signals: Signals; aim: Aim; found: Promise<Found> }>();

  function tellOften(eventId: EventId, signals: Signals, aim: Aim): () => void {
    let cancel = (): void => {};
    const next = (): void => {
      tell(eventId, planningOf(signals, aim));
      cancel = clock.alarm((clock.now() + TELL_EVERY_MS) as Instant, next);
    };
    next();
    return () => {
      cancel();
      tell(eventId, null);
    };
  }

  return {
    begin(eventId, aim, search) {
      const known = running.get(eventId);
      if (known) return known.found;
      const signals = newSignals();
      const found = search(signals).finally(() => {
        running.delete(eventId);
        silence();
      });
      running.set(eventId, { signals, aim, found });
      const silence = tellOften(eventId, signals, aim);
      return found;
    },
    stop(eventId) {
      const known = running.get(eventId);
      if (!known || stopAsked(known.signals)) return;
      askToStop(known.signals);
      tell(eventId, planningOf(known.signals, known.aim));
    },
    async stopAll() {
      for (const { signals } of running.values()) askToStop(signals);
      await Promise.allSettled([...running.values()].map(({ found }) => found));
    },
  };
}

function planningOf(signals: Signals, aim: Aim): Planning {
  const { tried, of, price } = readProgress(signals);
  const done = of === 0 ? 0 : Math.min(100, Math.floor((100 * tried) / of));
  return { aim, done, tried, of, gained: Math.max(0, -price), stopping: stopAsked(signals) };
}
