import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';
import { regionOf, siteOf } from './network.ts';

/** For as long as an evening is. */
const KNOWN_FOR = minutes(12 * 60);
const MOST_KNOWN = 20_000;

/** From where which right codes were used. */
export interface CodesUsed {
  /** Whether this code was used from there, by whomever; then it is remembered for another evening's length. */
  again(code: string, ip: string): boolean;
  remember(code: string, ip: string): void;
}

/**
 * Kept in memory, by site: the phones of a hall may each have a network of their own. Once it is full, the region that fills
 * it most loses what it used longest ago, so whoever comes from ever new networks pushes out their own, never a hall.
 */
export function createCodesUsed(clock: Clock, most = MOST_KNOWN): CodesUsed {
  /** In order of when they were used last, as in each region. */
  const used = new Map<string, { readonly at: Instant; readonly region: string }>();
  const regions = new Map<string, Set<string>>();
  const keyOf = (code: string, ip: string): string => JSON.stringify([siteOf(ip), code]);

  function drop(key: string): void {
    const region = used.get(key)?.region;
    if (region === undefined) return;
    used.delete(key);
    const keys = regions.get(region);
    keys?.delete(key);
    if (keys?.size === 0) regions.delete(region);
  }
  function put(key: string, region: string): void {
    drop(key);
    used.set(key, { at: clock.now(), region });
    const keys = regions.get(region) ?? new Set();
    regions.set(region, keys.add(key));
    if (used.size > most) dropFromFullest();
  }
  function dropFromFullest(): void {
    let fullest: ReadonlySet<string> = new Set();
    // of equals the one that came last, so that nobody is pushed out by who is new
    for (const keys of regions.values()) if (keys.size >= fullest.size) fullest = keys;
    const [oldest] = fullest;
    if (oldest !== undefined) drop(oldest);
  }
  function forgetOld(): void {
    for (const [key, { at }] of used) {
      if (clock.now() < after(at, KNOWN_FOR)) return;
      drop(key);
    }
  }
  return {
    again(code, ip) {
      forgetOld();
      const key = keyOf(code, ip);
      if (!used.has(key)) return false;
      put(key, regionOf(ip));
      return true;
    },
    remember: (code, ip) => put(keyOf(code, ip), regionOf(ip)),
  };
}
