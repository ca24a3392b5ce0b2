/**
 * What a company is about. Each id is how its English label begins, so that the planner, which takes names for the same when
 * one begins with the other, finds the words of an import and the ids of the form alike.
 */
export const INDUSTRIES = [
  'banking',
  'investment',
  'insurance',
  'software',
  'consulting',
  'media',
  'games',
  'telecoms',
  'health',
  'public-sector',
  'education',
  'charity',
  'retail',
  'travel',
  'transport',
  'energy',
  'engineering',
  'law',
] as const;
