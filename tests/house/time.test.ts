import { type ESTree, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { parse, placeOf, productSources } from './sources.ts';

type Reading = 'Date.now' | 'new Date' | 'performance.now' | 'Math.random' | 'setInterval';

/** Who reads the clock or draws from it. Everyone else is handed `now` and a Random, and can be tested at any hour. */
const MAY: Readonly<Record<string, readonly Reading[]>> = {
  'server/src/system-clock.ts': ['Date.now', 'performance.now'],
  // the wall clock only tells that the device slept, when performance.now may have stood still
  'client/src/kit/server-clock.ts': ['Date.now', 'performance.now'],
  // spreads the reconnections of a room full of phones
  'client/src/kit/connection.ts': ['Math.random'],
};

function readingsIn(file: string): { reading: Reading; place: string }[] {
  const found: { reading: Reading; place: string }[] = [];
  const note = (reading: Reading, { start }: { start: number }): void => {
    found.push({ reading, place: placeOf(file, start) });
  };
  new Visitor({
    MemberExpression(member) {
      const reading = readingOf(member);
      if (reading !== null) note(reading, member);
    },
    CallExpression(call) {
      if (isNamed(call.callee, 'setInterval')) note('setInterval', call);
    },
    NewExpression(made) {
      if (isNamed(made.callee, 'Date') && made.arguments.length === 0) note('new Date', made);
    },
  }).visit(parse(file));
  return found;
}

/** Handed on (`random ?? Math.random`) is as good as called. */
function readingOf({ object, property }: ESTree.MemberExpression): Reading | null {
  if (property.type !== 'Identifier' || object.type !== 'Identifier') return null;
  if (property.name === 'setInterval') return 'setInterval';
  const whole = `${object.name}.${property.name}`;
  return whole === 'Date.now' || whole === 'performance.now' || whole === 'Math.random' ? whole : null;
}

const isNamed = (node: ESTree.Expression, name: string): boolean => node.type === 'Identifier' && node.name === name;

describe('time and chance come in as arguments', () => {
  it('only the named files read a clock, draw at random or tick', () => {
    const strangers = productSources().flatMap((file) =>
      readingsIn(file)
        .filter(({ reading }) => !(MAY[file] ?? []).includes(reading))
        .map(({ reading, place }) => `${place} ${reading}`),
    );
    expect(strangers).toEqual([]);
  });

  it('the list of those files is not longer than it need be', () => {
    const unused = Object.entries(MAY).flatMap(([file, readings]) => {
      const used = productSources().includes(file) ? readingsIn(file).map(({ reading }) => reading) : [];
      return readings.filter((reading) => !used.includes(reading)).map((reading) => `${file} ${reading}`);
    });
    expect(unused).toEqual([]);
  });
});
