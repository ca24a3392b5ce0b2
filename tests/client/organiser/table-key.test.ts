import { beforeEach, expect, it } from 'vitest';
import { createTableKey, type TableKey, WAIT_MS } from '../../../client/src/organiser/live/table-key.ts';

let opened: number[];
let waiting: { ms: number; run: () => void }[];
let key: TableKey;
beforeEach(() => {
  opened = [];
  waiting = [];
  key = createTableKey({
    numbers: () => [1, 2, 5, 12],
    open: (number) => opened.push(number),
    later(ms, run) {
      const timer = { ms, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
  });
});

it('a figure without T is not its business', () => {
  expect(key.figure('5')).toBe(false);
  expect(opened).toEqual([]);
});

it('opens at once where no other table can be meant', () => {
  key.begin();
  expect(key.figure('5')).toBe(true);
  expect(opened).toEqual([5]);
  expect(key.figure('5')).toBe(false);
});

it('waits for a second figure where one could come', () => {
  key.begin();
  key.figure('1');
  expect(opened).toEqual([]);
  key.figure('2');
  expect(opened).toEqual([12]);
  key.begin();
  key.figure('1');
  expect(waiting.map(({ ms }) => ms)).toEqual([WAIT_MS]);
  waiting[0]?.run();
  expect(opened).toEqual([12, 1]);
});

it('a number that no table has opens none, and another key calls it off', () => {
  key.begin();
  key.figure('9');
  expect(opened).toEqual([]);
  expect(key.figure('5')).toBe(false);
  key.begin();
  key.cancel();
  expect(key.figure('5')).toBe(false);
});
