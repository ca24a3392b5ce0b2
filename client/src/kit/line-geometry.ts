import type { Instant } from '@lapwing/shared/kernel/time';
import type { EveningLine, Station } from '@lapwing/shared/live/evening-line';

/** Share (0 … 1) of the drawn line that lies behind us at `now`: stations stand at equal distances. */
export function progressOn({ stations, finishesAt }: EveningLine, now: Instant): number {
  const starts = [...stations.map((station) => station.startsAt), finishesAt];
  const legs = starts.length - 1;
  if (legs < 1 || now <= (starts[0] as number)) return 0;
  const leg = starts.findIndex((start, index) => index < legs && now < (starts[index + 1] as number) && now >= start);
  if (leg < 0) return 1;
  const from = starts[leg] as number;
  const to = starts[leg + 1] as number;
  return (leg + (now - from) / (to - from)) / legs;
}

/** Which stations get their time written below, so that at most `most` labels stand in a row; the end always does. */
export function labelled(stations: readonly Station[], most: number): ReadonlySet<number> {
  const every = Math.max(1, Math.ceil(stations.length / Math.max(1, most - 1)));
  const chosen = stations.filter((_, index) => index % every === 0);
  // the last one before the end would run into the end's own label
  const last = stations.indexOf(chosen.at(-1) as Station) + 1;
  if (every > 1 && chosen.length > 1 && last > stations.length - every / 2) chosen.pop();
  return new Set(chosen.map((station) => station.round));
}
