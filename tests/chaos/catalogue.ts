import type { Trial } from './trial.ts';
import { crash } from './trials/t01-crash.ts';
import { power } from './trials/t02-power.ts';
import { ioFault } from './trials/t03-io-faults.ts';
import { diskFull } from './trials/t04-disk-full.ts';
import { readOnlyVolume } from './trials/t05-read-only.ts';
import { damage } from './trials/t06-damage.ts';
import { wallClock } from './trials/t07-wall-clock.ts';
import { slowPhonesTrial } from './trials/t08-slow-phones.ts';
import { halfOpenLines } from './trials/t09-half-open.ts';
import { partitioned } from './trials/t10-partition.ts';
import { storm } from './trials/t11-storm.ts';
import { doubleCommand } from './trials/t12-double-command.ts';
import { twoOrganisers } from './trials/t13-two-organisers.ts';
import { order } from './trials/t14-order.ts';
import { restoring } from './trials/t18-restore.ts';
import { gracefulStop } from './trials/t22-graceful-stop.ts';
import { loopStall } from './trials/t23-loop-stall.ts';
import { phoneSleep } from './trials/t24-phone-sleep.ts';
import { offlineCheckIn } from './trials/t25-offline-check-in.ts';
import { projectorReturns } from './trials/t26-projector.ts';
import { undoWalk } from './trials/t27-undo.ts';
import { outside } from './trials/t28-outside-hangs.ts';
import { mailBatch } from './trials/t40-mail-batch.ts';

/** Every trial, in the order of the catalogue in README.md. */
export const TRIALS: readonly Trial[] = [
  ...[crash, power, ioFault, diskFull, readOnlyVolume, damage, wallClock, slowPhonesTrial, halfOpenLines, partitioned],
  ...[storm, doubleCommand, twoOrganisers, order, restoring, gracefulStop],
  ...[loopStall, phoneSleep, offlineCheckIn, projectorReturns, undoWalk, outside],
  mailBatch,
];
