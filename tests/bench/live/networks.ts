import { exponential } from './statistics.ts';

/** How long one way through a network takes, in ms. */
export type Way = () => number;

/** What makes a network bad, in ms; `retransmitted` is the share of ways on which TCP has to say something again. */
export interface NetworkKind {
  readonly baseFrom: number;
  readonly baseTo: number;
  readonly jitterMean: number;
  readonly retransmitted: number;
  readonly againFrom: number;
  readonly againTo: number;
}

/** About 300 ms there and back, heavily jittered, 5 % of the segments lost: a full hall on one access point. */
export const BAD_300_MS: NetworkKind = {
  baseFrom: 10,
  baseTo: 30,
  jitterMean: 110,
  retransmitted: 0.05,
  againFrom: 200,
  againTo: 600,
};

/** The ways of one phone: its distance is drawn once, everything else for each message. */
export function wayThrough(kind: NetworkKind, random: () => number): Way {
  const base = kind.baseFrom + (kind.baseTo - kind.baseFrom) * random();
  return () => base + exponential(random, kind.jitterMean) + retransmissions(kind, random);
}

/** TCP waits at least 200 ms before it says a segment again, and twice as long each time that is lost too. */
function retransmissions(kind: NetworkKind, random: () => number): number {
  let waited = 0;
  for (let times = 1; random() < kind.retransmitted && times <= 4; times *= 2)
    waited += times * (kind.againFrom + (kind.againTo - kind.againFrom) * random());
  return waited;
}
