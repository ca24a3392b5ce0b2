import type { EveningSettings } from '@lapwing/shared/event/event';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import { type LiveCommand, type Night, nightBeforeDoors, type Phase } from '@lapwing/shared/live/state';
import { type Outcome, transition } from '@lapwing/shared/live/transition';

/** Three rounds of 10 minutes with 2 to move; doors at second 0, no break, by the clock. */
export const settings = (over: Partial<EveningSettings> = {}): EveningSettings => ({
  name: 'Spring evening',
  place: "King's Hall",
  startsAt: at(0),
  timeZone: 'Europe/London',
  rounds: 3,
  roundMinutes: 10,
  changeoverMinutes: 2,
  breakAfterRound: 0,
  breakMinutes: 15,
  whoMoves: 'students',
  boundary: 'auto',
  talkBegins: 'auto',
  welcomeMinutes: 0,
  panelMinutes: 0,
  freeTalkMinutes: 0,
  ...over,
});

/** The instant so many seconds after the doors. */
export const at = (seconds: number): Instant => instant(1_800_000_000_000 + seconds * 1_000);

/** An organiser pressing keys at chosen seconds; the clock acts before each press, as the server's engine lets it. */
export class Evening {
  night: Night;
  last: Outcome | null = null;
  private seconds = 0;

  constructor(over: Partial<EveningSettings> = {}) {
    this.night = nightBeforeDoors(settings(over), 0);
  }

  /** Lets time pass until `seconds` after the doors. */
  wait(seconds: number): this {
    this.seconds = seconds;
    const answer = transition(this.night, { kind: 'timeUp' }, this.now, '');
    if (answer.ok) this.take(answer.value);
    return this;
  }

  press(command: LiveCommand | Simple): this {
    const answer = transition(this.night, full(command), this.now, 'Ada');
    if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
    return this.take(answer.value);
  }

  /** Presses and answers with the code of the refusal, '' when it was accepted; the night stays as it is. */
  refusal(command: LiveCommand | Simple): string {
    const answer = transition(this.night, full(command), this.now, 'Ada');
    return answer.ok ? '' : answer.refusal.code;
  }

  get now(): Instant {
    return at(this.seconds);
  }

  get phase(): Phase {
    return this.night.moment.phase;
  }

  private take(outcome: Outcome): this {
    this.last = outcome;
    this.night = outcome.night;
    return this;
  }
}

/** Commands that need no more than their name; `start` follows plan 1. */
type Simple =
  | 'start'
  | 'pause'
  | 'resume'
  | 'next'
  | 'moveNow'
  | 'endRound'
  | 'restartRound'
  | 'back'
  | 'finish'
  | 'clearMessage'
  | 'undo'
  | 'timeUp';
const full = (command: LiveCommand | Simple): LiveCommand =>
  typeof command !== 'string' ? command : command === 'start' ? start(1) : { kind: command };

export const start = (planVersion: number): LiveCommand => ({ kind: 'start', planVersion });
export const add = (count: number): LiveCommand => ({ kind: 'addMinutes', minutes: count });

/** A night that was started at second −2.5, so that round 1 talks from second 0 to second 600. */
export const started = (over: Partial<EveningSettings> = {}): Evening =>
  new Evening(over).wait(-2.5).press('start').wait(0);
export const publish = (planVersion: number): LiveCommand => ({ kind: 'publish', planVersion });
