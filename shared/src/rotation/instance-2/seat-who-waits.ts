import type { Decided, Party, PeopleRules, RoundSeats } from './parties.ts';
import { partiesIn, peopleRules, saysWhoMaySit } from './parties.ts';
import { RoundDesk } from './round-desk.ts';

/**
 * Looks once more at everybody who sits out a round though a seat is free, and gives them one where the firm rules
 * allow it, also by moving others on to other seats; where mentors go about, units may change tables for it. Nobody
 * else sits out for it unless more are seated. Mentors not met before come first, then the emptiest table.
 * Plans in which nobody sits out needlessly stay as they are.
 */
export function seatWhoWaits(decided: Decided, rounds: readonly RoundSeats[]): readonly RoundSeats[] {
  if (!saysWhoMaySit(decided.instance)) return rounds;
  let rules: PeopleRules | null = null;
  const now = [...rounds];
  rounds.forEach((seats, round) => {
    if (!seatIsFree(decided, seats, round)) return;
    const parties = partiesIn(decided, round);
    if (!parties.some((party) => isWaiting(party, seats))) return;
    rules ??= peopleRules(decided.instance);
    const met = (student: number, unit: number): boolean =>
      now.some(({ tableOf, unitAt }, other) => other !== round && unitAt[tableOf[student]!] === unit);
    now[round] = new RoundDesk(decided, { rules, parties, met }, seats, round).seatAll();
  });
  return now;
}

const isWaiting = ({ members, isFixed }: Party, { tableOf }: RoundSeats): boolean =>
  !isFixed && tableOf[members[0]!] === -1;

/** Whether any seat at an open table is left over. */
function seatIsFree({ instance }: Decided, { tableOf }: RoundSeats, round: number): boolean {
  const load = new Int32Array(instance.tables.length);
  for (const table of tableOf) if (table >= 0) load[table]! += 1;
  return instance.tables.some(({ seats, open }, table) => load[table]! < seats && (open?.includes(round + 1) ?? true));
}
