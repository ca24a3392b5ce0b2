/**
 * What students take for each other. A side is a tag with a page of its own, or null for a word that has none (a
 * contractor, a startup).
 */
export const MIX_UPS = {
  data: ['data-analyst', 'data-scientist', 'data-engineer'],
  models: ['data-scientist', 'machine-learning'],
  leading: ['product', 'delivery', 'business-analyst'],
  screens: ['design', 'front-end'],
  halves: ['front-end', 'back-end', 'full-stack'],
  running: ['platform', 'reliability', 'network'],
  quality: ['test', 'full-stack'],
  people: ['design', 'research'],
  ladder: ['architect', 'manager'],
  money: ['banking', 'investment'],
  hired: ['consulting', null, null],
  place: [null, 'banking'],
} as const;

export type MixUp = keyof typeof MIX_UPS;

export const MIX_UP_IDS = Object.keys(MIX_UPS) as readonly MixUp[];

/** Where a tag is one of the sides. */
export const mixUpsOf = (tag: string): readonly MixUp[] =>
  MIX_UP_IDS.filter((id) => (MIX_UPS[id] as readonly (string | null)[]).includes(tag));
