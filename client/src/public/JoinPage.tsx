import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import type { ComponentChildren } from 'preact';
import { Languages } from '../kit/Languages.tsx';
import { Mark } from '../kit/Mark.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { EventPage } from './EventPage.tsx';
import { t } from './words.ts';

/** What is known about the code: still asking, asking for a while, not a code of ours, not to be looked up for now, or an evening. */
export type JoinState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'unknown' | 'heldBack' }
  | { readonly kind: 'found'; readonly event: PublicEvent };

/** The public page of an evening, behind the code on the wall. */
export function JoinPage({ state, code }: { state: JoinState; code: string }) {
  return (
    <PublicFrame kind={state.kind} code={code}>
      {state.kind === 'found' ? <EventPage event={state.event} code={code} /> : null}
      {state.kind === 'unknown' ? (
        <StatusStrip tone="bad" icon="warn">
          <h1>{t('join.unknown.title')}</h1>
          <p>{t('join.unknown.words')}</p>
        </StatusStrip>
      ) : null}
      {state.kind === 'heldBack' ? (
        <StatusStrip tone="warn" icon="warn">
          <h1>{t('join.heldBack.title')}</h1>
          <p>{t('join.heldBack.words')}</p>
        </StatusStrip>
      ) : null}
      {state.kind === 'looking' || state.kind === 'silent' ? (
        <div role="status">
          <h1 class="looking">{t(state.kind === 'looking' ? 'join.looking' : 'join.silent')}</h1>
        </div>
      ) : null}
    </PublicFrame>
  );
}

/** What all public pages stand in. */
export const PublicFrame = ({ kind, code, children }: { kind: string; code: string; children: ComponentChildren }) => (
  <div class="join" data-state={kind}>
    <header class="top">
      <Mark />
      <span class="top-code">{t('join.code', { code })}</span>
    </header>
    <main>{children}</main>
    <Languages />
  </div>
);
