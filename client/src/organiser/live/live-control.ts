import type { Attendee } from '@lapwing/shared/event/roster';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { Moment, PersonCommand } from '@lapwing/shared/live/state';
import { isTimed, nextStep } from '@lapwing/shared/live/timeline';
import type { PlanBasis, StartOffer } from '@lapwing/shared/protocol/api';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ApiAnswer } from '../../kit/api.ts';
import type { EventStore } from '../event-store.ts';
import { undoTarget } from './log-sentence.ts';
import { createPress, type Press, randomKey } from './press.ts';
import { startEvening } from './start-flow.ts';

/** The clock's buttons; the keys of `keys.ts` press the same ones. */
export type ClockAction = 'next' | 'pause' | 'plus' | 'minus' | 'endRound' | 'undo' | 'finish';

export interface LiveControl {
  readonly press: Press;
  /** Whom the start counts: who is here, or everyone expected. */
  readonly basis: Signal<PlanBasis>;
  readonly offer: ReadonlySignal<StartOffer | null>;
  readonly offerRefusal: ReadonlySignal<RefusalCode | 'no-answer' | null>;
  /** Whether the button does anything now. */
  can(action: ClockAction): boolean;
  act(action: ClockAction): void;
  close(): void;
}

const STEPS: ReadonlySet<ClockAction> = new Set(['next', 'endRound']);
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
    key: randomKey,
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
  const start = (planVersion: number) => press.press({ kind: 'start', planVersion });

  const can = (action: ClockAction): boolean => {
    const moment = live.moment.value;
    // the server refuses a step inside an announced flip: it would jump over a phase that nobody has seen
    const announced = live.shown.value?.flip != null && STEPS.has(action);
    return moment !== null && !announced && live.status.value !== 'offline' && allowed(action, moment, store);
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
        void startEvening({ offer: () => offer.peek(), fetchOffer, start });
      } else void press.press(commandOf(action, moment));
    },
    close: keepOffer(store, basis, fetchOffer),
  };
}

/** What the server would refuse for certain is not asked. */
function unaskable({ people, detail }: EventStore): ApiAnswer<StartOffer> | null {
  const students = people.peek()?.some(({ role, standing }) => role === 'student' && standing === 'active') ?? true;
  if (detail.peek()?.tables.length === 0) return { ok: false, refusal: { code: 'no-tables' } };
  return students ? null : { ok: false, refusal: { code: 'no-students' } };
}

function allowed(action: ClockAction, moment: Moment, store: EventStore): boolean {
  const { phase } = moment;
  const counts = isTimed(phase) || phase.kind === 'paused';
  switch (action) {
    case 'next':
      return nextStep(moment) !== null;
    case 'pause':
    case 'minus':
      return counts;
    case 'plus':
      return counts || phase.kind === 'timeUp';
    case 'endRound':
      return phase.kind === 'talking';
    case 'undo':
      return undoTarget(store.log.value) !== null;
    case 'finish':
      return phase.kind !== 'doors' && phase.kind !== 'finished';
  }
}

function commandOf(action: ClockAction, moment: Moment): PersonCommand {
  switch (action) {
    case 'pause':
      return { kind: moment.phase.kind === 'paused' ? 'resume' : 'pause' };
    case 'plus':
      return { kind: 'addMinutes', minutes: 1 };
    case 'minus':
      return { kind: 'addMinutes', minutes: -1 };
    case 'next':
    case 'endRound':
    case 'undo':
    case 'finish':
      return { kind: action };
  }
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
