import { expect, test } from 'vitest';
import type { InstanceSchedule } from '../../../shared/src/rotation/instance.ts';
import { score } from '../../../shared/src/rotation/score.ts';
import { parsed, type RawInstance, rawRotation } from './builders.ts';

const figures = (rounds: InstanceSchedule['rounds'], change: (raw: RawInstance) => void = () => {}) => {
  const instance = parsed(rawRotation(4, 2, 2, 4, change));
  return score(instance, { format: 'rotation-schedule/1', instance: instance.name, rounds });
};

test('R10 idle counts the rounds that people who are there sit out', () => {
  const late = ({ students }: RawInstance): void => {
    Object.assign(students[3] ?? {}, { present: [2] });
  };
  expect(figures([{ t1: ['s1', 's2'] }, { t1: ['s3'], t2: ['s4'] }]).idle).toBe(4);
  expect(figures([{ t1: ['s1', 's2'] }, { t1: ['s3'], t2: ['s4'] }], late).idle).toBe(3);
});

test('R11 spread is the most rounds sat out less the fewest', () => {
  expect(figures([{ t1: ['s1', 's2', 's3'] }, { t1: ['s1', 's2', 's3'] }]).spread).toBe(2);
  expect(figures([{ t1: ['s1', 's2'] }, { t1: ['s3', 's4'] }]).spread).toBe(0);
});

test('R12 repeats counts visits to a mentor after the first, not to tables without a mentor', () => {
  const same = { t1: ['s1', 's2'], t2: ['s3', 's4'] };
  expect(figures([same, same]).repeats).toBe(4);
  expect(figures([same, same], ({ tables }) => Object.assign(tables[0] ?? {}, { mentors: [] })).repeats).toBe(2);
});

test('R13 balance counts the seats outside even sizes, and forgives a table with few seats', () => {
  const uneven = { t1: ['s1', 's2', 's3'], t2: ['s4'] };
  expect(figures([uneven, {}]).balance).toBe(2);
  expect(figures([uneven, {}], ({ tables }) => Object.assign(tables[1] ?? {}, { seats: 1 })).balance).toBe(0);
  expect(figures([{ t1: ['s1', 's2'], t2: ['s3'] }, {}]).balance).toBe(0);
});

test('R14 want adds the weight of each wished mentor once', () => {
  const wish = ({ students }: RawInstance): void => {
    Object.assign(students[0] ?? {}, { wants: { m1: 5, m2: 2 } });
  };
  expect(figures([{ t1: ['s1'] }, { t1: ['s1'] }], wish).want).toBe(5);
  expect(figures([{ t1: ['s1'] }, { t2: ['s1'] }], wish).want).toBe(7);
});

test('R15 variety adds the different fields that each student meets', () => {
  expect(figures([{ t1: ['s1', 's2'] }, { t1: ['s1'], t2: ['s2'] }]).variety).toBe(3);
});

test('R16 pairs are counted once however often they meet, and friends who sit together not at all', () => {
  const same = { t1: ['s1', 's2', 's3'] };
  expect(figures([same, same])).toMatchObject({ distinctPairs: 3, repeatedPairs: 3 });
  const friends = ({ students }: RawInstance): void => {
    Object.assign(students[0] ?? {}, { together: ['s2'] });
    Object.assign(students[2] ?? {}, { together: ['s2'] });
  };
  expect(figures([same, { t1: ['s1', 's4'] }], friends)).toMatchObject({ distinctPairs: 1, repeatedPairs: 0 });
});
