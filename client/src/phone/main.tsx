import './styles.ts';
import { firstName } from '@lapwing/shared/event/roster';
import type { WasItYou } from '@lapwing/shared/protocol/registration-api';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { whyOver } from '../kit/connection.ts';
import { createLiveModel, type LiveModel } from '../kit/live-model.ts';
import { openLink } from '../kit/open-link.ts';
import { rememberOwnPage, sweepPages } from '../kit/own-pages.ts';
import { pollWhileDeaf } from '../kit/poll.ts';
import { askOpening, isOver, type PhoneOpening } from './ask-opening.ts';
import { forgetEvening, type KeptEvening, keepEvening, readEvening } from './kept-evening.ts';
import { keepForOffline, reloadIfOutdated } from './offline-keeper.ts';
import { createOwn } from './own.ts';
import { HEARTBEAT_MS, PhoneApp } from './PhoneApp.tsx';
import { Finding, PlainPage, WrongLink } from './PlainPages.tsx';
import { afterParts } from './parts.ts';
import { prepareForTrouble } from './SomethingWrong.tsx';

/** Without any answer to a clock question for so long, the phone's own clock is better than none. */
const GUESS_AFTER_MS = 4_000;
/** Once what is on the screen has come, the page is kept for the next time. */
const KEEP_AFTER_MS = 5_000;
const FORGET_AFTER_MS = 1_000;
/** Late, so that a hall that opens its pages at once is not slowed by what hardly anybody needs. */
const PREPARE_AFTER_MS = 15_000;

const path = location.pathname.replace(/\/+$/u, '');
const app = document.getElementById('app') as HTMLElement;
const inlined = readInlined();
sweepPages();
// only a page that came from the phone itself may go by what the phone knows: the server's word counts more
const kept = document.querySelector('meta[name=kept]') ? readEvening(path) : null;

if (inlined) start(inlined);
else if (kept) await openKept(kept);
else await open();

/** The evening that the server wrote into the page, for a phone that has been here before. */
function readInlined(): PhoneOpening | null {
  const text = document.getElementById('opening')?.textContent;
  return text ? (JSON.parse(text) as PhoneOpening) : null;
}

async function open(): Promise<void> {
  app.replaceChildren();
  render(<Finding />, app);
  const answer = await askOpening(path);
  if (answer.ok) {
    if ('asks' in answer.value) await ask(answer.value);
    else start(answer.value);
    return;
  }
  const why = whyOver(answer.refusal.details?.why);
  if (isOver(answer)) forgetEvening(path, why);
  render(<WrongLink why={why} />, app);
}

/** Without a network: straight to the evening as this phone knows it, and then as the server does. */
async function openKept(evening: KeptEvening): Promise<void> {
  const model = start(evening, evening);
  const answer = await askOpening(path);
  if (!answer.ok) {
    if (isOver(answer)) model.connection.refuse(answer.refusal.details?.why);
    return;
  }
  if ('asks' in answer.value) return ask(answer.value);
  model.take(answer.value.card);
  model.take(answer.value.room);
}

/** Whoever has the mailbox says first whether it was them. */
async function ask({ asks }: WasItYou): Promise<void> {
  try {
    const { WasItYou } = await import('../forms/WasItYou.tsx');
    render(
      <PlainPage status="asking">
        <WasItYou path={path} asks={asks} />
      </PlainPage>,
      app,
    );
  } catch {
    // the secret is in the address still
    setTimeout(() => location.reload(), KEEP_AFTER_MS);
  }
}

/** A page that is open already shows nothing more by the link it was opened with again, unless that asks something. */
async function openAgain(): Promise<void> {
  const answer = await openLink<PhoneOpening | WasItYou>(`${path}/session`);
  if (answer?.ok && 'asks' in answer.value) await ask(answer.value);
}

function start({ card, room }: PhoneOpening, evening: KeptEvening | null = null): LiveModel {
  if (location.hash !== '' && !evening) void openAgain();
  const model = createLiveModel(`${path}/live`, HEARTBEAT_MS, { card, room });
  const polling = pollWhileDeaf(model, `${path}/opening`, HEARTBEAT_MS);
  const own = createOwn(model, path);
  rememberOwnPage({ path, eventId: card.eventId, firstName: firstName(card.name) });
  const stopKeeping = keepEvening(model, path);
  if (evening) model.connection.clock.guess(evening.ahead);
  setTimeout(() => model.connection.clock.guess(), GUESS_AFTER_MS);
  setTimeout(() => void keepForOffline(), KEEP_AFTER_MS);
  setTimeout(() => {
    void prepareForTrouble(path);
    afterParts.fetch().catch(() => undefined);
  }, PREPARE_AFTER_MS);
  effect(() => {
    if (model.status.value !== 'refused') return;
    stopKeeping();
    // what is being typed goes into the outbox first, as the page closes its fields
    setTimeout(() => {
      own.stop();
      forgetEvening(path, model.connection.why.peek());
    }, FORGET_AFTER_MS);
  });
  window.addEventListener('vite:preloadError', () => void reloadIfOutdated());
  app.replaceChildren();
  render(<PhoneApp model={model} polling={polling} own={own} keptAt={evening?.at ?? null} />, app);
  return model;
}
