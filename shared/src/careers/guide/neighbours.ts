/**
 * Which tags stand beside each other in the guide. Each pair stands here once, and its text on both pages: so no page says
 * that it is next to one that does not know of it.
 */
export const NEIGHBOURS = [
  ['banking', 'investment'],
  ['banking', 'insurance'],
  ['investment', 'insurance'],
  ['software', 'consulting'],
  ['software', 'telecoms'],
  ['software', 'games'],
  ['consulting', 'law'],
  ['media', 'games'],
  ['media', 'telecoms'],
  ['health', 'education'],
  ['health', 'public-sector'],
  ['public-sector', 'charity'],
  ['education', 'charity'],
  ['retail', 'travel'],
  ['retail', 'transport'],
  ['travel', 'transport'],
  ['energy', 'engineering'],
  ['energy', 'law'],
  ['engineering', 'transport'],
  ['front-end', 'back-end'],
  ['front-end', 'design'],
  ['front-end', 'mobile'],
  ['back-end', 'full-stack'],
  ['back-end', 'data-engineer'],
  ['front-end', 'full-stack'],
  ['mobile', 'embedded'],
  ['graphics', 'front-end'],
  ['graphics', 'embedded'],
  ['test', 'full-stack'],
  ['test', 'security'],
  ['platform', 'reliability'],
  ['platform', 'network'],
  ['reliability', 'network'],
  ['security', 'network'],
  ['data-analyst', 'data-scientist'],
  ['data-analyst', 'data-engineer'],
  ['data-analyst', 'business-analyst'],
  ['data-engineer', 'data-scientist'],
  ['data-scientist', 'machine-learning'],
  ['data-scientist', 'quant'],
  ['machine-learning', 'quant'],
  ['business-analyst', 'product'],
  ['business-analyst', 'delivery'],
  ['product', 'delivery'],
  ['product', 'design'],
  ['product', 'founder'],
  ['delivery', 'manager'],
  ['design', 'research'],
  ['research', 'data-analyst'],
  ['architect', 'manager'],
  ['architect', 'back-end'],
  ['founder', 'business-analyst'],
] as const;

type Pair = (typeof NEIGHBOURS)[number];
export type NeighbourKey = Pair extends infer Each
  ? Each extends readonly [infer One extends string, infer Other extends string]
    ? `${One}/${Other}`
    : never
  : never;

export interface Neighbour {
  readonly tag: Pair[number];
  readonly key: NeighbourKey;
}

/** The neighbours of a tag, with the key of the text that parts them. */
export function neighboursOf(tag: string): Neighbour[] {
  return NEIGHBOURS.flatMap(([one, other]): Neighbour[] => {
    const key = `${one}/${other}` as NeighbourKey;
    if (one === tag) return [{ tag: other, key }];
    return other === tag ? [{ tag: one, key }] : [];
  });
}

/** Whether two stand beside each other; nothing stands beside itself. */
export const areNeighbours = (one: string, other: string): boolean =>
  neighboursOf(one).some(({ tag }) => tag === other);
