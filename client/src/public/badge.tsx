import '../kit/theme.css';
import './join.css';
import type { BadgeWay } from '@lapwing/shared/protocol/api';
import { render } from 'preact';
import { request } from '../kit/api.ts';
import { Languages } from '../kit/Languages.tsx';
import { Mark } from '../kit/Mark.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { t } from './words.ts';

const TRY_AGAIN_MS = 3_000;

const app = document.getElementById('app') as HTMLElement;
const path = location.pathname.replace(/\/+$/u, '');

/**
 * The page behind the code on a badge. It says nothing about whose it is: whoever works at the desk goes on to the
 * check-in, everybody else to the event's public page. Asked by this page, not by its address, since a phone's camera
 * opens addresses without the desk's cookie.
 */
function Badge({ state }: { state: 'looking' | 'silent' | 'unknown' }) {
  return (
    <div class="join" data-state={state}>
      <header class="top">
        <Mark />
      </header>
      <main>
        {state === 'unknown' ? (
          <StatusStrip tone="bad" icon="warn">
            <h1>{t('join.unknown.title')}</h1>
            <p>{t('join.unknown.words')}</p>
          </StatusStrip>
        ) : (
          <div role="status">
            <h1 class="looking">{t(state === 'looking' ? 'join.looking' : 'join.silent')}</h1>
          </div>
        )}
      </main>
      <Languages />
    </div>
  );
}

render(<Badge state="looking" />, app);
for (;;) {
  const answer = await request<BadgeWay>('GET', `${path}/way`);
  if (answer.ok) {
    const { to } = answer.value;
    location.replace(to.endsWith('/badge/') ? `${to}${path.split('/').at(-1)}` : to);
    break;
  }
  const silent = answer.refusal.code === 'no-answer';
  render(<Badge state={silent ? 'silent' : 'unknown'} />, app);
  if (!silent) break;
  await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
}
