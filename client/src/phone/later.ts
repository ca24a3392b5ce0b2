import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is not there when it opens: fetched when it is drawn, or ahead of that. */
export interface Later<Part> {
  /** Gets it: ahead of time, since it has to be there without a network. */
  fetch(): Promise<Part>;
  /** In a component: null until it is there. */
  use(): Part | null;
}

/** @param load imports it; tried again the next time it is drawn where the network is gone */
export function later<Part>(load: () => Promise<Part>): Later<Part> {
  let loaded: Part | null = null;
  const fetch = async (): Promise<Part> => {
    loaded ??= await load();
    return loaded;
  };
  return {
    fetch,
    use() {
      const [part, setPart] = useState<{ readonly is: Part } | null>(loaded && { is: loaded });
      useEffect(() => {
        if (part === null)
          fetch().then(
            (is) => setPart({ is }),
            () => undefined,
          );
      }, []);
      return part?.is ?? null;
    },
  };
}
