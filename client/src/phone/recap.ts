import type { Met } from '@lapwing/shared/protocol/messages';
import { goneFrom, type PhoneView } from './phone-view.ts';

/** Somebody this person sat with, and where that was first. */
export interface Meeting {
  readonly person: Met;
  readonly round: number;
  readonly table: number;
}

/** Whom they asked without having met them: named by somebody who passed them on. */
export function alsoAsked(view: Pick<PhoneView, 'card' | 'moment' | 'leaving' | 'picks'>): readonly Met[] {
  const met = new Set<string>(meetingsOf(view).map(({ person }) => person.id));
  const named = new Map(
    view.picks.after?.standings.flatMap(({ passedTo }) => (passedTo ? [[passedTo.id, passedTo]] : [])),
  );
  return [...named.values()].flatMap((one) =>
    view.picks.of[one.id]?.wish === 'introduce' && !met.has(one.id) ? [{ ...one, ask: '' }] : [],
  );
}

/** Whom this person met, each once, in the order of the evening: rounds that were held, and to which they stayed. */
export function meetingsOf(view: Pick<PhoneView, 'card' | 'moment' | 'leaving'>): readonly Meeting[] {
  const { begun, timings } = view.moment;
  const gone = goneFrom(view) ?? Number.POSITIVE_INFINITY;
  const met = new Map<string, Meeting>();
  for (const { round, table, meets } of view.card.rounds) {
    const held = (begun[round - 1] ?? null) !== null && !timings.skipped.includes(round);
    if (!held || table === null || round >= gone) continue;
    for (const person of meets) if (!met.has(person.id)) met.set(person.id, { person, round, table });
  }
  return [...met.values()];
}
