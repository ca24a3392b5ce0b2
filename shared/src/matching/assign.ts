import { GainFlow } from '../rotation/proof/gain-flow.ts';
import type { Chosen, Field } from './candidates.ts';
import { loadOf, turnWorth } from './worth.ts';

/** The assignment that is worth most, and a price for each mentor that proves it: a flow with the most gain. */
export function assign({ askers, mentors }: Field): { readonly chosen: Chosen; readonly prices: readonly number[] } {
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
export function worthOfAll(field: Field, chosen: Chosen): number {
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
