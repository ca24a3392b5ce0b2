import type { AttendeeId, TableId } from '@lapwing/shared/kernel/ids';
import type { BrokenFirmRule } from '@lapwing/shared/rotation/broken-rules';
import { decimalText } from '../../kit/figures.ts';
import { type Sentence, sentence } from '../sentence.ts';
import type { Pair, Price } from './price.ts';

/** One thing that a change brings. bad: a firm rule; such a plan cannot be kept. */
export interface PriceLine {
  readonly tone: 'bad' | 'worse' | 'better';
  readonly text: Sentence;
}

export interface Names {
  readonly person: (id: AttendeeId) => string;
  /** A table's number. */
  readonly table: (id: TableId) => string | number;
}

/** More of a kind are counted rather than named. */
const MOST_NAMED = 3;

/** The price of a change in short sentences, what forbids it first; empty when nothing gets better or worse. */
export function priceLines(price: Price, names: Names): PriceLine[] {
  const { person, table } = names;
  return [
    ...uniqueBroken(price.broken).map((rule): PriceLine => ({ tone: 'bad', text: brokenText(rule, names) })),
    ...mentorLines(price, names),
    ...price.nobodyToMeet.map((id) => worse(sentence('price.nobody', { table: table(id) }))),
    ...price.sitsOut.map((id) => worse(sentence('price.sits-out', { name: person(id) }))),
    ...counted(price.uneven, -1, 'price.uneven'),
    ...counted(price.wishes, 1, 'price.wishes'),
    ...counted(price.fields, 1, 'price.fields'),
    ...pairLines(price.meetAgain, names, 'price.again', 'worse'),
    ...pairLines(price.meetOnce, names, 'price.once', 'better'),
  ];
}

/** Those who meet a mentor again, unless that was said already as a broken rule. */
function mentorLines({ mentorAgain, broken }: Price, { person }: Names): PriceLine[] {
  const said = broken.filter(({ rule }) => rule === 'same-mentor-twice');
  const others = mentorAgain.filter(
    (pair) => !said.some((rule) => rule.person === pair.one && rule.mentor === pair.other),
  );
  if (others.length > MOST_NAMED) return [worse(sentence('price.mentor-again.count', { count: others.length }))];
  return others.map(({ one, other }) =>
    worse(sentence('price.same-mentor-twice', { name: person(one), mentor: person(other) })),
  );
}

const worse = (text: Sentence): PriceLine => ({ tone: 'worse', text });

/** A figure that rose or fell; `good` is 1 where more is better. */
function counted(change: number, good: 1 | -1, id: 'price.uneven' | 'price.wishes' | 'price.fields'): PriceLine[] {
  if (change === 0) return [];
  const rose = change > 0;
  const text = sentence(`${id}.${rose ? 'more' : 'fewer'}`, { count: Math.abs(change) });
  return [{ tone: change * good > 0 ? 'better' : 'worse', text }];
}

function pairLines(
  pairs: readonly Pair[],
  { person }: Names,
  id: 'price.again' | 'price.once',
  tone: PriceLine['tone'],
): PriceLine[] {
  if (pairs.length > MOST_NAMED) return [{ tone, text: sentence(`${id}.count`, { count: pairs.length }) }];
  return pairs.map(({ one, other }) => ({ tone, text: sentence(id, { one: person(one), other: person(other) }) }));
}

/** A rule is said once for a table or a person, however many seats it is broken by. */
function uniqueBroken(broken: readonly BrokenFirmRule[]): BrokenFirmRule[] {
  const said = new Map(
    broken.map((one) => [[one.rule, one.round, one.table, one.person, one.mentor].join(' '), one] as const),
  );
  return [...said.values()].slice(0, MOST_NAMED);
}

function brokenText({ rule, round, table, person, mentor }: BrokenFirmRule, names: Names): Sentence {
  return sentence(`price.${rule}`, {
    round,
    table: table === null ? '' : names.table(table),
    name: person === null ? '' : names.person(person),
    mentor: mentor === null ? '' : names.person(mentor),
  });
}

/** "98.0 → 97.6": what the plan as a whole is worth, before and after; null where the report has no such figure. */
export function overallText({ overall }: Price): Sentence | null {
  if (overall === null) return null;
  const { before, after } = overall;
  if (before.value === after.value) return sentence('price.overall.same', { value: decimalText(after.value) });
  return sentence('price.overall', { before: decimalText(before.value), after: decimalText(after.value) });
}
