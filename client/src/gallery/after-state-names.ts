/** Names of the states of a phone once the evening is over. */
export const AFTER_NAMES = [
  'p-finished',
  'p-cut-short',
  'p-after',
  'p-after-mentor',
  'p-after-offline',
  'p-after-answered',
  'p-home',
  'p-home-by-hand',
  'p-after-offered',
  'p-after-offered-mentor',
  'p-after-joining',
  'p-after-join-refused',
  'p-after-join-silent',
  'p-after-member',
] as const;
