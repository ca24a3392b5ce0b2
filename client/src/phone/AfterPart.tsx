import { Evening } from './Evening.tsx';
import type { PhoneActs } from './own.ts';
import { afterParts } from './parts.ts';
import type { PhoneView } from './phone-view.ts';

export interface AfterProps {
  view: PhoneView;
  acts: PhoneActs;
}

/** Once the evening is over: whom one met, and what is to be said. Until that part is here, the evening as it was. */
export function AfterPart({ view, acts }: AfterProps) {
  const parts = afterParts.use();
  return parts ? <parts.After view={view} acts={acts} /> : <Evening view={view} acts={acts} />;
}

/** The talks are over and the evening is not: what opened with the last bell, above the evening. */
export function BellPart({ view, acts }: AfterProps) {
  const parts = afterParts.use();
  return parts && view.picks.after ? <parts.AfterBell view={view} acts={acts} /> : null;
}
