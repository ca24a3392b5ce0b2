import '../kit/theme.css';
import './join.css';
import './desk-number.css';
import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { render } from 'preact';
import { request } from '../kit/api.ts';
import { JoinPage, type JoinState } from './JoinPage.tsx';

const TRY_AGAIN_MS = 3_000;

const app = document.getElementById('app') as HTMLElement;
const [, , written = '', form = ''] = location.pathname.split('/');
const code = decodeURIComponent(written).toUpperCase();

const inlined = document.getElementById('opening')?.textContent;
// what stood there to be read without a script
app.replaceChildren();
if (inlined) await open(JSON.parse(inlined) as PublicEvent);
else await look();

/** The form that the address asks for, or the evening's page. */
async function open(event: PublicEvent): Promise<void> {
  document.title = event.name;
  if (form === 'student') {
    const { StudentPage } = await import('./StudentPage.tsx');
    render(<StudentPage event={event} code={code} />, app);
  } else if (form === 'mentor') {
    const { MentorForm } = await import('./MentorForm.tsx');
    render(<MentorForm event={event} code={code} />, app);
  } else show({ kind: 'found', event });
}

function show(state: JoinState): void {
  render(<JoinPage state={state} code={code} />, app);
}

/** The page came without the event: the code is not known, or it comes from a development server. */
async function look(): Promise<void> {
  show({ kind: 'looking' });
  for (;;) {
    const answer = await request<PublicEvent>('GET', `/e/${encodeURIComponent(code)}/event`);
    if (answer.ok) return open(answer.value);
    const silent = answer.refusal.code === 'no-answer';
    const isHeldBack = answer.refusal.code === 'too-many-requests';
    show({ kind: silent ? 'silent' : isHeldBack ? 'heldBack' : 'unknown' });
    if (!silent) return;
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
  }
}
