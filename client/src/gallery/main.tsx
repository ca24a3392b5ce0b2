import '../kit/theme.css';
import { languageOf } from '@lapwing/shared/kernel/language';
import { type JSX, render } from 'preact';
import { dressWords, speak } from '../kit/words.ts';
import { pseudo } from './pseudo.ts';
import { t } from './words.ts';

type States = Readonly<Record<string, () => JSX.Element>>;

const app = document.getElementById('app') as HTMLElement;

// the style sheets of display and phone do not belong on one page: each state is a page of its own
const load: Readonly<
  Record<'display' | 'phone' | 'join' | 'answer' | 'community' | 'checkIn' | 'console', () => Promise<States>>
> = {
  display: async () => (await import('./display-states.tsx')).DISPLAY_STATES,
  phone: async () => (await import('./phone-states.tsx')).PHONE_STATES,
  join: async () => (await import('./join-states.tsx')).JOIN_STATES,
  answer: async () => (await import('./answer-states.tsx')).ANSWER_STATES,
  community: async () => (await import('./community-states.tsx')).COMMUNITY_STATES,
  checkIn: async () => (await import('./check-in-states.tsx')).CHECK_IN_STATES,
  console: async () => (await import('./console/console-states.tsx')).CONSOLE_STATES,
};

/** By how the names of their states begin. */
const SURFACES: Readonly<Record<string, keyof typeof load>> = {
  'p-': 'phone',
  'j-': 'join',
  'a-': 'answer',
  'm-': 'community',
  'c-': 'checkIn',
  'o-': 'console',
};

const addressed = (): string | null => new URLSearchParams(location.search).get('only');
const surfaceOf = (name: string): keyof typeof load => SURFACES[name.slice(0, 2)] ?? 'display';
const only = addressed();

addEventListener('hashchange', () => void speakAsAddressed());
addEventListener('speak', (asked) => void speakAs((asked as CustomEvent<string>).detail));
addEventListener('popstate', () => void follow());
await speakAsAddressed();
if (only === null) await showAll();
else await showOne(only);

/** Another state of the same surface stands on the same page; a console keeps more than it shows, and begins anew. */
async function follow(): Promise<void> {
  const next = addressed();
  const here = document.documentElement.dataset.state;
  if (next === here) return;
  if (next === null || here === undefined || surfaceOf(here) !== surfaceOf(next) || surfaceOf(next) === 'console')
    return location.reload();
  render(null, app);
  await showOne(next);
}

/** `#de`, or `#pseudo` and `#pseudo-rtl` for languages that nobody speaks; English else. A console says there where it is. */
async function speakAsAddressed(): Promise<void> {
  const wanted = location.hash.slice(1);
  if (wanted !== '' && !wanted.startsWith('/')) await speakAs(wanted);
}

async function speakAs(wanted: string): Promise<void> {
  dressWords(wanted.startsWith('pseudo') ? pseudo : (messages) => messages);
  await speak(languageOf(wanted) ?? 'en');
  const { documentElement: root } = document;
  root.dir = wanted.endsWith('-rtl') ? 'rtl' : 'ltr';
  root.dataset.speaks = wanted;
}

async function showOne(name: string): Promise<void> {
  const { dataset } = document.documentElement;
  delete dataset.ready;
  dataset.state = name;
  const states = await load[surfaceOf(name)]();
  const State = states[name];
  render(State ? <State /> : <p>{t('gallery.unknown')}</p>, app);
  if (name.startsWith('o-')) await (await import('./console/console-states.tsx')).stand(name);
  await document.fonts.ready;
  requestAnimationFrame(() => requestAnimationFrame(sayReady));
}

/** For whoever takes a picture: the state stands. */
function sayReady(): void {
  document.documentElement.dataset.ready = '';
}

async function showAll(): Promise<void> {
  const { Gallery } = await import('./Gallery.tsx');
  const { ANSWER_NAMES, CHECK_IN_NAMES, COMMUNITY_NAMES, CONSOLE_NAMES, DISPLAY_NAMES, JOIN_NAMES, PHONE_NAMES } =
    await import('./state-names.ts');
  render(
    <Gallery
      display={[...DISPLAY_NAMES]}
      phone={[...PHONE_NAMES]}
      join={[...JOIN_NAMES]}
      answer={[...ANSWER_NAMES]}
      community={[...COMMUNITY_NAMES]}
      checkIn={[...CHECK_IN_NAMES]}
      organiser={[...CONSOLE_NAMES]}
    />,
    app,
  );
}
