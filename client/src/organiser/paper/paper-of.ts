import type { Landmark } from '@lapwing/shared/event/floor';
import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { PaperParts } from '@lapwing/shared/paper/paper-parts';
import { NIGHT_SHEETS, SHEETS, type Sheet } from '@lapwing/shared/paper/sheets';
import { useComputed } from '@preact/signals';
import type { EventStore } from '../event-store.ts';

const MINUTE_MS = 60_000;

/** The sheets that an address names, "tables+badges"; without any, those that run the evening alone. */
export const sheetsOf = (part: string | undefined): readonly Sheet[] => {
  if (part === undefined) return NIGHT_SHEETS;
  const named = part.split('+');
  return SHEETS.filter((sheet) => named.includes(sheet));
};

export interface PaperNow extends PaperParts {
  readonly planVersion: number;
  readonly landmarks: readonly Landmark[];
  /** The code of the evening, in which `join` ends. */
  readonly code: string;
  /** Where badges lead: "http://192.168.1.20:3000". */
  readonly origin: string;
}

/**
 * What paper printed now would be of; null without a published plan. Made anew each minute, no more often: the foot says
 * the time, and whoever prints may come from the browser's own menu.
 */
export function usePaper({ live, followed, detail, people }: EventStore): PaperNow | null {
  const minute = useComputed((): Instant | null => {
    const now = live.now.value;
    return now === null ? null : instant(Math.floor(now / MINUTE_MS) * MINUTE_MS);
  });
  const paper = useComputed((): PaperNow | null => {
    const [now, moment, plan, event, everybody] = [
      ...([minute.value, live.moment.value, followed.value, detail.value, people.value] as const),
    ];
    if (now === null || !moment || !plan || !event || !everybody) return null;
    const { schedule, room, version: planVersion } = plan;
    const tables = room?.tables ?? event.tables;
    const { settings, landmarks, code, under18: firstNamesOnly, links } = event;
    const where = { code, join: links.join, origin: new URL(links.join).origin };
    return {
      settings,
      moment,
      now,
      schedule,
      room,
      tables,
      landmarks,
      people: everybody,
      planVersion,
      firstNamesOnly,
      ...where,
    };
  });
  return paper.value;
}
