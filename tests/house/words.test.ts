import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { type ESTree, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { parse, placeOf, readJson, repositoryFiles, sourcesUnder } from './sources.ts';

/** Folder of client/src → its catalogue in client/locales. */
const CATALOGUES: Readonly<Record<string, string>> = {
  kit: 'kit',
  careers: 'careers',
  organiser: 'console',
  display: 'display',
  phone: 'phone',
  prompts: 'prompts',
  after: 'after',
  public: 'join',
  forms: 'forms',
  answer: 'answer',
  introductions: 'introductions',
  community: 'community',
  gallery: 'gallery',
};
/** They lend their words to other surfaces. */
const LENT: readonly string[] = ['kit', 'introductions', 'after'];
/** Attributes whose text is seen or read aloud. */
const SPOKEN = /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)$/u;
const FORBIDDEN = /\b(sessions?|slots?|match(es|ed|ing)?)\b/iu;
/** A name stays what it is in every language. */
const PRODUCT_NAME = 'Lapwing';

const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(PRODUCT_NAME, ''));

/** The literals that an expression in markup may come out as. */
function literalsOf(node: ESTree.Node): ESTree.Node[] {
  if (node.type === 'Literal') return typeof node.value === 'string' && hasWords(node.value) ? [node] : [];
  if (node.type === 'TemplateLiteral') return node.quasis.some(({ value }) => hasWords(value.raw)) ? [node] : [];
  if (node.type === 'ConditionalExpression') return [...literalsOf(node.consequent), ...literalsOf(node.alternate)];
  if (node.type === 'LogicalExpression') return [...literalsOf(node.left), ...literalsOf(node.right)];
  return node.type === 'JSXExpressionContainer' ? literalsOf(node.expression) : [];
}

/** Where the markup of a file holds words of its own. */
function wordsInMarkup(file: string): string[] {
  const found: ESTree.Node[] = [];
  const lookIn = (children: readonly ESTree.Node[]): void => {
    for (const child of children) {
      if (child.type === 'JSXText' ? hasWords(child.value) : false) found.push(child);
      found.push(...literalsOf(child));
    }
  };
  new Visitor({
    JSXElement: ({ openingElement: { name }, children }) => {
      // a key of the keyboard is no word
      if (name.type !== 'JSXIdentifier' || name.name !== 'kbd') lookIn(children);
    },
    JSXFragment: ({ children }) => lookIn(children),
    JSXAttribute: ({ name, value }) => {
      if (value !== null && name.type === 'JSXIdentifier' && SPOKEN.test(name.name)) found.push(...literalsOf(value));
    },
  }).visit(parse(file));
  return found.map(({ start }) => placeOf(file, start));
}

/** What a file may hand to its translator: whole ids, patterns of ids put together, and the ids of t('…') themselves. */
function idsIn(file: string): { mentioned: RegExp[]; asked: { id: string; place: string }[] } {
  const mentioned: RegExp[] = [];
  const asked: { id: string; place: string }[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') mentioned.push(new RegExp(`^${escaped(value)}$`, 'u'));
    },
    TemplateLiteral: ({ quasis }) => {
      const parts = quasis.map(({ value }) => escaped(value.cooked ?? ''));
      if (parts.some((part) => part.length > 1)) mentioned.push(new RegExp(`^${parts.join('.+')}$`, 'u'));
    },
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 't' || first?.type !== 'Literal') return;
      asked.push({ id: String(first.value), place: placeOf(file, first.start) });
    },
  }).visit(parse(file));
  return { mentioned, asked };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');

describe('words', () => {
  it('no markup holds words of its own: they come from the catalogues', () => {
    expect(
      sourcesUnder('client/src/')
        .filter((file) => file.endsWith('.tsx'))
        .flatMap(wordsInMarkup),
    ).toEqual([]);
  });

  for (const [folder, surface] of Object.entries(CATALOGUES)) {
    describe(`the catalogue ${surface}`, () => {
      const messagesOf = () => readJson<Readonly<Record<string, string>>>(`client/locales/${surface}/en.json`);
      const found = sourcesUnder(`client/src/${folder}/`).map(idsIn);
      const askers = LENT.includes(folder) ? sourcesUnder('client/src/').map(idsIn) : found;

      it('has every id that its surface asks for', () => {
        const messages = messagesOf();
        const unknown = found.flatMap(({ asked }) => asked).filter(({ id }) => messages[id] === undefined);
        expect(unknown).toEqual([]);
      });

      it('has no id that nothing asks for', () => {
        const patterns = askers.flatMap(({ mentioned }) => mentioned);
        expect(Object.keys(messagesOf()).filter((id) => !patterns.some((pattern) => pattern.test(id)))).toEqual([]);
      });

      it('parses, says something, and keeps to the words of the product', () => {
        const bad = Object.entries(messagesOf()).filter(([, text]) => {
          compileMessageOrThrow(text);
          return text.trim() === '' || FORBIDDEN.test(text);
        });
        expect(bad).toEqual([]);
      });
    });
  }

  it('every catalogue belongs to a surface', () => {
    const known = new Set(Object.values(CATALOGUES));
    const strays = repositoryFiles.filter((file) => {
      const [, locales, surface = ''] = file.split('/');
      return file.startsWith('client/') && locales === 'locales' && !known.has(surface) && surface !== 'README.md';
    });
    expect(strays).toEqual([]);
  });
});
