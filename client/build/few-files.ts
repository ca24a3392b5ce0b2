import { join } from 'node:path';
import type { Rolldown } from 'vite';

/** The page that has to come over the worst network. */
const ENTRY = join(import.meta.dirname, '../phone.html');
const SCRIPT = join(import.meta.dirname, '../src/phone/main.tsx');
/** What no other page needs: the phone's own folder, and its words. */
const OWN = /\/client\/src\/phone\/|virtual:catalogue\/phone$/u;

/**
 * What a phone needs before it can show anything, in two files: a request costs 400 ms where the network is bad, and a
 * browser makes six at a time. One file is its own, the other is shared with the pages that need most of it too.
 */
export const fewFiles = (): Rolldown.CodeSplittingOptions => {
  let reached: ReadonlySet<string> | null = null;
  return {
    // or whatever a group holds would pull what is loaded later in with it
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'few-files',
        name(id, graph) {
          reached ??= reachedFrom(ENTRY, graph);
          // the page itself and its script stay what they are, so that the manifest names them
          if (!reached.has(id) || id === ENTRY || id === SCRIPT) return null;
          return OWN.test(id) ? 'phone-page' : 'base';
        },
      },
    ],
  };
};

/** What is there when a page starts: everything but what is imported later. */
function reachedFrom(entry: string, graph: Rolldown.ChunkingContext): Set<string> {
  const reached = new Set<string>();
  const walk = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) walk(next);
  };
  walk(entry);
  return reached;
}
