import '../../organiser/console.css';
import '../../organiser/shell/controls.css';
import '../../organiser/shell/boxes.css';
import '../../organiser/shell/door.css';
import '../../organiser/events/events.css';
import '../../organiser/shell/frame.css';
import type { JSX } from 'preact';
import { App } from '../../organiser/App.tsx';
import { EVENTS_HASH, sectionHash } from '../../organiser/place.ts';
import type { CONSOLE_NAMES } from '../state-names.ts';
import { AFTER_LOOKS } from './after-looks.ts';
import { BEFORE_LOOKS } from './before-looks.ts';
import { COMMUNITY_LOOKS } from './community-looks.ts';
import { eveningOf } from './console-evening.ts';
import { EVENT_ID } from './invented-evening.ts';
import type { Look } from './looks.ts';
import { NIGHT_LOOKS } from './night-looks.ts';
import { pretendServer } from './pretend-server.ts';
import { takeSteps } from './steps.ts';

/** What a section shows once its code and its facts are there. */
const ARRIVED = 'main h1, main h2, main .planning, main .empty, .check-in-page';
/** Answers come at once; what they set off is drawn by then. */
const SETTLED_MS = 300;

const LOOKS: Readonly<Record<(typeof CONSOLE_NAMES)[number], Look>> = {
  ...BEFORE_LOOKS,
  ...NIGHT_LOOKS,
  ...AFTER_LOOKS,
  ...COMMUNITY_LOOKS,
};

function addressOf({ at, atDoor }: Look): string {
  if (atDoor) return `/check-in${location.search}#/events/${EVENT_ID}`;
  if (at === undefined) return EVENTS_HASH;
  return at.startsWith('/') ? `#${at}` : sectionHash(EVENT_ID, at as Parameters<typeof sectionHash>[1]);
}

/** The whole console over a server that is made up. */
const stateOf = (look: Look) => (): JSX.Element => {
  pretendServer(eveningOf(look.scene));
  history.replaceState(null, '', addressOf(look));
  return <App />;
};

/** Every state of the console, by name. */
export const CONSOLE_STATES: Readonly<Record<string, () => JSX.Element>> = Object.fromEntries(
  Object.entries(LOOKS).map(([name, look]) => [name, stateOf(look)]),
);

/** Brings a state that is shown to where it is to be looked at, by the same presses as a person's. */
export async function stand(name: string): Promise<void> {
  const look: Look | undefined = new Map<string, Look>(Object.entries(LOOKS)).get(name);
  await takeSteps([{ see: ARRIVED }, ...(look?.steps ?? [])]);
  await new Promise((done) => setTimeout(done, SETTLED_MS));
}
