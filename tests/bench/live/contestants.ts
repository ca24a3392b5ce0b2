import type { Hall } from './phones.ts';
import type { Decision, Usage } from './watched-process.ts';

export type Name = 'product' | 'plain' | 'floor';

/** What one round change cost a server: instants in the machine's time. */
export interface Change extends Decision {
  /** When the organiser's request left; null for the floor, which has no HTTP. */
  readonly pressedAt: number | null;
}

/** A server under measurement, with its own hall of phones. */
export interface Contestant {
  readonly name: Name;
  readonly hall: Hall;
  /** Whether who connects gets a room and a card. */
  readonly snapshot: boolean;
  /** Tells every phone that the round changed. */
  change(): Promise<Change>;
  /** What has to happen between two changes, unmeasured. */
  settle(): Promise<void>;
}

/** A contestant that can be killed and started again. */
export interface Restartable extends Contestant {
  usage(): Promise<Usage>;
  kill9(): Promise<void>;
  /** Answers the CPU used and the machine's time when it listened again. */
  startAgain(): Promise<{ readonly listeningAt: number; readonly cpuMs: number }>;
  stop(): Promise<void>;
}
