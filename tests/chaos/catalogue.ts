import type { Trial } from './trial.ts';
import { crash } from './trials/t01-crash.ts';
import { power } from './trials/t02-power.ts';
import { ioFault } from './trials/t03-io-faults.ts';
import { damage } from './trials/t06-damage.ts';
import { doubleCommand } from './trials/t12-double-command.ts';
import { twoOrganisers } from './trials/t13-two-organisers.ts';
import { order } from './trials/t14-order.ts';
import { restoring } from './trials/t18-restore.ts';
import { gracefulStop } from './trials/t22-graceful-stop.ts';

/** Every trial, in the order of the catalogue in README.md. */
export const TRIALS: readonly Trial[] = [
  crash,
  power,
  ioFault,
  damage,
  doubleCommand,
  twoOrganisers,
  order,
  restoring,
  gracefulStop,
];
