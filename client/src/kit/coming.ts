import type { AgendaTitle } from '@lapwing/shared/event/event';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Phase, Timings } from '@lapwing/shared/live/state';
import { following } from '@lapwing/shared/live/timeline';

/** What comes after a talk or an item of the agenda. `at`: when people move, or when it begins. */
export type Coming =
  | { readonly kind: 'agenda'; readonly title: AgendaTitle; readonly at: Instant }
  | { readonly kind: 'move' | 'talk'; readonly round: number; readonly at: Instant; readonly talksAt: Instant }
  | { readonly kind: 'end'; readonly at: Instant };

/** What follows a talk, or an item of the agenda, by the plan; null for every other phase. */
export function comingAfter(phase: Phase, timings: Timings): Coming | null {
  if (phase.kind !== 'talking' && phase.kind !== 'agenda') return null;
  const next = following(phase, phase.endsAt, timings);
  switch (next.kind) {
    case 'agenda':
      return { kind: 'agenda', title: next.title, at: next.startsAt };
    case 'moving':
      return { kind: 'move', round: next.round, at: next.startsAt, talksAt: next.endsAt };
    case 'talking':
      return { kind: 'talk', round: next.round, at: next.startsAt, talksAt: next.startsAt };
    default:
      return { kind: 'end', at: phase.endsAt };
  }
}
