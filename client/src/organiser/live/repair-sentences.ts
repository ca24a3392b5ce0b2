import type { SeatChange } from '@lapwing/shared/event/plan-change';
import { peopleOf } from '@lapwing/shared/event/room-change';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RepairOffer } from '@lapwing/shared/protocol/api';
import { type Sentence, sentence } from '../sentence.ts';
import type { Names } from './change-sentence.ts';

/** More newcomers than these are counted rather than named. */
const MOST_SEATED = 3;

/** The price of a mended plan in short sentences, the most important first: "2 people move. All tables 4 or 5." */
export function priceOfRepair(offer: RepairOffer, names: Names, running: number | null): Sentence[] {
  const about = new Set(peopleOf(offer.change));
  const movers = offer.seats.filter(({ person }) => !about.has(person));
  return [
    ...seatsFound(offer, about, names, running),
    movesSentence(movers, running),
    ...sizesSentence(offer),
    ...counted('repair.lost', offer.lost.length),
    ...counted('repair.gained', offer.gained.length),
    ...counted('repair.repeats', offer.moreRepeats),
    ...counted('repair.sit-outs', offer.moreSitOuts),
  ];
}

const counted = (
  id: 'repair.lost' | 'repair.gained' | 'repair.repeats' | 'repair.sit-outs',
  count: number,
): Sentence[] => (count > 0 ? [sentence(id, { count })] : []);

/** Where those sit whom the change is about: the first seat each of them gets. */
function seatsFound(
  { seats }: RepairOffer,
  about: ReadonlySet<AttendeeId>,
  names: Names,
  running: number | null,
): Sentence[] {
  const first = new Map<AttendeeId, SeatChange>();
  for (const seat of seats) {
    const known = first.get(seat.person);
    if (about.has(seat.person) && seat.to !== null && (known?.round ?? Number.POSITIVE_INFINITY) > seat.round)
      first.set(seat.person, seat);
  }
  if (first.size > MOST_SEATED) return [sentence('repair.seats', { count: first.size })];
  return [...first.values()].map(({ person, round, to }) => {
    const values = { person: names.people([person]), table: to === null ? '' : names.table(to), round };
    return sentence(round === running ? 'repair.seat.now' : 'repair.seat', values);
  });
}

/** Who gets up in the round that runs is told apart from those who are only told another table for later. */
function movesSentence(movers: readonly SeatChange[], running: number | null): Sentence {
  const all = new Set(movers.map(({ person }) => person));
  const now = new Set(movers.flatMap(({ person, round }) => (round === running ? [person] : [])));
  if (all.size === 0) return sentence('repair.nobody');
  if (now.size > 0) return sentence('repair.moves.now', { count: now.size, later: all.size - now.size });
  return sentence('repair.moves', { count: all.size, round: Math.min(...movers.map(({ round }) => round)) });
}

function sizesSentence({ sizes: { least, most } }: RepairOffer): Sentence[] {
  if (most === 0) return [];
  if (most - least > 1) return [sentence('repair.sizes.uneven', { least, most })];
  return [sentence(least === most ? 'repair.sizes.all' : 'repair.sizes.two', { least, most })];
}

/** Who sits elsewhere, old → new, in the order of rounds. */
export function moveLines({ seats }: RepairOffer, names: Names): Sentence[] {
  return seats
    .toSorted((one, other) => one.round - other.round)
    .map(({ person, round, from, to }) => {
      const values = {
        ...{ person: names.people([person]), round },
        ...{ from: from === null ? '' : names.table(from), to: to === null ? '' : names.table(to) },
      };
      if (to === null) return sentence('repair.line.out', values);
      return sentence(from === null ? 'repair.line.in' : 'repair.line', values);
    });
}

/** Who no longer meets whom: "Aisha Karim does not meet Priya Raman". */
export const lossLines = ({ lost }: Pick<RepairOffer, 'lost'>, names: Names): Sentence[] =>
  lost.map(({ student, mentor }) =>
    sentence('repair.loss', { student: names.people([student]), mentor: names.people([mentor]) }),
  );
