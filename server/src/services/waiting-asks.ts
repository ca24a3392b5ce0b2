/** Who asked for something, from where, until it is their turn. */
export interface WaitingAsks<T> {
  readonly size: number;
  /** @returns false where this site has no share left */
  add(site: string, key: string, ask: T): boolean;
  /** Takes so many out, one of each site in turn. */
  take(count: number): T[];
  clear(): void;
}

/**
 * Sites are served in turn, so that nobody waits behind a crowd that somebody else sent. Once all places are taken, whoever
 * has most of them gives one up, the last they took, to who has fewer.
 */
export function createWaitingAsks<T>(most: number): WaitingAsks<T> {
  /** In the order of whose turn it is. */
  const sites = new Map<string, Map<string, T>>();
  let size = 0;

  function drop(site: string, asks: Map<string, T>, key: string): void {
    if (asks.delete(key)) size -= 1;
    if (asks.size === 0) sites.delete(site);
  }
  function makeRoom(own: number): boolean {
    const [site, asks] = [...sites].reduce((one, other) => (other[1].size > one[1].size ? other : one));
    // where it is as few everywhere, who is new does not push out who waits already
    if (asks.size <= own + 1) return false;
    drop(site, asks, [...asks.keys()].at(-1) ?? '');
    return true;
  }
  return {
    get size() {
      return size;
    },
    add(site, key, ask) {
      const own = sites.get(site);
      if (own?.has(key)) return true;
      if (size >= most && !makeRoom(own?.size ?? 0)) return false;
      sites.set(site, (own ?? new Map<string, T>()).set(key, ask));
      size += 1;
      return true;
    },
    take(count) {
      const taken: T[] = [];
      while (taken.length < count) {
        const [turn] = sites;
        const [first] = turn?.[1] ?? [];
        if (!turn || !first) break;
        const [site, asks] = turn;
        sites.delete(site);
        sites.set(site, asks);
        drop(site, asks, first[0]);
        taken.push(first[1]);
      }
      return taken;
    },
    clear() {
      sites.clear();
      size = 0;
    },
  };
}
