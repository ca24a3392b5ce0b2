import { evenSizes } from '../even-sizes.ts';
import { FlowNetwork } from '../flow.ts';
import { type Suiting, suits } from '../suits.ts';

/** Somebody to seat in one round: where they would stay, if they may, and what they need of a table. */
export interface Guest extends Suiting {
  /** Place in the list of tables; −1 for none. */
  readonly keeps: number;
}

const CHANGE = 1;
const CHANGE_TO_SITTING_OUT = 1;
const UNEVEN = 2 ** 20;
const SIT_OUT = 2 ** 40;
/** Nodes 0, 1, 2 are the source, the sink and the bench. */
const FIRST_DOOR = 3;

const doorOf = (doors: readonly Suiting[], guest: Suiting): number =>
  doors.findIndex((door) => door.stepFree === guest.stepFree && door.quiet === (guest.quiet === true));

/** What guests need, each once; the first two always, in this order, so that the flow is that of plans made before. */
function doorsFor(guests: readonly Guest[]): Required<Suiting>[] {
  const doors = [
    { stepFree: false, quiet: false },
    { stepFree: true, quiet: false },
  ];
  for (const guest of guests) {
    if (doorOf(doors, guest) < 0) doors.push({ stepFree: guest.stepFree, quiet: guest.quiet === true });
  }
  return doors;
}

/**
 * Seats one round anew with as few changes as even tables allow: min-cost flow in which a kept table is free.
 * Sitting out comes last of all, for as few as possible, and first for people who had no table.
 * @returns per guest the place of a table in the list, −1 for sitting out
 */
export function seatOnce(
  guests: readonly Guest[],
  tables: readonly (Suiting & { readonly seats: number })[],
): number[] {
  const source = 0;
  const sink = 1;
  const bench = 2;
  // everybody who changes goes through the door of those who need the same, so the network stays small
  const doors = doorsFor(guests);
  const tableNode = (table: number): number => FIRST_DOOR + doors.length + table;
  const guestNode = (guest: number): number => tableNode(tables.length) + guest;
  const network = new FlowNetwork(guestNode(guests.length));
  const { low, high } = evenSizes(
    tables.map(({ seats }) => seats),
    guests.length,
  );
  const doorArcs = tables.map((one, table) => {
    const { seats } = one;
    const node = tableNode(table);
    network.arc(node, sink, low[table]!, 0);
    network.arc(node, sink, high[table]! - low[table]!, UNEVEN);
    network.arc(node, sink, Math.max(0, Math.min(seats, guests.length) - high[table]!), 2 * UNEVEN);
    return doors.map((door, index) =>
      suits(door, one) ? network.arc(FIRST_DOOR + index, node, guests.length, 0) : -1,
    );
  });
  network.arc(bench, sink, guests.length, SIT_OUT);
  const arcs = guests.map((one, guest) => {
    const { keeps } = one;
    network.arc(source, guestNode(guest), 1, 0);
    const mayKeep = keeps >= 0 && suits(one, tables[keeps]!);
    const keep = mayKeep ? network.arc(guestNode(guest), tableNode(keeps), 1, 0) : -1;
    const change = network.arc(guestNode(guest), FIRST_DOOR + doorOf(doors, one), 1, CHANGE);
    network.arc(guestNode(guest), bench, 1, keeps >= 0 ? CHANGE_TO_SITTING_OUT + CHANGE : CHANGE);
    return { keep, change };
  });
  network.run(source, sink);
  const free = doors.map((_, door) =>
    doorArcs.flatMap((arcs, table) => (arcs[door]! < 0 ? [] : Array<number>(network.flowOn(arcs[door]!)).fill(table))),
  );
  return guests.map((one, guest) => {
    const { keep, change } = arcs[guest]!;
    if (keep >= 0 && network.flowOn(keep) === 1) return one.keeps;
    if (network.flowOn(change) === 0) return -1;
    return free[doorOf(doors, one)]!.pop() ?? -1;
  });
}
