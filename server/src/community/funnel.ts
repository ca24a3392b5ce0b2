import type { EventId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { Funnel } from '@lapwing/shared/protocol/community-api';
import { listEvents, type StoredEvent } from '../db/repositories/events.ts';
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
type Count = (typeof STEPS)[number];
type Told = Readonly<Record<Count, number | null>>;

/**
 * How many people came, said whom they want to meet again, were introduced, met, and are in touch: each counted once. What is
 * too few to be told of an evening is left out of the whole, too: nobody can tell it by subtracting the others.
 */
export function funnelOf({ db }: Services, { event, from, until }: Span): Funnel {
  const ids = eventsIn(db, { event, from, until }).map(({ id }) => id);
  if (event !== null) return funnelFrom(db, ids, () => ids, null);
  const each = new Map(ids.map((id) => [id, toldOf(db, [id], () => [id], null)]));
  // between evenings people are introduced too
  return funnelFrom(db, ids, (step) => ids.filter((id) => each.get(id)?.[step] !== null), { from, until });
}

type Between = { readonly from: Instant; readonly until: Instant } | null;
/** The evenings that count in a step. */
type Counted = (step: Count) => readonly EventId[];

const eventsIn = (db: Services['db'], { event, from, until }: Span): StoredEvent[] =>
  listEvents(db).filter(({ id, settings }) =>
    event === null ? settings.startsAt >= from && settings.startsAt < until : id === event,
  );

function funnelFrom(db: Services['db'], ids: readonly EventId[], counted: Counted, between: Between): Funnel {
  const { picked, introduced, met, 'in-touch': inTouch } = toldOf(db, ids, counted, between);
  return { came: whoReached(db, 'came', ids, between).size, picked, introduced, met, inTouch };
}

function toldOf(db: Services['db'], ids: readonly EventId[], counted: Counted, between: Between): Told {
  let above = whoReached(db, 'came', ids, between).size;
  const told: Record<Count, number | null> = { picked: null, introduced: null, met: null, 'in-touch': null };
  for (const step of STEPS) {
    const count = whoReached(db, step, counted(step), between).size;
    // a few who did, and a few who did not, would both be told
    const isTold = (count === 0 || count >= LEAST) && (count >= above || above - count >= LEAST);
    if (isTold) above = count;
    told[step] = isTold ? count : null;
  }
  return told;
}

/** A line for each evening, the oldest first, and one for all of the time; of one evening only its own. */
export function funnelCsv(services: Services, span: Span): string {
  const evenings = eventsIn(services.db, span).sort((one, other) => one.settings.startsAt - other.settings.startsAt);
  const lines = evenings.map(({ id, settings }) => [
    settings.name,
    new Date(settings.startsAt).toISOString().slice(0, 10),
    ...figures(funnelOf(services, { ...span, event: id })),
  ]);
  const all = span.event === null ? [['', '', ...figures(funnelOf(services, span))]] : [];
  const header = ['event', 'date', 'came', 'picked', 'introduced', 'met', 'in_touch'];
  return `${[header, ...lines, ...all].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

const figures = ({ came, picked, introduced, met, inTouch }: Funnel): string[] =>
  [came, picked, introduced, met, inTouch].map((value) => (value === null ? '' : String(value)));

/** A cell that begins like a formula is text to a spreadsheet. */
function cell(text: string): string {
  const safe = /^[=+\-@\t]/u.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
