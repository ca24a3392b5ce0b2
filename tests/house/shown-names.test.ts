import { describe, expect, it } from 'vitest';
import { parse, placeOf, read, sourcesUnder } from './sources.ts';

/** What people type: whoever draws one of these draws it with `Name`. */
const NAME =
  /^(name|firstName|surname|given|shortName|contactName|trustedName|eventName|place|company|fileName|names|person|nameOf)$/u;
/** Names that nobody typed: where, what stands there, and why. */
const OURS: readonly (readonly [file: string, drawn: string, why: string])[] = [
  ['client/src/kit/Languages.tsx', '{LANGUAGES[each].name}', 'languages name themselves, each with its own lang'],
  ['client/src/organiser/shell/KeyCap.tsx', '{name}', 'a key of the keyboard'],
  ['client/src/organiser/people/MentorRadar.tsx', '{nameOf(store, row)}', 'a field of work, out of our own list'],
  ['client/src/phone/MoveMap.tsx', '{place}', 'where in the hall, in our own words'],
];
/** They hold text alone, and nothing stands beside it. */
const TEXT_ALONE = new Set(['option', 'title', 'bdi', 'Name']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface Bare {
  readonly file: string;
  readonly drawn: string;
  readonly at: string;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The names that an expression may be in the end: of "a ? b.name : c" it is `name` and `c`. */
function endsOf(of: unknown): string[] {
  const node = of as Node;
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'ConditionalExpression':
      return [...endsOf(node.consequent), ...endsOf(node.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [...endsOf(node.left), ...endsOf(node.right)];
    case 'TemplateLiteral':
      return (node.expressions as Node[]).flatMap(endsOf);
    case 'CallExpression':
      return joined(node) ?? endsOf(node.callee);
    case 'MemberExpression':
      return node.computed === true ? [] : endsOf(node.property);
    case 'Identifier':
      return [String(node.name)];
    default:
      return isNode(node.expression) ? endsOf(node.expression) : [];
  }
}

/** "[a.name, b].filter(…).join(', ')" is its parts, unless each went through `isolated`. */
function joined({ callee }: Node): string[] | null {
  const isJoin = isNode(callee) && callee.type === 'MemberExpression' && endsOf(callee)[0] === 'join';
  if (!isJoin) return null;
  const parts: string[] = [];
  for (
    let at = callee.object as Node;
    isNode(at);
    at = (at.type === 'CallExpression' ? at.callee : at.object) as Node
  ) {
    if (at.type === 'CallExpression' && (at.arguments as Node[]).some((one) => endsOf(one)[0] === 'isolated'))
      return [];
    if (at.type === 'ArrayExpression') parts.push(...(at.elements as Node[]).flatMap(endsOf));
  }
  return parts;
}

/** Where a name stands bare among words: as a child of an element, or joined to other text in one. */
function bareNames(file: string): Bare[] {
  const found: Bare[] = [];
  const walk = (node: Node, element: string): void => {
    const isChild = node.type === 'JSXExpressionContainer' && !TEXT_ALONE.has(element);
    if (isChild && endsOf(node.expression).some((end) => NAME.test(end)))
      found.push({ file, drawn: read(file).slice(node.start, node.end), at: placeOf(file, node.start) });
    for (const child of childrenOf(node)) walk(child, elementOf(node) ?? element);
  };
  walk(parse(file) as unknown as Node, '');
  return found;
}

/** An attribute holds text alone. */
function elementOf(node: Node): string | null {
  if (node.type === 'JSXAttribute') return 'option';
  if (node.type === 'JSXFragment') return '';
  return node.type === 'JSXElement' ? tagOf(node) : null;
}

const tagOf = (element: Node): string => String(((element.openingElement as Node).name as Node).name);

const files = sourcesUnder('client/src/').filter((file) => file.endsWith('.tsx') && !file.includes('/gallery/'));
const bare = files.flatMap(bareNames);
const isOurs = ({ file, drawn }: Bare): boolean => OURS.some((one) => one[0] === file && one[1] === drawn);

describe('names that people type', () => {
  it('are drawn by Name, so that one that runs from right to left leaves its neighbours where they are', () => {
    expect(bare.filter((one) => !isOurs(one)).map(({ at, drawn }) => `${at} ${drawn}`)).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  it('has no exception that nothing needs', () => {
    expect(OURS.filter(([file, drawn]) => !bare.some((one) => one.file === file && one.drawn === drawn))).toEqual([]);
  });
});
