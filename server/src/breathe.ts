/** Lets everything else that waits have its turn: long work in slices holds nobody up between them. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** As many rows as are worked on in one go, a few milliseconds; one statement takes them: it has at most 32,766 values. */
const SLICE = 250;

/** The list in slices of at most `size`. */
export function* slicesOf<Entry>(list: readonly Entry[], size = SLICE): Generator<readonly Entry[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
