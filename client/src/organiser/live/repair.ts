import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { PersonCommand } from '@lapwing/shared/live/state';
import type { RepairOffer } from '@lapwing/shared/protocol/api';
import { PROPOSAL_KINDS, type ProposalKind } from '@lapwing/shared/rotation/replan/proposal-kinds';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ApiAnswer } from '../../kit/api.ts';
import type { Outcome } from './press.ts';

export type RepairState =
  | { readonly kind: 'asking' }
  /** `renewed`: asked again because the room moved on under the offer that was pressed. */
  | { readonly kind: 'offered'; readonly offers: readonly RepairOffer[]; readonly renewed: boolean }
  | { readonly kind: 'refused'; readonly code: RefusalCode | 'no-answer' };

export interface RepairPorts {
  ask(change: RoomChange, kinds?: readonly ProposalKind[]): Promise<ApiAnswer<RepairOffer[]>>;
  send(command: PersonCommand): Promise<Outcome>;
  /** The press says nothing about what is mended by asking again. */
  forgive(): void;
}

/** One change of the room: what it would do, and the press that makes it so. */
export interface Repair {
  readonly state: ReadonlySignal<RepairState>;
  /** With the fewest moves; or every way there is. */
  ask(ways?: 'all'): Promise<void>;
  apply(offer: RepairOffer): Promise<Outcome>;
}

/** Nothing is asked before `ask`. */
export function createRepair(change: RoomChange, ports: RepairPorts): Repair {
  const state = signal<RepairState>({ kind: 'asking' });
  let turn = 0;

  const ask = async (ways?: 'all', renewed = false): Promise<void> => {
    const mine = ++turn;
    state.value = { kind: 'asking' };
    const answer = await ports.ask(change, ways && PROPOSAL_KINDS);
    // only the newest question counts
    if (mine !== turn) return;
    state.value = answer.ok
      ? { kind: 'offered', offers: answer.value, renewed }
      : { kind: 'refused', code: answer.refusal.code };
  };
  return {
    state,
    ask,
    async apply({ planVersion }) {
      const outcome = await ports.send({ kind: 'replan', planVersion, change });
      if (outcome === 'plan-outdated') {
        ports.forgive();
        await ask(undefined, true);
      } else if (outcome === 'version-conflict') await ask(undefined, true);
      return outcome;
    },
  };
}
