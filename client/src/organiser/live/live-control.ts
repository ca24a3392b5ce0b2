import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { Moment, PersonCommand } from '@lapwing/shared/live/state';
import type { PlanBasis, StartOffer } from '@lapwing/shared/protocol/api';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ApiAnswer } from '../../kit/api.ts';
import { randomText } from '../../kit/random-text.ts';
import type { EventStore } from '../event-store.ts';
import { allowed, type ClockAction, commandOf, isTaken } from './clock-actions.ts';
import { createPress, type Outcome, type Press } from './press.ts';
import { redoTarget } from './redo.ts';
import { startEvening } from './start-flow.ts';
import { undoTarget } from './undo-sentence.ts';

export interface LiveControl {
  readonly press: Press;
  /** Whom the start counts: who is here, or everyone expected. */
  readonly basis: Signal<PlanBasis>;
  readonly offer: ReadonlySignal<StartOffer | null>;
  readonly offerRefusal: ReadonlySignal<RefusalCode | 'no-answer' | null>;
  /** Whether the button does anything now. */
  can(action: ClockAction): boolean;
  act(action: ClockAction): void;
  /** Whatever else can be asked of the room, pressed in the same manner. */
  send(command: PersonCommand): Promise<Outcome>;
  close(): void;
}

const GATHER_MS = 400;

/** What the buttons of the live page do. */
export function createLiveControl(store: EventStore): LiveControl {
  const { api, live } = store;
  const basis = signal<PlanBasis>('here');
  const offer = signal<StartOffer | null>(null);
  const offerRefusal = signal<RefusalCode | 'no-answer' | null>(null);
  const press = createPress({
    send: api.live,
    version: () => live.room.peek()?.v ?? null,
    take: live.take,
    key: () => randomText(18),
    later(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });

  const fetchOffer = async () => {
    const asked = basis.peek();
    const answer = unaskable(store) ?? (await api.startOffer(asked));
    if (asked !== basis.peek()) return answer;
    offer.value = answer.ok ? answer.value : null;
    offerRefusal.value = answer.ok ? null : answer.refusal.code;
    return answer;
  };
  let starting = false;
  /** One press: what the first answer says of an old plan is no news while the new one is asked for. */
  const start = async (): Promise<void> => {
    if (starting) return;
    starting = true;
    await startEvening({
      offer: () => offer.peek(),
      fetchOffer() {
        press.dismiss();
        offer.value = null;
        return fetchOffer();
      },
      start: (planVersion) => press.press({ kind: 'start', planVersion }),
    });
    starting = false;
  };

  const can = (action: ClockAction): boolean => {
    const moment = live.moment.value;
    const now = live.now.value;
    if (moment === null || now === null || live.status.value === 'offline') return false;
    if (store.detail.value?.cancelled) return false;
    if (action === 'undo') return undoTarget(store.log.value) !== null;
    if (action !== 'redo') return allowed(action, moment, now);
    const redo = redoTarget(store.log.value);
    return redo !== null && isTaken(moment, redo.command, now);
  };
  return {
    press,
    basis,
    offer,
    offerRefusal,
    can,
    act(action) {
      const moment = live.moment.peek();
      if (moment === null || !can(action)) return;
      if (action === 'next' && moment.phase.kind === 'doors') {
        void start();
        return;
      }
      const command = pressOf(action, moment, store);
      if (command) void press.press(command, action === 'next');
    },
    send: (command) => press.press(command),
    close: keepOffer(store, basis, fetchOffer),
  };
}

function pressOf(action: ClockAction, moment: Moment, { log }: EventStore): PersonCommand | null {
  if (action === 'undo') return { kind: 'undo' };
  return action === 'redo' ? (redoTarget(log.peek())?.command ?? null) : commandOf(action, moment);
}

/** What the server would refuse for certain is not asked. */
function unaskable({ people, detail }: EventStore): ApiAnswer<StartOffer> | null {
  const students = people.peek()?.some(({ role, standing }) => role === 'student' && standing === 'active') ?? true;
  if (detail.peek()?.tables.length === 0) return { ok: false, refusal: { code: 'no-tables' } };
  return students ? null : { ok: false, refusal: { code: 'no-students' } };
}

/** What the start makes of a person. */
const startFacts = ({ id, role, standing, checkedInAt }: Attendee) => [id, role, standing, checkedInAt !== null];

/** Before the start, asks again what *Start* would do whenever people, tables, settings or the basis change. */
function keepOffer(store: EventStore, basis: Signal<PlanBasis>, fetchOffer: () => Promise<unknown>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // fetched again without a difference, people and tables are no news
  const who = computed(() => JSON.stringify((store.people.value ?? []).map(startFacts)));
  const where = computed(() => JSON.stringify([store.detail.value?.tables, store.detail.value?.settings]));
  const stop = effect(() => {
    void basis.value;
    void who.value;
    void where.value;
    const phase = store.live.room.value?.moment.phase.kind;
    clearTimeout(timer);
    if (phase === 'doors') timer = setTimeout(() => void fetchOffer(), GATHER_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
