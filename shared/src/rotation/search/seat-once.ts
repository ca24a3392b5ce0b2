import { evenSizes } from '../even-sizes.ts';
import { FlowNetwork } from '../flow.ts';

/** Somebody to seat in one round: where they would stay, if they may, and whether they need a step-free table. */
export interface Guest {
  /** Place in the list of tables; −1 for none. */
  readonly keeps: number;
  readonly stepFree: boolean;
}

const CHANGE = 1;
const CHANGE_TO_SITTING_OUT = 1;
const UNEVEN = 2 ** 20;
const SIT_OUT = 2 ** 40;

/**
 * Seats one round anew with as few changes as even tables allow: min-cost flow in which a kept table is free.
 * Sitting out comes last of all, for as few as possible, and first for people who had no table.
 * @returns per guest the place of a table in the list, −1 for sitting out
 */
export function seatOnce(
  guests: readonly Guest[],
  tables: readonly { readonly seats: number; readonly stepFree: boolean }[],
): number[] {
  const source = 0;
  const sink = 1;
  const bench = 2;
  // everybody who changes goes through one of two doors, so the network stays small
  const anyDoor = 3;
  const stepFreeDoor = 4;
  const tableNode = (table: number): number => 5 + table;
  const guestNode = (guest: number): number => 5 + tables.length + guest;
  const network = new FlowNetwork(5 + tables.length + guests.length);
  const { low, high } = evenSizes(
    tables.map(({ seats }) => seats),
    guests.length,
  );
  const doorArcs = tables.map(({ seats, stepFree }, table) => {
    const node = tableNode(table);
    network.arc(node, sink, low[table]!, 0);
    network.arc(node, sink, high[table]! - low[table]!, UNEVEN);
    network.arc(node, sink, Math.max(0, Math.min(seats, guests.length) - high[table]!), 2 * UNEVEN);
    return {
      any: network.arc(anyDoor, node, guests.length, 0),
      stepFree: stepFree ? network.arc(stepFreeDoor, node, guests.length, 0) : -1,
    };
  });
  network.arc(bench, sink, guests.length, SIT_OUT);
  const arcs = guests.map(({ keeps, stepFree }, guest) => {
    network.arc(source, guestNode(guest), 1, 0);
    const mayKeep = keeps >= 0 && (!stepFree || tables[keeps]!.stepFree);
    const keep = mayKeep ? network.arc(guestNode(guest), tableNode(keeps), 1, 0) : -1;
    const change = network.arc(guestNode(guest), stepFree ? stepFreeDoor : anyDoor, 1, CHANGE);
    network.arc(guestNode(guest), bench, 1, keeps >= 0 ? CHANGE_TO_SITTING_OUT + CHANGE : CHANGE);
    return { keep, change };
  });
  network.run(source, sink);
  const slots = (door: 'any' | 'stepFree'): number[] =>
    doorArcs.flatMap((arc, table) => (arc[door] < 0 ? [] : Array<number>(network.flowOn(arc[door])).fill(table)));
  const free = { any: slots('any'), stepFree: slots('stepFree') };
  return guests.map(({ keeps, stepFree }, guest) => {
    const { keep, change } = arcs[guest]!;
    if (keep >= 0 && network.flowOn(keep) === 1) return keeps;
    if (network.flowOn(change) === 0) return -1;
    return (stepFree ? free.stepFree : free.any).pop() ?? -1;
  });
}
