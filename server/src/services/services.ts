import type { Refusal } from '@lapwing/shared/kernel/refusal';
import type { Result } from '@lapwing/shared/kernel/result';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Db } from '../db/connection.ts';
import type { StoredPlan } from '../db/repositories/plans.ts';
import type { Hub } from '../fanout/hub.ts';
import type { Origins } from '../origins.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Slack } from '../outbox/slack/slack.ts';
import type { RosterReader } from '../reader/reader.ts';
import type { Secrets } from '../secrets.ts';
import type { Planner } from '../solver/planner.ts';
import type { Clock } from '../system-clock.ts';
import type { Attempts } from './attempts.ts';
import type { HelpersWords } from './door-words.ts';
import type { Evenings } from './evenings.ts';
import type { EventCodes } from './event-codes.ts';
import type { HelpersJoined } from './joined-by-code.ts';
import type { Line } from './line.ts';
import type { NewDevices } from './other-devices.ts';
import type { HelpersPhones } from './phones-given.ts';
import type { PublicPlaces } from './public-places.ts';
import type { Readings } from './readings.ts';
import type { Searches } from './searches.ts';
import type { HelpersSeats } from './seats-searched.ts';
import type { WaitingPhones } from './waiting-phones.ts';

/** What every service works with. Built once in `app`, by tests with a clock and randomness of their own. */
export interface Services {
  readonly db: Db;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly hub: Hub;
  readonly planner: Planner;
  readonly reader: RosterReader;
  /** The files that are being read now. */
  readonly readings: Readings;
  readonly searches: Searches<Result<StoredPlan, Refusal>>;
  /** Repairs and what *Start* would do. */
  readonly line: Line;
  readonly evenings: Evenings;
  readonly waiting: WaitingPhones;
  readonly newDevices: NewDevices;
  /** Phone pages that may listen at a time; null: by how many people are expected. */
  readonly mostPhones: number | null;
  readonly wrongCodes: Attempts;
  /** Of whoever tries to join as a helper, counted for all together. */
  readonly wrongHelperCodes: { readonly ofAddress: Attempts; readonly ofAll: Attempts };
  readonly publicPlaces: PublicPlaces;
  /** Of whoever tries codes of events. */
  readonly eventCodes: EventCodes;
  readonly helpersPhones: HelpersPhones;
  readonly helpersSeats: HelpersSeats;
  readonly helpersWords: HelpersWords;
  readonly helpersJoined: HelpersJoined;
  /** Of people who change the name on their own page. */
  readonly renames: Attempts;
  readonly outbox: Outbox;
  /** Null: Lapwing works without Slack. */
  readonly slack: Slack | null;
  readonly origins: Origins;
  /** After people were erased: backups forget them too. */
  readonly keepErased: () => void;
  /** Copies of the data that are older than they may be go. */
  readonly dropOldCopies: (now: Instant) => void;
  /** Origin that links begin with, without a slash at its end. */
  readonly linkOrigin: () => string;
}

/** Server time in whole milliseconds, as instants are stored. */
export const wholeNow = (clock: Clock): Instant => Math.floor(clock.now()) as Instant;
