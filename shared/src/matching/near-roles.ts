import type { ROLES } from '../careers/roles.ts';

type Role = (typeof ROLES)[number];

/** Kinds of work between which people change, and who can tell of each other's from close by (M4). */
const CIRCLES: readonly (readonly Role[])[] = [
  ['front-end', 'full-stack', 'back-end'],
  ['front-end', 'mobile', 'design'],
  ['graphics', 'embedded'],
  ['test', 'back-end'],
  ['platform', 'reliability', 'network'],
  ['security', 'network'],
  ['data-analyst', 'data-scientist', 'business-analyst'],
  ['data-engineer', 'data-scientist', 'machine-learning'],
  ['data-engineer', 'back-end'],
  ['quant', 'data-scientist'],
  ['product', 'delivery', 'business-analyst'],
  ['design', 'research', 'product'],
  ['architect', 'back-end', 'platform'],
  ['manager', 'delivery', 'founder'],
  ['manager', 'architect'],
];

/** Whether one kind of work is next door to another; nothing is next door to itself. */
export const isNear = (one: string, other: string): boolean =>
  one !== other && CIRCLES.some((circle: readonly string[]) => circle.includes(one) && circle.includes(other));
