import { CALL_KINDS, type CallKind } from '@lapwing/shared/event/desk-call';
import type { AttendeeRole } from '@lapwing/shared/event/roster';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';

/** What a person told the desk and did not take back: what the server has heard, and what still waits on this phone. */
export interface Told {
  readonly calls: readonly CallKind[];
  /** Of all kinds, those whose latest word the server has not heard yet. */
  readonly waiting: readonly CallKind[];
}

/** A person's latest word about each kind of call: true when they call. */
export type Wishes = Readonly<Partial<Record<CallKind, boolean>>>;

/** What each role may say, in the order in which it is offered. */
const CALLS_OF: Readonly<Record<AttendeeRole, readonly CallKind[]>> = {
  student: ['lost', 'late', 'leaving'],
  mentor: ['help', 'leaving', 'late'],
};

/** Whoever was taken off the list is not late and not lost; who asks for help is heard. */
export const callsOf = ({ role, standing }: Pick<PersonalCard, 'role' | 'standing'>): readonly CallKind[] =>
  CALLS_OF[role].filter((kind) => standing !== 'cancelled' || kind === 'help');

export const LATE_BY = [5, 10, 15, 20] as const;

/** The words of this phone over what the server last told. */
export const toldOf = (heard: readonly CallKind[], wishes: Wishes, waiting: readonly CallKind[]): Told => ({
  calls: CALL_KINDS.filter((kind) => wishes[kind] ?? heard.includes(kind)),
  waiting,
});
