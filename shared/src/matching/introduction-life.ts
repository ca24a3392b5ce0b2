import type { MemberId } from '../kernel/ids.ts';
import { ok, type Result, refused } from '../kernel/result.ts';
import { after, days, type Instant } from '../kernel/time.ts';
import type { Outcome } from './community.ts';

/** Days in which a mentor answers before somebody else is asked (M31). */
export const ANSWER_DAYS = 3;
/** Days after an introduction on which both sides hear again (M35). */
export const NUDGE_DAYS = [7, 14] as const;
/** Days after which it is over, whatever is known (M37). */
export const END_DAYS = 28;

/** A request that was given to a mentor, up to its end. */
export interface Life {
  readonly asker: MemberId;
  readonly phase:
    | { readonly is: 'asked'; readonly mentor: MemberId; readonly at: Instant }
    /** Everybody who could be asked was asked; the request waits for the next run. */
    | { readonly is: 'nobody-left' }
    | { readonly is: 'introduced'; readonly mentor: MemberId; readonly at: Instant; readonly nudges: number }
    | { readonly is: 'ended'; readonly at: Instant };
}

/** What has to happen now; whoever does it writes the mail, or remembers the outcome. */
export type Act =
  | { readonly do: 'ask'; readonly mentor: MemberId }
  | { readonly do: 'tell-asker'; readonly what: 'next-is-asked' | 'nobody-left' | 'over' }
  /** They were asked, and are not needed any more. */
  | { readonly do: 'tell-mentor'; readonly mentor: MemberId; readonly what: 'taken-back' }
  | { readonly do: 'introduce'; readonly mentor: MemberId }
  /** To both: the first says "write to each other", the last asks "did you meet?". */
  | { readonly do: 'nudge'; readonly mentor: MemberId; readonly last: boolean }
  | { readonly do: 'remember'; readonly mentor: MemberId; readonly outcome: Outcome };

export interface Lived {
  readonly life: Life;
  readonly acts: readonly Act[];
}

/** What somebody said. */
export type Said =
  | { readonly by: 'mentor'; readonly mentor: MemberId; readonly says: 'yes' | 'no' }
  | { readonly by: 'either'; readonly says: 'met' | 'not-met' | 'asker-silent' }
  | { readonly by: 'asker'; readonly says: 'no-longer' };

/** Why something said changes nothing: it is not asked, or not any more. */
export type NotNow = 'not-asked' | 'asked-somebody-else' | 'not-introduced' | 'introduced-already' | 'over';

/** The next who may be asked, never one who was; null when there is nobody. */
export type NextMentor = () => MemberId | null;

/** A request is given to its first mentor (M30). */
export const begun = (asker: MemberId, mentor: MemberId, now: Instant): Lived => ({
  life: { asker, phase: { is: 'asked', mentor, at: now } },
  acts: [{ do: 'ask', mentor }],
});

/** When the clock does something next; null when it never does. */
export function dueAt({ phase }: Life): Instant | null {
  if (phase.is === 'asked') return after(phase.at, days(ANSWER_DAYS));
  if (phase.is === 'introduced') return after(phase.at, days(NUDGE_DAYS[phase.nudges] ?? END_DAYS));
  return null;
}

/** What the clock does up to now; nothing when nothing is due. */
export function ticked(life: Life, now: Instant, next: NextMentor): Lived {
  const due = dueAt(life);
  if (due === null || now < due) return { life, acts: [] };
  const { phase } = life;
  if (phase.is === 'asked') return passedOn(life, phase.mentor, 'no-answer', now, next);
  if (phase.is !== 'introduced') return { life, acts: [] };
  if (now >= after(phase.at, days(END_DAYS))) return ended(life, phase.mentor, 'unknown', now);
  // after a time in which nobody looked, only what was due last is said
  const nudges = NUDGE_DAYS.filter((day) => now >= after(phase.at, days(day))).length;
  const nudge: Act = { do: 'nudge', mentor: phase.mentor, last: nudges === NUDGE_DAYS.length };
  return { life: { ...life, phase: { ...phase, nudges } }, acts: [nudge] };
}

/** What follows from what somebody said; refused where it comes too late or was not asked. */
export function heard(life: Life, said: Said, now: Instant, next: NextMentor): Result<Lived, NotNow> {
  const { phase } = life;
  if (phase.is === 'ended') return refused('over');
  if (said.by === 'mentor') return answered(life, said, now, next);
  if (said.by === 'asker') {
    if (phase.is === 'introduced') return refused('introduced-already');
    return ok({ life: { ...life, phase: { is: 'ended', at: now } }, acts: takenBack(phase) });
  }
  if (phase.is !== 'introduced') return refused('not-introduced');
  return ok(ended(life, phase.mentor, said.says, now));
}

function takenBack(phase: Life['phase']): Act[] {
  if (phase.is !== 'asked') return [];
  const { mentor } = phase;
  return [
    { do: 'remember', mentor, outcome: 'withdrawn' },
    { do: 'tell-mentor', mentor, what: 'taken-back' },
  ];
}

function answered(
  life: Life,
  { mentor, says }: Extract<Said, { by: 'mentor' }>,
  now: Instant,
  next: NextMentor,
): Result<Lived, NotNow> {
  const { phase } = life;
  if (phase.is === 'introduced') return refused('introduced-already');
  if (phase.is !== 'asked') return refused('not-asked');
  if (phase.mentor !== mentor) return refused('asked-somebody-else');
  if (says === 'no') return ok(passedOn(life, mentor, 'declined', now, next));
  return ok({
    life: { ...life, phase: { is: 'introduced', mentor, at: now, nudges: 0 } },
    acts: [{ do: 'introduce', mentor }],
  });
}

function passedOn(life: Life, mentor: MemberId, outcome: Outcome, now: Instant, next: NextMentor): Lived {
  const remember: Act = { do: 'remember', mentor, outcome };
  const other = next();
  if (other === null)
    return {
      life: { ...life, phase: { is: 'nobody-left' } },
      acts: [remember, { do: 'tell-asker', what: 'nobody-left' }],
    };
  return {
    life: { ...life, phase: { is: 'asked', mentor: other, at: now } },
    acts: [remember, { do: 'ask', mentor: other }, { do: 'tell-asker', what: 'next-is-asked' }],
  };
}

function ended(life: Life, mentor: MemberId, outcome: Outcome, now: Instant): Lived {
  const remember: Act = { do: 'remember', mentor, outcome };
  return {
    life: { ...life, phase: { is: 'ended', at: now } },
    acts: outcome === 'met' ? [remember] : [remember, { do: 'tell-asker', what: 'over' }],
  };
}
