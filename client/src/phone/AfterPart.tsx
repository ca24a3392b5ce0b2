import { useEffect, useState } from 'preact/hooks';
import { Evening } from './Evening.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';

export interface AfterProps {
  view: PhoneView;
  acts: PhoneActs;
}

type Part = typeof import('./After.tsx').After;
let loaded: Part | null = null;

/** Gets what the page shows once the evening is over: ahead of that, since it has to be there without a network. */
export async function loadAfter(): Promise<Part> {
  loaded ??= (await import('./After.tsx')).After;
  return loaded;
}

/** After the last bell: whom one met, and what is to be said. Until that part is here, the evening as it was. */
export function AfterPart({ view, acts }: AfterProps) {
  const [part, setPart] = useState<{ readonly draw: Part } | null>(loaded && { draw: loaded });
  useEffect(() => {
    loadAfter().then(
      (draw) => setPart({ draw }),
      () => undefined,
    );
  }, []);
  return part ? <part.draw view={view} acts={acts} /> : <Evening view={view} acts={acts} />;
}
