import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Funnel } from '@lapwing/shared/protocol/community-api';
import { listEvents } from '../db/repositories/events.ts';
import { type Step, whoReached } from '../db/repositories/funnel.ts';
import type { Services } from '../services/services.ts';

/** Fewer people than these are not told (C19). */
const LEAST = 3;

export interface Span {
  readonly event: EventId | null;
  readonly from: Instant;
  readonly until: Instant;
}

const STEPS = ['picked', 'introduced', 'met', 'in-touch'] as const satisfies readonly Step[];

/** How many people came, said whom they want to meet again, were introduced, met, and are in touch: each counted once. */
export function funnelOf({ db }: Services, { event, from, until }: Span): Funnel {
  const events = listEvents(db).filter(({ id, settings }) =>
    event === null ? settings.startsAt >= from && settings.startsAt < until : id === event,
  );
  const ids = events.map(({ id }) => id);
  // between evenings people are introduced too; of one evening only its own count
  const between = event === null ? { from, until } : null;
  const came = whoReached(db, 'came', ids, between).size;
  let above = came;
  const shown = STEPS.map((step) => {
    const count = whoReached(db, step, ids, between).size;
    // a few who did, and a few who did not, would both be told
    const isTold = (count === 0 || count >= LEAST) && (count >= above || above - count >= LEAST);
    if (isTold) above = count;
    return isTold ? count : null;
  });
  const [picked = null, introduced = null, met = null, inTouch = null] = shown;
  return { came, picked, introduced, met, inTouch };
}

/** A line for each evening, the oldest first, and one for all of the time. */
export function funnelCsv(services: Services, span: Span): string {
  const evenings = listEvents(services.db)
    .filter(({ settings }) => settings.startsAt >= span.from && settings.startsAt < span.until)
    .sort((one, other) => one.settings.startsAt - other.settings.startsAt);
  const lines = evenings.map(({ id, settings }) => [
    settings.name,
    new Date(settings.startsAt).toISOString().slice(0, 10),
    ...figures(funnelOf(services, { ...span, event: id })),
  ]);
  const all = ['', '', ...figures(funnelOf(services, { ...span, event: null }))];
  const header = ['event', 'date', 'came', 'picked', 'introduced', 'met', 'in_touch'];
  return `${[header, ...lines, all].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

const figures = ({ came, picked, introduced, met, inTouch }: Funnel): string[] =>
  [came, picked, introduced, met, inTouch].map((value) => (value === null ? '' : String(value)));

/** A cell that begins like a formula is text to a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/u.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
