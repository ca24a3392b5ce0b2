import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { PersonCommand } from '@lapwing/shared/live/state';
import type { LiveAnswer, LiveRequest } from '@lapwing/shared/protocol/api';
import type { RoomFrame } from '@lapwing/shared/protocol/messages';
import { type Signal, signal } from '@preact/signals';
import type { ApiAnswer } from '../../kit/api.ts';

export const SLOW_AFTER_MS = 400;
export const NO_ANSWER_AFTER_MS = 3_000;
/** The next step is deaf for this long after itself, so that a double press does not skip a round. */
export const NEXT_REST_MS = 2_000;

export type Outcome = 'done' | 'ignored' | 'no-answer' | RefusalCode;

export type PressState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly command: PersonCommand; readonly slow: boolean }
  | { readonly kind: 'no-answer'; readonly command: PersonCommand }
  | { readonly kind: 'refused'; readonly command: PersonCommand; readonly code: RefusalCode };

export interface PressPorts {
  send(request: LiveRequest): Promise<ApiAnswer<LiveAnswer>>;
  /** The version of the room on the screen; null before the first frame. */
  version(): number | null;
  take(room: RoomFrame): void;
  /** A new key for one press. */
  key(): string;
  /** Runs `run` after `ms`; the answer cancels it. */
  later(ms: number, run: () => void): () => void;
}

export interface Press {
  readonly state: Signal<PressState>;
  /**
   * Sends one command; ignored while another is on its way. New state comes only from the server.
   * @param asNextStep the button of the next step was pressed, whatever it means now (after a pause it is *Resume*)
   */
  press(command: PersonCommand, asNextStep?: boolean): Promise<Outcome>;
  /** Sends the unanswered press again: the same key, so that it has one effect. */
  retry(): Promise<Outcome>;
  dismiss(): void;
}

/** The manner of every clock command: pressed look at once, the room changes only when the server says so. */
export function createPress(ports: PressPorts): Press {
  const state = signal<PressState>({ kind: 'idle' });
  let latest: LiveRequest | null = null;
  /** Ends the rest of the next step; null while it is awake. */
  let rest: (() => void) | null = null;
  const endRest = (): void => {
    rest?.();
    rest = null;
  };

  const run = async (request: LiveRequest): Promise<Outcome> => {
    latest = request;
    const { command } = request;
    state.value = { kind: 'busy', command, slow: false };
    const current = (): boolean => latest === request;
    const slow = ports.later(SLOW_AFTER_MS, () => {
      if (current()) state.value = { kind: 'busy', command, slow: true };
    });
    const silent = ports.later(NO_ANSWER_AFTER_MS, () => {
      if (current()) state.value = { kind: 'no-answer', command };
    });
    const answer = await ports.send(request);
    slow();
    silent();
    if (answer.ok) ports.take(answer.value.room);
    else if (answer.room) ports.take(answer.room);
    const outcome: Outcome = answer.ok ? 'done' : answer.refusal.code;
    // nothing began, and the start asks again by itself
    if (outcome === 'plan-outdated') endRest();
    if (current()) state.value = stateAfter(command, outcome);
    return outcome;
  };

  return {
    state,
    press(command, asNextStep = command.kind === 'next' || command.kind === 'start') {
      const version = ports.version();
      if (version === null || state.value.kind === 'busy' || (asNextStep && rest !== null))
        return Promise.resolve('ignored');
      if (asNextStep) {
        endRest();
        rest = ports.later(NEXT_REST_MS, endRest);
      }
      return run({ key: ports.key(), expectedVersion: version, command });
    },
    retry() {
      if (latest === null || state.value.kind !== 'no-answer') return Promise.resolve('ignored');
      return run({ ...latest });
    },
    dismiss() {
      if (state.value.kind !== 'busy') state.value = { kind: 'idle' };
    },
  };
}

function stateAfter(command: PersonCommand, outcome: Outcome): PressState {
  if (outcome === 'done' || outcome === 'ignored') return { kind: 'idle' };
  return outcome === 'no-answer' ? { kind: 'no-answer', command } : { kind: 'refused', command, code: outcome };
}
