import type { Tx } from '../transact.ts';

/**
 * A query that is compiled once for each database instead of at each call: what every upgrade asks must be cheap when a
 * whole hall comes back at once. Inside a transaction it is compiled anew, as that handle lives no longer.
 */
export function preparedFor<Query>(prepare: (tx: Tx) => Query): (tx: Tx) => Query {
  const known = new WeakMap<Tx, Query>();
  return (tx) => {
    const query = known.get(tx) ?? prepare(tx);
    known.set(tx, query);
    return query;
  };
}
