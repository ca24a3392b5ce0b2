import { after, type Instant, minutes } from '../kernel/time.ts';
import { type AgendaTitle, agendaOf, type EveningSettings } from './event.ts';

/** A part of the evening as a programme lists it. `rounds` is 0 where it is no block of rounds. */
export interface ProgrammeItem {
  readonly title: AgendaTitle | 'doors' | 'rounds' | 'end';
  readonly at: Instant;
  readonly rounds: number;
}

/** The evening from the doors to the end, at the times it has when nothing is added or cut. */
export function programmeOf(settings: EveningSettings): ProgrammeItem[] {
  const { rounds, roundMinutes, changeoverMinutes, startsAt } = settings;
  const agenda = agendaOf(settings);
  const items: ProgrammeItem[] = [{ title: 'doors', at: startsAt, rounds: 0 }];
  let at = startsAt;
  const add = (title: ProgrammeItem['title'], length: number, count = 0): void => {
    items.push({ title, at, rounds: count });
    at = after(at, minutes(length));
  };
  for (const { title, afterRound, length } of agenda) if (afterRound === 0) add(title, length);
  let done = 0;
  while (done < rounds) {
    const stop = agenda.find(({ afterRound }) => afterRound > done && afterRound <= rounds)?.afterRound ?? rounds;
    const count = stop - done;
    // people sit at their first tables already; to every later round they move
    const changeovers = done === 0 ? count - 1 : count;
    add('rounds', count * roundMinutes + changeovers * changeoverMinutes, count);
    done = stop;
    for (const { title, afterRound, length } of agenda) if (afterRound === done) add(title, length);
  }
  items.push({ title: 'end', at, rounds: 0 });
  return items;
}
