import { GainFlow } from '../rotation/proof/gain-flow.ts';
import { loadOf, turnWorth } from './worth.ts';

/** One of those who may be assigned to an asker: a mentor, by index, and the points for the two of them. */
export interface Assignable {
  readonly mentor: number;
  readonly worth: number;
}

/** What an assignment goes by, of a field of the community or of anything else of this form. */
export interface ToAssign<One extends Assignable> {
  readonly askers: readonly { readonly turn: { readonly turn: number }; readonly candidates: readonly One[] }[];
  readonly mentors: readonly { readonly taken: number; readonly room: number }[];
}

/** One candidate for each asker, or null. */
export type Assigned<One extends Assignable> = readonly (One | null)[];

/** The assignment that is worth most, and a price for each mentor that proves it: a flow with the most gain. */
export function assign<One extends Assignable>({
  askers,
  mentors,
}: ToAssign<One>): { readonly chosen: Assigned<One>; readonly prices: readonly number[] } {
  const each = turnWorth(askers.length);
  const source = 0;
  const sink = 1;
  const mentorNode = 2 + askers.length;
  const network = new GainFlow(mentorNode + mentors.length);
  const wanted = new Int32Array(mentors.length);
  const arcs = askers.map(({ turn, candidates }, index) => {
    const asker = 2 + index;
    network.arc(source, asker, 1, turn.turn * each);
    // whoever gets nobody: without this way out, nothing would tell what the mentors they want are worth
    network.arc(asker, sink, 1, -turn.turn * each);
    return candidates.map(({ mentor, worth }) => {
      wanted[mentor]! += 1;
      return network.arc(asker, mentorNode + mentor, 1, worth);
    });
  });
  mentors.forEach(({ taken, room }, index) => {
    for (let more = 0; more < Math.min(room, wanted[index]!); more++)
      network.arc(mentorNode + index, sink, 1, -loadOf(taken + more));
  });
  network.run(source, sink);
  const chosen = askers.map(
    ({ candidates }, index) => candidates.find((_, at) => network.flowOn(arcs[index]![at]!) > 0) ?? null,
  );
  // a mentor whom nobody wants has no way to the sink, and no price
  const prices = mentors.map((_, index) =>
    wanted[index] === 0 ? 0 : Math.max(0, -network.worthAt(mentorNode + index)),
  );
  return { chosen, prices };
}

/** Worth of an assignment: turns, pairs, and the load of mentors. */
export function worthOfAll<One extends Assignable>(field: ToAssign<One>, chosen: Assigned<One>): number {
  const each = turnWorth(field.askers.length);
  const taken = field.mentors.map((mentor) => mentor.taken);
  let value = 0;
  chosen.forEach((candidate, index) => {
    if (candidate === null) return;
    value += field.askers[index]!.turn.turn * each + candidate.worth - loadOf(taken[candidate.mentor]!);
    taken[candidate.mentor]! += 1;
  });
  return value;
}
