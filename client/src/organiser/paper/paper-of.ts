import { type Instant, instant } from '@lapwing/shared/kernel/time';
import type { PaperParts } from '@lapwing/shared/paper/paper-parts';
import { SHEETS, type Sheet } from '@lapwing/shared/paper/sheets';
import { useComputed } from '@preact/signals';
import type { EventStore } from '../event-store.ts';

const MINUTE_MS = 60_000;

/** The sheets that an address names: one, or all. */
export const sheetsOf = (part: string | undefined): readonly Sheet[] => {
  const one = SHEETS.find((sheet) => sheet === part);
  return one === undefined ? SHEETS : [one];
};

export interface PaperNow extends PaperParts {
  readonly planVersion: number;
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
    const firstNamesOnly = event.under18;
    return {
      settings: event.settings,
      moment,
      now,
      schedule,
      room,
      tables,
      people: everybody,
      planVersion,
      firstNamesOnly,
    };
  });
  return paper.value;
}
