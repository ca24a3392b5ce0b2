import type { Trial } from './trial.ts';
import { crash } from './trials/t01-crash.ts';

/** Every trial, in the order of the catalogue in README.md. */
export const TRIALS: readonly Trial[] = [crash];
