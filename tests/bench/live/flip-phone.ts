import { makeClock } from '@lapwing/shared/clock/offset';
import { type Steered, steer } from '@lapwing/shared/clock/slew';
import type { ClockAnswer, RoomFrame } from '@lapwing/shared/protocol/messages';
import { type Door, openLight } from './light-socket.ts';
import { machineNow } from './statistics.ts';

/** A page that changes what it shows at the announced instant, by the product’s own clock; its crystal is off a little. */
export interface FlipPhone {
  /** When it began to show version `v`, in the machine’s time; undefined while it does not. */
  flippedAt(version: number): number | undefined;
  /** When it heard of it. */
  heardAt(version: number): number | undefined;
  connected(): boolean;
  close(): void;
}

const CRYSTAL = 50e-6;
const HEARTBEAT_MS = 15_000;

export function flipPhone(door: Door, random: () => number): FlipPhone {
  const rate = 1 + (random() * 2 - 1) * CRYSTAL;
  const begun = random() * 1e9 - machineNow() * rate;
  const own = (truth: number): number => begun + truth * rate;
  const clock = makeClock();
  const flips = new Map<number, number>();
  const heard = new Map<number, number>();
  let steered: Steered | null = null;
  let version = 0;
  let exchanges = 0;
  let beat: NodeJS.Timeout | undefined;

  function serverTime(): number | null {
    const at = own(machineNow());
    const target = clock.offset(at);
    if (target !== null) steered = steer(clock.opening() ? null : steered, at, target);
    return steered === null ? null : at + steered.offset;
  }

  /** Looks again when it should be time: timers are not trusted, and the estimate becomes better meanwhile. */
  function flipWhenDue(v: number, startsAt: number): void {
    if (v !== version || flips.has(v)) return;
    const now = serverTime();
    const left = now === null ? 0 : startsAt - now;
    if (left <= 0) flips.set(v, machineNow());
    else setTimeout(() => flipWhenDue(v, startsAt), left > 20 ? left - 10 : Math.min(left, 1));
  }

  function exchange(): void {
    clearTimeout(beat);
    if (clock.needsBurst()) exchanges = 0;
    socket.send(JSON.stringify({ t: 'c', a: Math.round(own(machineNow()) * 1e4) / 1e4 }));
    exchanges += 1;
    const wait = Math.min(clock.delay(exchanges), HEARTBEAT_MS);
    beat = setTimeout(exchange, wait === HEARTBEAT_MS ? wait * (0.8 + 0.4 * random()) : wait);
  }

  let open = false;
  const socket = openLight(door, {
    opened() {
      open = true;
      exchange();
    },
    heard(frame, at) {
      const message = JSON.parse(frame.toString()) as ClockAnswer | RoomFrame;
      if (message.t === 'c') clock.sample({ t0: message.a, t1: message.b, t2: message.s, t3: own(at) });
      if (message.t !== 'room' || message.v <= version) return;
      version = message.v;
      heard.set(version, at);
      const { phase } = message.moment;
      flipWhenDue(version, 'startsAt' in phase ? phase.startsAt : Number.NEGATIVE_INFINITY);
    },
    closed() {
      open = false;
      clearTimeout(beat);
    },
  });
  return {
    flippedAt: (v) => flips.get(v),
    heardAt: (v) => heard.get(v),
    connected: () => open,
    close() {
      clearTimeout(beat);
      socket.close();
    },
  };
}
