import type { Role } from './guide-text.ts';

/** Kinds of work in the order in which the guide lists them: those who build and run, and those who measure and decide. */
export const BUILDING = [
  ...(['front-end', 'back-end', 'full-stack', 'mobile', 'graphics', 'embedded'] as const),
  ...(['test', 'platform', 'reliability', 'security', 'network'] as const),
] as const satisfies readonly Role[];

export type BuildingRole = (typeof BUILDING)[number];
export type DecidingRole = Exclude<Role, BuildingRole>;
