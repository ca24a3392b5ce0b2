import type { EveningSettings } from '@lapwing/shared/event/event';
import { tableId } from '@lapwing/shared/kernel/ids';
import { after, type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import { type LiveCommand, type Night, nightBeforeDoors } from '@lapwing/shared/live/state';
import { transition } from '@lapwing/shared/live/transition';
import fc from 'fast-check';
import { at, settings } from './evening.ts';

/** One press: so many milliseconds after the one before it. */
export interface Press {
  readonly gap: number;
  readonly command: LiveCommand;
}

export const anySettings: fc.Arbitrary<EveningSettings> = fc
  .record({
    rounds: fc.integer({ min: 1, max: 4 }),
    roundMinutes: fc.integer({ min: 1, max: 6 }),
    changeoverMinutes: fc.integer({ min: 0, max: 2 }),
    breakAfterRound: fc.integer({ min: 0, max: 4 }),
    breakMinutes: fc.integer({ min: 1, max: 3 }),
    boundary: fc.constantFrom('auto' as const, 'hold' as const),
    talkBegins: fc.constantFrom('auto' as const, 'auto' as const, 'hold' as const),
    welcomeMinutes: fc.integer({ min: 0, max: 1 }),
    panelMinutes: fc.integer({ min: 0, max: 2 }),
    freeTalkMinutes: fc.integer({ min: 0, max: 2 }),
  })
  .map(settings);

type Plain = Exclude<
  LiveCommand['kind'],
  | ('start' | 'publish' | 'replan' | 'retime' | 'addMinutes' | 'giveBack' | 'roundLength')
  | ('skip' | 'message' | 'blank' | 'stopAll' | 'allHere')
>;
const plain = (kind: Plain) => fc.constant<LiveCommand>({ kind });

const withPlan = (kind: 'start' | 'publish') =>
  fc.integer({ min: 1, max: 9 }).map((planVersion): LiveCommand => ({ kind, planVersion }));

const someRound = fc.integer({ min: 1, max: 4 });
const words = fc.constantFrom('Pizza is here', 'Please come back');

export const anyCommand: fc.Arbitrary<LiveCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: withPlan('start'),
  },
  {
    weight: 1,
    arbitrary: withPlan('publish'),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(-5, -1, 1, 2).map((minutes): LiveCommand => ({ kind: 'addMinutes', minutes })),
  },
  { weight: 3, arbitrary: plain('pause') },
  { weight: 3, arbitrary: plain('resume') },
  { weight: 6, arbitrary: plain('next') },
  { weight: 2, arbitrary: plain('moveNow') },
  { weight: 2, arbitrary: plain('endRound') },
  { weight: 1, arbitrary: plain('finish') },
  { weight: 2, arbitrary: plain('restartRound') },
  { weight: 2, arbitrary: plain('back') },
  { weight: 1, arbitrary: plain('clearMessage') },
  { weight: 2, arbitrary: someRound.map((round): LiveCommand => ({ kind: 'skip', round })) },
  { weight: 3, arbitrary: someRound.map((round): LiveCommand => ({ kind: 'allHere', round })) },
  { weight: 2, arbitrary: someRound.map((minutes): LiveCommand => ({ kind: 'roundLength', minutes })) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1_000, max: 600_000 })
      .map((milliseconds): LiveCommand => ({ kind: 'giveBack', milliseconds })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ text: words, whole: fc.boolean() }).map((one): LiveCommand => ({ kind: 'message', ...one })),
  },
  { weight: 1, arbitrary: fc.boolean().map((on): LiveCommand => ({ kind: 'blank', on })) },
  { weight: 1, arbitrary: words.map((text): LiveCommand => ({ kind: 'stopAll', text })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 9 }).map(
      (planVersion): LiveCommand => ({
        kind: 'replan',
        planVersion,
        change: { kind: 'tableClosed', table: tableId('t1') },
      }),
    ),
  },
  { weight: 6, arbitrary: plain('undo') },
  { weight: 4, arbitrary: plain('timeUp') },
);

/** Within a lead, within a phase, over several phases. */
export const anyGap: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 1, 2_500, 60_000),
  fc.integer({ min: 0, max: 4_000 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 900_000 }),
);

export const anyPresses = (maxLength: number): fc.Arbitrary<readonly Press[]> =>
  fc.array(fc.record({ gap: anyGap, command: anyCommand }), { maxLength, size: 'max' });

/** What a press did: the night before it, the instant, and the answer. */
export interface Answered {
  readonly before: Night;
  readonly command: LiveCommand;
  readonly now: Instant;
  readonly answer: ReturnType<typeof transition>;
}

/** Presses one after the other and looks at each answer; the clock acts first, as the server's engine lets it. */
export function replay(from: EveningSettings, presses: readonly Press[], look: (answered: Answered) => void): Night {
  let night = nightBeforeDoors(from, 0);
  let now = at(0);
  for (const { gap, command } of presses) {
    now = after(now, milliseconds(gap));
    if (command.kind !== 'timeUp') {
      const due = transition(night, { kind: 'timeUp' }, now, '');
      if (due.ok) night = due.value.night;
    }
    const answer = transition(night, command, now, 'Ada');
    look({ before: night, command, now, answer });
    if (answer.ok) night = answer.value.night;
  }
  return night;
}

/** A night some presses on, with an instant at which the clock has acted. */
export const anyNight: fc.Arbitrary<{ readonly night: Night; readonly now: Instant }> = fc
  .record({ from: anySettings, presses: anyPresses(12), gap: anyGap })
  .map(({ from, presses, gap }) => {
    const opened: Press = { gap: 0, command: { kind: 'start', planVersion: 1 } };
    const all: readonly Press[] = [opened, ...presses, { gap, command: { kind: 'timeUp' } }];
    const night = replay(from, all, () => undefined);
    return { night, now: at(all.reduce((sum, press) => sum + press.gap, 0) / 1_000) };
  });
