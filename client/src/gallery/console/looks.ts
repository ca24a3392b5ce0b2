import type { Section } from '../../organiser/place.ts';
import type { Scene } from './console-evening.ts';
import type { Step } from './steps.ts';

/** One state of the console: how the evening stands, where the organiser is, and what they have done there. */
export interface Look {
  readonly scene?: Scene;
  /** A section of the event, or what stands after `#` besides; the list of events when left out. */
  readonly at?: Section | `/${string}`;
  /** The check-in's own page instead of the console. */
  readonly atDoor?: boolean;
  readonly steps?: readonly Step[];
}
