import type { EventId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { type Result, refused } from '@lapwing/shared/kernel/result';

type Work<Value> = () => Promise<Result<Value, Refusal>>;

/** Searches that somebody waits for, one at a time for each event: a hundred threads at once would stop the night. */
export interface Line {
  /**
   * Does the work when its turn comes, and not before, so that it sees the evening as it stands then. Refused with
   * too-many-requests where too many wait already.
   * @param same whoever asks for the same while it waits for its turn shares the answer
   */
  inTurn<Value>(eventId: EventId, same: string, work: Work<Value>): Promise<Result<Value, Refusal>>;
}

/** More organisers than ever stand at one desk. */
const MOST_WAITING = 8;

interface Queue {
  /** Settles when everybody in the line was served. */
  end: Promise<unknown>;
  readonly waiting: Map<string, Promise<Result<unknown, Refusal>>>;
}

export function createLine(): Line {
  const queues = new Map<EventId, Queue>();

  function stand<Value>(eventId: EventId, same: string, work: Work<Value>): Promise<Result<Value, Refusal>> {
    const queue = queues.get(eventId) ?? { end: Promise.resolve(), waiting: new Map() };
    queues.set(eventId, queue);
    if (queue.waiting.size >= MOST_WAITING) return Promise.resolve(refused(refusal('too-many-requests')));
    const served = queue.end.then(() => {
      queue.waiting.delete(same);
      return work();
    });
    queue.waiting.set(same, served);
    const end = served
      .catch(() => {})
      .then(() => {
        if (queue.end === end) queues.delete(eventId);
      });
    queue.end = end;
    return served;
  }

  return {
    inTurn<Value>(eventId: EventId, same: string, work: Work<Value>) {
      const known = queues.get(eventId)?.waiting.get(same);
      // the same question has the same kind of answer
      return (known as Promise<Result<Value, Refusal>> | undefined) ?? stand(eventId, same, work);
    },
  };
}
