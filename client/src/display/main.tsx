import './styles.ts';
import { render } from 'preact';
import { request } from '../kit/api.ts';
import { createLiveModel, type LiveModel } from '../kit/live-model.ts';
import { openLink } from '../kit/open-link.ts';
import { pollWhileDeaf } from '../kit/poll.ts';
import { DisplayApp, HEARTBEAT_MS } from './DisplayApp.tsx';
import { Loading, WrongLink } from './DisplayScreen.tsx';
import { deviceAt } from './device.ts';
import { createHealer, followBuilds } from './heal.ts';
import { LastPicture } from './LastPicture.tsx';

const COOKIE_CHECK_AFTER_MS = 1_500;
/** Without any answer to a clock question for so long, the machine's own clock is better than none. */
const GUESS_AFTER_MS = 4_000;
const path = location.pathname.replace(/\/+$/u, '');
const app = document.getElementById('app') as HTMLElement;
const healer = createHealer();

render(<Loading />, app);
const opened = await openLink<undefined>(`${path}/session`);
if (opened !== null && !opened.ok) {
  render(<WrongLink />, app);
  // a server that is in trouble has not said anything about the link
  if (opened.refusal.code !== 'link-invalid') healer.comeBack();
} else {
  const model = createLiveModel(`${path}/live`, HEARTBEAT_MS);
  const polling = pollWhileDeaf(model, `${path}/opening`, HEARTBEAT_MS);
  setTimeout(() => model.connection.clock.guess(), GUESS_AFTER_MS);
  const device = deviceAt(path);
  const failed = (error: unknown): void => {
    console.error(error);
    healer.comeBack();
  };
  followBuilds(model, () => !device.bell.isOn.value || isQuiet(model), healer);
  render(
    <LastPicture onFailed={failed}>
      <DisplayApp model={model} polling={polling} device={device} />
    </LastPicture>,
    app,
  );
  if (opened === null) setTimeout(() => void checkCookie(model), COOKIE_CHECK_AFTER_MS);
}

/** Before doors and after the end nobody misses a bell: a page that is loaded anew has to be touched before it can ring. */
function isQuiet({ shown }: LiveModel): boolean {
  const kind = shown.value?.phase.kind;
  return kind === undefined || kind === 'doors' || kind === 'finished';
}

/** A display without a secret lives on its cookie. If the connection does not come up, asks whether there is one. */
async function checkCookie(model: LiveModel): Promise<void> {
  if (model.lastHeardAt.peek() !== null) return;
  const answer = await request('POST', `${path}/session`, { secret: '' });
  if (answer.ok || answer.refusal.code === 'no-answer' || model.lastHeardAt.peek() !== null) return;
  model.close();
  render(<WrongLink />, app);
}
