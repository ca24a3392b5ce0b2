import '../kit/theme.css';
import './join.css';
import type { JoinFacts } from '@lapwing/shared/protocol/api';
import { render } from 'preact';
import { request } from '../kit/api.ts';
import { JoinPage, type JoinState } from './JoinPage.tsx';

const TRY_AGAIN_MS = 3_000;

const app = document.getElementById('app') as HTMLElement;
const path = location.pathname.replace(/\/+$/u, '');
const code = decodeURIComponent(path.split('/').at(-1) ?? '').toUpperCase();
const show = (state: JoinState): void => {
  if (state.kind === 'found') document.title = state.facts.name;
  render(<JoinPage state={state} code={code} />, app);
};

show({ kind: 'looking' });
for (;;) {
  const answer = await request<JoinFacts>('GET', `${path}/event`);
  if (answer.ok) {
    show({ kind: 'found', facts: answer.value });
    break;
  }
  if (answer.refusal.code !== 'no-answer') {
    show({ kind: 'unknown' });
    break;
  }
  show({ kind: 'silent' });
  await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
}
