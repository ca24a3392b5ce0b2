import './styles.ts';
import { render } from 'preact';
import { request } from '../kit/api.ts';
import { createLiveModel, type LiveModel } from '../kit/live-model.ts';
import { openLink } from '../kit/open-link.ts';
import { pollWhileDeaf } from '../kit/poll.ts';
import { createBell } from './bell.ts';
import { DisplayApp, HEARTBEAT_MS } from './DisplayApp.tsx';
import { Loading, WrongLink } from './DisplayScreen.tsx';

const COOKIE_CHECK_AFTER_MS = 1_500;
/** Without any answer to a clock question for so long, the machine's own clock is better than none. */
const GUESS_AFTER_MS = 4_000;
const path = location.pathname.replace(/\/+$/u, '');
const app = document.getElementById('app') as HTMLElement;

render(<Loading />, app);
const opened = await openLink<undefined>(`${path}/session`);
if (opened !== null && !opened.ok) render(<WrongLink />, app);
else {
  const model = createLiveModel(`${path}/live`, HEARTBEAT_MS);
  const polling = pollWhileDeaf(model, `${path}/opening`, HEARTBEAT_MS);
  setTimeout(() => model.connection.clock.guess(), GUESS_AFTER_MS);
  render(<DisplayApp model={model} polling={polling} bell={createBell()} />, app);
  if (opened === null) setTimeout(() => void checkCookie(model), COOKIE_CHECK_AFTER_MS);
}

/** A display without a secret lives on its cookie. If the connection does not come up, asks whether there is one. */
async function checkCookie(model: LiveModel): Promise<void> {
  if (model.lastHeardAt.peek() !== null) return;
  const answer = await request('POST', `${path}/session`, { secret: '' });
  if (answer.ok || answer.refusal.code === 'no-answer' || model.lastHeardAt.peek() !== null) return;
  model.close();
  render(<WrongLink />, app);
}
