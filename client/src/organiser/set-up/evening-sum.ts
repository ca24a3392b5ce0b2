import { agendaOf, type EveningSettings, plannedMinutes } from '@lapwing/shared/event/event';
import { type Sentence, sentence } from '../sentence.ts';

/**
 * The length of the evening in one sentence: "6 rounds of 15 with 2 to move, a break of 10 = 110 minutes".
 * @param ends the planned end as text, e.g. "20:50"
 */
export function eveningSum(settings: EveningSettings, ends: string): Sentence {
  const { rounds, roundMinutes, changeoverMinutes } = settings;
  const lengths = { welcome: 0, panel: 0, break: 0, freeTalk: 0 };
  for (const { title, length } of agendaOf(settings)) lengths[title] = length;
  const values = { rounds, talk: roundMinutes, move: changeoverMinutes, total: plannedMinutes(settings), ends };
  return sentence('sum.plain', { ...values, ...lengths });
}

const DAY_MINUTES = 1_440;

/** Minutes from the start to the next time a clock shows `end`; null while it is not a time. */
export function minutesUntil(start: string, end: string): number | null {
  const [from, to] = [start, end].map((text) => /^(\d{1,2}):(\d{2})$/u.exec(text));
  if (!from || !to) return null;
  const of = ([, hours, rest]: RegExpExecArray): number => Number(hours) * 60 + Number(rest);
  return (of(to) - of(from) + DAY_MINUTES) % DAY_MINUTES;
}
