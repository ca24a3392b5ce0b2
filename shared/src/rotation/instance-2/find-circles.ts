import type { CompanyTask } from './lasting-company.ts';

/** Looks at one block in one circle, at most, before the search gives up. */
const MOST_LOOKS = 2_000_000;

/**
 * A circle for every block by the rules alone, found by trying and going back: the block with least choice comes first.
 * Company and even sizes count for nothing.
 * @returns per block its circle; null when there is none, or none was found in time
 */
export function findCircles(task: CompanyTask): Int32Array | null {
  const { blocks, seats, given, mayJoin, apart } = task;
  const mayTake = blocks.map((block) =>
    seats.flatMap((_, circle) => {
      const suits = (person: number): boolean =>
        (given[person]! < 0 || given[person] === circle) && mayJoin(person, circle);
      return block.every(suits) ? [circle] : [];
    }),
  );
  const isTorn = blocks.some((block) => block.some((person) => apart[person]!.some((other) => block.includes(other))));
  if (isTorn) return null;
  const left = Int32Array.from(seats);
  const circleOf = new Int32Array(given.length).fill(-1);
  const found = new Int32Array(blocks.length).fill(-1);
  let looks = 0;

  const size = (block: number): number => blocks[block]!.length;
  const choices = (block: number): number[] =>
    mayTake[block]!.filter((circle) => {
      looks += 1;
      if (blocks[block]!.length > left[circle]!) return false;
      return blocks[block]!.every((person) => apart[person]!.every((other) => circleOf[other] !== circle));
    });
  const put = (block: number, circle: number, taken: number): void => {
    found[block] = taken > 0 ? circle : -1;
    left[circle]! -= taken * blocks[block]!.length;
    for (const person of blocks[block]!) circleOf[person] = taken > 0 ? circle : -1;
  };
  const seatRest = (): boolean => {
    let next = -1;
    let ways: number[] = [];
    for (let block = 0; block < blocks.length; block++) {
      if (found[block] !== -1) continue;
      const open = choices(block);
      const isHarder =
        next < 0 || open.length < ways.length || (open.length === ways.length && size(block) > size(next));
      if (!isHarder) continue;
      next = block;
      ways = open;
    }
    if (next < 0) return true;
    // the emptiest first, so that sizes come out near each other
    for (const circle of ways.sort((one, other) => left[other]! - left[one]! || one - other)) {
      if (looks > MOST_LOOKS) return false;
      put(next, circle, 1);
      if (seatRest()) return true;
      put(next, circle, -1);
    }
    return false;
  };
  return seatRest() ? found : null;
}
