import './styles.ts';
import { firstName } from '@lapwing/shared/event/roster';
import type { PersonalCard, RoomFrame } from '@lapwing/shared/protocol/messages';
import { render } from 'preact';
import { request } from '../kit/api.ts';
import { whyOver } from '../kit/connection.ts';
import { createLiveModel } from '../kit/live-model.ts';
import { openLink } from '../kit/open-link.ts';
import { rememberOwnPage } from '../kit/own-pages.ts';
import { pollWhileDeaf } from '../kit/poll.ts';
import { createOwn } from './own.ts';
import { HEARTBEAT_MS, PhoneApp } from './PhoneApp.tsx';
import { Finding, WrongLink } from './PlainPages.tsx';
import { prepareForTrouble } from './SomethingWrong.tsx';

/** What the server sends to a phone that opens: POST …/session and GET …/opening. */
interface PhoneOpening {
  readonly card: PersonalCard;
  readonly room: RoomFrame;
}

/** Without any answer to a clock question for so long, the phone's own clock is better than none. */
const GUESS_AFTER_MS = 4_000;
/** Late, so that a hall that opens its pages at once is not slowed by what hardly anybody needs. */
const PREPARE_AFTER_MS = 15_000;

const path = location.pathname.replace(/\/+$/u, '');
const app = document.getElementById('app') as HTMLElement;
const inlined = readInlined();

if (inlined) start(inlined);
else await open();

/** The evening that the server wrote into the page, for a phone that has been here before. */
function readInlined(): PhoneOpening | null {
  const text = document.getElementById('opening')?.textContent;
  return text ? (JSON.parse(text) as PhoneOpening) : null;
}

async function open(): Promise<void> {
  app.replaceChildren();
  render(<Finding />, app);
  const answer = (await openLink<PhoneOpening>(`${path}/session`)) ?? (await askAgain());
  if (answer.ok) start(answer.value);
  else render(<WrongLink why={whyOver(answer.refusal.details?.why)} />, app);
}

/** No secret in the address, but perhaps a cookie: asks until there is an answer. */
async function askAgain(): Promise<Awaited<ReturnType<typeof request<PhoneOpening>>>> {
  for (;;) {
    const answer = await request<PhoneOpening>('GET', `${path}/opening`);
    if (answer.ok || answer.refusal.code !== 'no-answer') return answer;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  }
}

function start({ card, room }: PhoneOpening): void {
  if (location.hash !== '') void openLink(`${path}/session`);
  const model = createLiveModel(`${path}/live`, HEARTBEAT_MS, { card, room });
  const polling = pollWhileDeaf(model, `${path}/opening`, HEARTBEAT_MS);
  const own = createOwn(model, path);
  rememberOwnPage({ path, eventId: card.eventId, firstName: firstName(card.name) });
  setTimeout(() => model.connection.clock.guess(), GUESS_AFTER_MS);
  setTimeout(() => void prepareForTrouble(path), PREPARE_AFTER_MS);
  app.replaceChildren();
  render(<PhoneApp model={model} polling={polling} own={own} />, app);
}
