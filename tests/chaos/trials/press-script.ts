import type { Random } from '@lapwing/shared/kernel/random';
import type { PersonCommand } from '@lapwing/shared/live/state';
import type { Organiser } from '../machinery/organiser.ts';

/** How often each press comes. The night is never left finished for long: undo is the commonest. */
const PRESSES: readonly (readonly [number, PersonCommand])[] = [
  [4, { kind: 'next' }],
  [4, { kind: 'pause' }],
  [4, { kind: 'resume' }],
  [3, { kind: 'addMinutes', minutes: 1 }],
  [2, { kind: 'addMinutes', minutes: -1 }],
  [7, { kind: 'undo' }],
  [1, { kind: 'moveNow' }],
  [1, { kind: 'endRound' }],
  [1, { kind: 'restartRound' }],
  [1, { kind: 'back' }],
  [1, { kind: 'skip', round: 3 }],
  [1, { kind: 'roundLength', minutes: 12 }],
  [1, { kind: 'message', text: 'Pizza is here', whole: false }],
  [1, { kind: 'clearMessage' }],
  [1, { kind: 'blank', on: true }],
  [1, { kind: 'blank', on: false }],
  [1, { kind: 'stopAll', text: 'Please come back' }],
];
const TOTAL = PRESSES.reduce((sum, [weight]) => sum + weight, 0);

export function anyPress(random: Random): PersonCommand {
  let at = random.below(TOTAL);
  for (const [weight, command] of PRESSES) {
    if (at < weight) return command;
    at -= weight;
  }
  return { kind: 'undo' };
}

/** Ids of the people in personal links. */
export const personOf = (link: string): string => new URL(link).pathname.split('/').at(-1) ?? '';

/**
 * An organiser at work: presses and check-ins one after the other until `over` says so or `most` are done. Each
 * organiser checks in people of its own, so that the last word about a person is known.
 */
export async function work(
  organiser: Organiser,
  random: Random,
  people: readonly string[],
  over: () => boolean,
  most = 10_000,
): Promise<void> {
  for (let step = 0; step < most && !over(); step++) {
    if (random.below(5) === 0) {
      await organiser.checkIn(people[random.below(people.length)] ?? '', random.below(2) === 0);
    } else await organiser.press(anyPress(random));
  }
}
