import fc from 'fast-check';
import type { PairRule } from '../../../shared/src/event/registration.ts';
import type { Schedule } from '../../../shared/src/event/schedule.ts';
import { type AttendeeId, attendeeId } from '../../../shared/src/kernel/ids.ts';
import type { EveningToPlan } from '../../../shared/src/rotation/evening.ts';
import { evening } from './builders.ts';

/** An evening with rules about its people, drawn at random: some of them contradict each other. */
export const anyRuledEvening = (whoMoves: 'students' | 'mentors', most = 16): fc.Arbitrary<EveningToPlan> =>
  fc
    .record({
      tables: fc.integer({ min: 2, max: 5 }),
      students: fc.integer({ min: 3, max: most }),
      rounds: fc.integer({ min: 1, max: 4 }),
      spare: fc.integer({ min: 0, max: 2 }),
      quiet: fc.array(fc.nat(4), { maxLength: 3 }),
      stepFree: fc.array(fc.nat(4), { maxLength: 3 }),
      needs: fc.array(fc.record({ who: fc.nat(), quiet: fc.boolean(), stepFree: fc.boolean() }), { maxLength: 3 }),
      stays: fc.array(fc.record({ who: fc.nat(), table: fc.nat() }), { maxLength: 2 }),
      pairs: fc.array(fc.record({ one: fc.nat(), other: fc.nat(), apart: fc.boolean() }), { maxLength: 5 }),
      avoid: fc.array(fc.record({ who: fc.nat(), mentor: fc.nat() }), { maxLength: 2 }),
      hours: fc.array(fc.record({ who: fc.nat(), from: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
      met: fc.array(fc.record({ one: fc.nat(), mentor: fc.nat() }), { maxLength: 6 }),
    })
    .map((drawn) => {
      const { tables, students, rounds } = drawn;
      const seats = Math.ceil(students / tables) + drawn.spare;
      const plain = evening(students, tables, rounds, seats, { whoMoves });
      const student = (at: number): AttendeeId => attendeeId(`s${(at % students) + 1}`);
      const mentor = (at: number): AttendeeId => attendeeId(`m${(at % tables) + 1}`);
      const pairs: PairRule[] = [
        ...drawn.pairs.map(({ one, other, apart }) => ({
          one: student(one),
          other: student(other),
          kind: apart ? ('apart' as const) : ('together' as const),
        })),
        ...drawn.avoid.map(({ who, mentor: at }) => ({ one: student(who), other: mentor(at), kind: 'apart' as const })),
      ].filter(({ one, other }) => one !== other);
      return {
        ...plain,
        tables: plain.tables.map((table, at) => ({
          ...table,
          quiet: drawn.quiet.includes(at),
          stepFree: drawn.stepFree.includes(at),
        })),
        students: plain.students.map((one) => {
          const need = drawn.needs.find(({ who }) => student(who) === one.id);
          const stay = drawn.stays.find(({ who }) => student(who) === one.id);
          const table = stay && plain.tables[stay.table % tables];
          return {
            ...one,
            stepFree: need?.stepFree ?? false,
            ...(need?.quiet ? { quiet: true } : {}),
            ...(table ? { staysAt: table.id } : {}),
          };
        }),
        mentors: plain.mentors.map((one) => {
          const late = drawn.hours.find(({ who, from }) => mentor(who) === one.id && from <= rounds);
          const there = Array.from({ length: rounds }, (_, at) => at + 1).filter((round) => round >= (late?.from ?? 1));
          return late && late.from > 1 ? { ...one, rounds: there } : one;
        }),
        pairs,
        met: drawn.met.map(({ one, mentor: at }) => [student(one), mentor(at)] as const),
      };
    });

/**
 * Reads every rule about people in a schedule, and nothing else, with nothing of the product: what is broken, in words.
 * @param from the first round to look at, from 1
 */
export function brokenByHand({ rounds }: Schedule, which: EveningToPlan, from = 1): string[] {
  const broken: string[] = [];
  rounds.forEach((tables, index) => {
    const round = index + 1;
    if (round < from) return;
    const at = new Map<string, string>();
    for (const [table, { students, mentors }] of Object.entries(tables)) {
      const floor = which.tables.find(({ id }) => id === table);
      if (students.length > (floor?.seats ?? 0)) broken.push(`${round}: ${table} is overfull`);
      for (const id of [...students, ...mentors]) {
        if (at.has(id)) broken.push(`${round}: ${id} is in two places`);
        at.set(id, table);
      }
      if (which.whoMoves === 'students' && students.length > 0 && mentors.length === 0) {
        broken.push(`${round}: nobody to meet at ${table}`);
      }
      for (const id of students) {
        const one = which.students.find((student) => student.id === id);
        if (!one) broken.push(`${round}: a stranger, ${id}`);
        if (one?.stepFree && !floor?.stepFree) broken.push(`${round}: ${id} meets steps`);
        if (one?.quiet && !floor?.quiet) broken.push(`${round}: ${id} sits in the noise`);
        if (one?.staysAt !== undefined && one.staysAt !== table) broken.push(`${round}: ${id} was to stay`);
      }
      for (const id of mentors) {
        const there = which.mentors.find((mentor) => mentor.id === id)?.rounds;
        if (there && !there.includes(round)) broken.push(`${round}: ${id} is not there`);
      }
    }
    for (const { one, other, kind } of which.pairs ?? []) {
      const both = at.has(one) && at.has(other);
      const come = [one, other].every((id) => [...which.students, ...which.mentors].some((person) => person.id === id));
      const same = at.get(one) === at.get(other) || !come;
      if (kind === 'apart' && come && both && same) broken.push(`${round}: ${one} with ${other}`);
      if (kind === 'together' && !same) broken.push(`${round}: ${one} without ${other}`);
    }
  });
  return broken;
}
