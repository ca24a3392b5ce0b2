import { Visitor } from 'vite';
import { expect, it } from 'vitest';
import { parse, placeOf, sourcesUnder } from './sources.ts';

/** They write numbers as one language does, or as the browser's does, which need not be the page's. */
const WRITES_NUMBERS = new Set(['toFixed', 'toPrecision', 'toExponential', 'toLocaleString']);
/** Where figures are written by the language of the page. */
const FIGURES = 'client/src/kit/figures.ts';

it('decimals and percentages of the interface are written by `kit/figures`', () => {
  const places: string[] = [];
  for (const file of sourcesUnder('client/src/'))
    if (file !== FIGURES)
      new Visitor({
        CallExpression: ({ callee, start }) => {
          if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier')
            if (WRITES_NUMBERS.has(callee.property.name)) places.push(placeOf(file, start));
        },
      }).visit(parse(file));
  expect(places).toEqual([]);
});
