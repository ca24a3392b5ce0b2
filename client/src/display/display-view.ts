import type { Duration, Instant } from '@lapwing/shared/kernel/time';
import type { Moment, Phase } from '@lapwing/shared/live/state';
import type { Facts, Hall, NameBoard, OwnDisplay } from '@lapwing/shared/protocol/messages';
import type { ConnectionStatus } from '../kit/connection.ts';
import { LAST_MINUTE_MS } from '../kit/cues.ts';
import type { Shown } from '../kit/live-model.ts';

/** Everything a display draws from: the same view always gives the same picture. */
export interface DisplayView {
  readonly hall: Hall;
  readonly facts: Facts | null;
  /** Null until the server said who this display is. */
  readonly own: OwnDisplay | null;
  /** Null unless this display is to show names. */
  readonly names: NameBoard | null;
  readonly moment: Moment;
  readonly shown: Shown;
  readonly now: Instant;
  readonly version: number;
  readonly status: ConnectionStatus;
  /** A move was taken back a moment ago. */
  readonly sentBack: boolean;
}

/** The wall turns marigold for a move and for nothing else; people who are paused stay where they are. */
export const groundOf = (phase: Phase): 'move' | 'sign' => (phase.kind === 'moving' ? 'move' : 'sign');

export { LAST_MINUTE_MS };
export const LAST_SECONDS_OF_MOVE_MS = 20_000;

/** The last minute of a talk that was longer than that. */
export const isLastMinute = (phase: Phase, left: Duration | null): boolean =>
  phase.kind === 'talking' && left !== null && left <= LAST_MINUTE_MS && phase.endsAt - phase.startsAt > LAST_MINUTE_MS;

/** For so long a display shows who it is when somebody asks. */
export const FLASH_MS = 5_000;

export const isFlashing = ({ own, now }: DisplayView): boolean =>
  own?.flashedAt != null && now >= own.flashedAt && now - own.flashedAt < FLASH_MS;
