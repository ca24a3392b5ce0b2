import type { Language } from '@lapwing/shared/kernel/language';
import type { Keeper } from '@lapwing/shared/protocol/community-api';
import { escaped, inlineJson } from './html-text.ts';

interface Words {
  readonly title: string;
  readonly kept: (name: string, contact: string) => string;
  readonly script: string;
}

/** What the page says where no script runs. */
const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Community',
    kept: (name, contact) => `Kept by ${name}, ${contact}.`,
    script: 'This page needs JavaScript. Turn it on in your browser.',
  },
  de: {
    title: 'Community',
    kept: (name, contact) => `Betreut von ${name}, ${contact}.`,
    script: 'Diese Seite braucht JavaScript. Schalte es in deinem Browser ein.',
  },
};

/** A page of the community with whose it is in it (C20): as data for the script, and to be read where none runs. */
export function withKeeper(shell: string, keeper: Keeper, language: Language): string {
  const words = WORDS[language];
  const script = `<script type="application/json" id="opening">${inlineJson(keeper)}</script>`;
  const kept = keeper.name === '' ? '' : `<p>${escaped(words.kept(keeper.name, keeper.contact))}</p>`;
  const readable = `<main><h1>${escaped(keeper.community || words.title)}</h1>${kept}<p>${words.script}</p></main>`;
  return shell.replace('<!--opening-->', () => script).replace('<!--evening-->', () => readable);
}
