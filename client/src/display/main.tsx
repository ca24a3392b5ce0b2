import './styles.ts';
import { render } from 'preact';
import { request } from '../kit/api.ts';
import { createLiveModel, type LiveModel } from '../kit/live-model.ts';
import { openLink } from '../kit/open-link.ts';
import { createBell } from './bell.ts';
import { DisplayApp } from './DisplayApp.tsx';
import { Loading, WrongLink } from './DisplayScreen.tsx';

const COOKIE_CHECK_AFTER_MS = 1_500;
const path = location.pathname.replace(/\/+$/u, '');
const app = document.getElementById('app') as HTMLElement;

render(<Loading />, app);
const opened = await openLink<undefined>(`${path}/session`);
if (opened !== null && !opened.ok) render(<WrongLink />, app);
else {
  const model = createLiveModel(`${path}/live`, 5_000);
  render(<DisplayApp model={model} bell={createBell()} />, app);
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
