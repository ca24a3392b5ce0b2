import { after, seconds } from '@lapwing/shared/kernel/time';
import { siteOf } from './network.ts';
import { type Services, wholeNow } from './services.ts';
import { createWaitingAsks } from './waiting-asks.ts';

/** What strangers ask for by typing an address: looked up together, so late that no answer tells how long it took. */
export interface AskedTogether<Ask> {
  /** @param key the same for the same ask @returns false where the network it comes from has no share left */
  add(ip: string, key: string, ask: Ask): boolean;
  stop(): void;
}

const LOOK_AFTER = seconds(2);
/** One query for so many addresses at a time; more than so many do not wait. */
const AT_ONCE = 250;
const MOST_WAITING = 5_000;

/** @param look looks up those whose turn it is @param failed hears of a disk that is full; whoever asked asks again */
export function createAskedTogether<Ask>(
  { clock }: Pick<Services, 'clock'>,
  look: (asks: readonly Ask[]) => void,
  failed: (error: unknown) => void,
): AskedTogether<Ask> {
  const waiting = createWaitingAsks<Ask>(MOST_WAITING);
  let cancel: (() => void) | null = null;

  function lookSoon(): void {
    cancel ??= clock.alarm(after(wholeNow(clock), LOOK_AFTER), lookNow);
  }
  function lookNow(): void {
    cancel = null;
    try {
      look(waiting.take(AT_ONCE));
    } catch (error) {
      failed(error);
    }
    if (waiting.size > 0) lookSoon();
  }
  return {
    add(ip, key, ask) {
      if (!waiting.add(siteOf(ip), key, ask)) return false;
      lookSoon();
      return true;
    },
    stop() {
      cancel?.();
      waiting.clear();
    },
  };
}
