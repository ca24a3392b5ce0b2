import { Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { parse, placeOf, productSources, read, repositoryFiles } from './sources.ts';

/** Lines. A file or function at its ceiling has become two. */
const FILE_CEILING = 400;
const FILE_MEDIAN = 80;
const FUNCTION_CEILING = 60;
/** A component's markup is long without being deep. */
const COMPONENT_CEILING = 120;

const linesOf = (text: string): number => text.trimEnd().split('\n').length;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Functions over the ceiling by their own lines: those of a function inside count for that one only. */
function longFunctions(file: string): string[] {
  const text = read(file);
  const ceiling = file.endsWith('.tsx') ? COMPONENT_CEILING : FUNCTION_CEILING;
  const spans: Span[] = [];
  const note = ({ start, end }: Span): void => {
    spans.push({ start, end });
  };
  new Visitor({ FunctionDeclaration: note, FunctionExpression: note, ArrowFunctionExpression: note }).visit(
    parse(file),
  );
  const inside = (inner: Span, outer: Span): boolean =>
    inner !== outer && inner.start >= outer.start && inner.end <= outer.end;
  const breaksIn = ({ start, end }: Span): number => text.slice(start, end).split('\n').length - 1;
  return spans.flatMap((span) => {
    const within = spans.filter((other) => inside(other, span));
    const children = within.filter((one) => !within.some((other) => inside(one, other)));
    const own = 1 + breaksIn(span) - children.reduce((lines, child) => lines + breaksIn(child), 0);
    return own > ceiling ? [`${placeOf(file, span.start)} ${own} lines`] : [];
  });
}

describe('sizes', () => {
  it(`no file has more than ${FILE_CEILING} lines`, () => {
    const code = repositoryFiles.filter((file) => /\.(tsx?|mjs|css)$/u.test(file));
    expect(
      code
        .map((file) => `${file} ${linesOf(read(file))}`)
        .filter((line) => Number(line.split(' ').at(-1)) > FILE_CEILING),
    ).toEqual([]);
  });

  it(`the median file has at most ${FILE_MEDIAN} lines`, () => {
    const lengths = productSources()
      .map((file) => linesOf(read(file)))
      .sort((one, other) => one - other);
    expect(lengths[Math.floor(lengths.length / 2)] ?? 0).toBeLessThanOrEqual(FILE_MEDIAN);
  });

  it(`no function has more than ${FUNCTION_CEILING} lines, in a component file ${COMPONENT_CEILING}`, () => {
    expect(productSources().flatMap(longFunctions)).toEqual([]);
  });
});
