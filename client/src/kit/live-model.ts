import { holdBack, untilSecondsGoneChange, untilSecondsLeftChange } from '@lapwing/shared/clock/remaining';
import { between, type Duration, type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import type { Moment, Phase } from '@lapwing/shared/live/state';
import { advance, phaseShown, timeLeft, untilFlip } from '@lapwing/shared/live/timeline';
import type {
  Facts,
  Hall,
  NameBoard,
  OwnDisplay,
  PersonalCard,
  RoomFrame,
  ServerMessage,
  Staff,
} from '@lapwing/shared/protocol/messages';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Connection, type ConnectionStatus, connect } from './connection.ts';

/** What a screen shows now. `left`: null where nothing counts down; `flip`: time until an announced change, else null. */
export interface Shown {
  readonly phase: Phase;
  readonly left: Duration | null;
  readonly flip: Duration | null;
}

/** The room as this page knows it, drawn forward by its own clock: needs no message while the evening goes by the plan. */
export interface LiveModel {
  readonly status: ReadonlySignal<ConnectionStatus>;
  readonly lastHeardAt: ReadonlySignal<number | null>;
  readonly room: ReadonlySignal<RoomFrame | null>;
  readonly card: ReadonlySignal<PersonalCard | null>;
  readonly hall: ReadonlySignal<Hall | null>;
  readonly facts: ReadonlySignal<Facts | null>;
  readonly staff: ReadonlySignal<Staff | null>;
  /** Only for a display: who it is. */
  readonly display: ReadonlySignal<OwnDisplay | null>;
  /** Only for a phone: when its link was opened on a further device. */
  readonly also: ReadonlySignal<Instant | null>;
  /** Only for a phone: how often it heard that there is news of picks. */
  readonly picksNews: ReadonlySignal<number>;
  /** Only for a display that is to show names. */
  readonly names: ReadonlySignal<NameBoard | null>;
  /** Server time at the last drawing; changes on the whole seconds of what is counted. Null until the clock is known. */
  readonly now: ReadonlySignal<Instant | null>;
  readonly moment: ReadonlySignal<Moment | null>;
  readonly shown: ReadonlySignal<Shown | null>;
  readonly connection: Connection;
  /** Takes a message that came another way (an answer over HTTP). Older states of the room are left aside. */
  take(message: ServerMessage): void;
  close(): void;
}

const MAX_SLEEP_MS = 1_000;

/** Connects to `path` and keeps the model of the room. `initial`: what the page came with. */
export function createLiveModel(
  path: string,
  heartbeatMs: 15_000 | 5_000,
  initial: { readonly room?: RoomFrame; readonly card?: PersonalCard } = {},
): LiveModel {
  const room = signal<RoomFrame | null>(initial.room ?? null);
  const card = signal<PersonalCard | null>(initial.card ?? null);
  const hall = signal<Hall | null>(null);
  const facts = signal<Facts | null>(null);
  const staff = signal<Staff | null>(null);
  const display = signal<OwnDisplay | null>(null);
  const also = signal<Instant | null>(null);
  const picksNews = signal(0);
  const names = signal<NameBoard | null>(null);
  const now = signal<Instant | null>(null);

  const take = (message: ServerMessage): void => {
    switch (message.t) {
      case 'room':
        takeRoom(message);
        break;
      case 'card':
        card.value = message;
        break;
      case 'hall':
        hall.value = message;
        break;
      case 'facts':
        facts.value = message;
        break;
      case 'staff':
        staff.value = message;
        break;
      case 'display':
        display.value = message;
        // names are here only for as long as they are to be shown
        if (message.layout !== 'names') names.value = null;
        break;
      case 'names':
        names.value = message;
        break;
      case 'also':
        also.value = message.at;
        break;
      case 'picks':
        picksNews.value += 1;
        break;
      case 'c':
        break;
    }
  };

  /** Runs of the server that are over: what one of them said may still be on its way. */
  const over = new Set<string>();
  const takeRoom = (frame: RoomFrame): void => {
    const known = room.peek();
    if (over.has(frame.epoch) || !isNewer(frame, known)) return;
    if (known !== null && known.epoch !== frame.epoch) {
      over.add(known.epoch);
      // a server that started anew read its wall clock anew: what was measured against the old one tells nothing
      connection.clock.reset();
    }
    room.value = frame;
  };

  const connection = connect({ path, heartbeatMs, onMessage: take });
  const moment = computed(
    () => room.value && (now.value === null ? room.value.moment : advance(room.value.moment, now.value)),
  );
  const shown = computed(() => moment.value && shownAt(moment.value, now.value));
  const stop = keepTime(now, moment, () => connection.clock.now(), [room, connection.lastHeardAt]);

  return {
    ...{ room, card, hall, facts, staff, display, names, also, picksNews, now, moment, shown, connection, take },
    status: connection.status,
    lastHeardAt: connection.lastHeardAt,
    close() {
      stop();
      connection.close();
    },
  };
}

/** Newer in the same run of the server, or of another run: a frame that was overtaken on the way is left aside. */
const isNewer = (frame: RoomFrame, known: RoomFrame | null): boolean =>
  known === null || frame.epoch !== known.epoch || frame.v > known.v;

/** What is on screen at `now`; without a clock (null) whatever needs none. */
export function shownAt(moment: Moment, now: Instant | null): Shown {
  if (now === null) {
    const { phase } = moment;
    return { phase, left: phase.kind === 'paused' ? phase.remaining : null, flip: null };
  }
  const phase = phaseShown(moment, now);
  return { phase, left: timeLeft(phase, now), flip: untilFlip(moment, now) };
}

/** Milliseconds until a figure on screen changes: on the seconds of whatever counts, at most one second. */
export function untilNextDrawing(moment: Moment | null, now: Instant): number {
  const waits = [MAX_SLEEP_MS - (now % MAX_SLEEP_MS)];
  if (moment) {
    const { phase, left, flip } = shownAt(moment, now);
    const second = phase.kind === 'timeUp' ? untilSecondsGoneChange(between(phase.since, now)) : null;
    const counted = left !== null && phase.kind !== 'paused' ? untilSecondsLeftChange(left) : second;
    if (counted !== null) waits[0] = counted;
    if (flip !== null) waits.push(untilSecondsLeftChange(flip) ?? milliseconds(1));
  }
  return Math.max(1, Math.min(...waits));
}

/** Sets `now` whenever a figure changes, whenever something new was heard, and when the page comes back to the front. */
function keepTime(
  now: Signal<Instant | null>,
  moment: ReadonlySignal<Moment | null>,
  read: () => Instant | null,
  news: readonly ReadonlySignal<unknown>[],
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    clearTimeout(timer);
    const at = read();
    now.value = at && holdBack(now.peek(), at);
    timer = setTimeout(draw, at === null ? 100 : untilNextDrawing(moment.peek(), at));
  };
  document.addEventListener('visibilitychange', draw);
  const dispose = effect(() => {
    for (const one of news) void one.value;
    draw();
  });
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', draw);
    dispose();
  };
}
