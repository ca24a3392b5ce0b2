import '../kit/theme.css';
import './answer.css';
import type { AnswerPage as Page } from '@lapwing/shared/protocol/places-api';
import { render } from 'preact';
import { request } from '../kit/api.ts';
import { AnswerPage, type AnswerState } from './AnswerPage.tsx';

const TRY_AGAIN_MS = 3_000;

const app = document.getElementById('app') as HTMLElement;
const path = location.pathname.replace(/\/+$/u, '');
const secret = location.hash.slice(1);

const send = async (answer: 'yes' | 'no'): Promise<boolean> => {
  const given = await request<Page>('POST', path, { secret, answer });
  if (given.ok) show({ kind: 'page', page: given.value });
  else if (given.refusal.code === 'link-invalid') show({ kind: 'invalid' });
  return given.ok;
};

function show(state: AnswerState): void {
  if (state.kind === 'page') document.title = state.page.event.name;
  render(<AnswerPage state={state} onSend={send} />, app);
}

async function open(): Promise<AnswerState> {
  for (;;) {
    const opened = await request<Page>('POST', `${path}/opening`, { secret });
    if (opened.ok) return { kind: 'page', page: opened.value };
    if (opened.refusal.code !== 'no-answer' && opened.refusal.code !== 'too-many-requests') return { kind: 'invalid' };
    show({ kind: 'silent' });
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}

if (path.startsWith('/requests/')) await (await import('./requests.tsx')).openRequests(app, path, secret);
else await openQuestion();

async function openQuestion(): Promise<void> {
  show({ kind: 'looking' });
  show(secret === '' ? { kind: 'invalid' } : await open());
}
