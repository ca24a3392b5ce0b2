/** What speaks for a pair, in whole points; the rules that use them stand in SPEC.md. */

/** Of what was asked: one kind of thing, or both a role and an industry (M17). */
export const FIT = {
  only: { same: 500, near: 250, industry: 500 },
  both: { same: 300, near: 150, industry: 200 },
  anything: 250,
} as const;

/** When they are as many steps ahead as was asked, and less for each step of difference (M18). */
export const STEPS_RIGHT = 300;
export const STEP_OFF = 100;
/** For two who sat at one table (M19). */
export const MET_AT_TABLE = 100;
/** For each time in a row that the mentor gave no answer (M20). */
export const MENTOR_SILENT = 120;
/** For each introduction that the mentor has in the month already, up to so many (M21). */
export const LOAD = 40;
export const MOST_LOAD = 20;
/** Silences that count; more of them rest. */
export const MOST_SILENCES = 3;

/** No two pairs differ by more, load and all. */
export const SPAN = 500 + STEPS_RIGHT + MET_AT_TABLE + MOST_SILENCES * MENTOR_SILENT + LOAD * MOST_LOAD;

/** What one turn counts for among so many askers: more than all pairs together can differ in anything else (M12). */
export const turnWorth = (askers: number): number => SPAN * askers + 1;

/** What the introduction costs that comes after `taken` others in the month; never less than the one before it. */
export const loadOf = (taken: number): number => LOAD * Math.min(MOST_LOAD, taken);

/** Points for somebody who is `ahead` steps further where `wanted` were asked for. */
export const stepWorth = (ahead: number, wanted: number): number =>
  Math.max(0, STEPS_RIGHT - STEP_OFF * Math.abs(ahead - wanted));
