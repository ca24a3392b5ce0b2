import { test } from 'vitest';
import { expectFewestSitOuts } from './needless-sit-outs.ts';

test.each([true, false])(
  'R98 nobody sits out a round who could have a seat, many evenings; somebody keeps their table: %s',
  (stays) => {
    expectFewestSitOuts(stays, 300);
  },
);
