import type { JoinFacts } from '@lapwing/shared/protocol/api';
import { clockText, dateText } from '../kit/figures.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Mark } from '../kit/Mark.tsx';
import { SignCard } from '../kit/SignCard.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { t } from './words.ts';

/** What is known about the code: still asking, asking for a while, not a code of ours, or an evening. */
export type JoinState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'found'; readonly facts: JoinFacts };

/** The page behind the code on the wall: which evening, when and where, and how to get to one's own page. */
export function JoinPage({ state, code }: { state: JoinState; code: string }) {
  return (
    <div class="join" data-state={state.kind}>
      <header class="top">
        <Mark />
        <span class="top-code">{t('join.code', { code })}</span>
      </header>
      <main>
        {state.kind === 'found' ? <Found facts={state.facts} /> : null}
        {state.kind === 'unknown' ? (
          <StatusStrip tone="bad" icon="warn">
            <h1>{t('join.unknown.title')}</h1>
            <p>{t('join.unknown.words')}</p>
          </StatusStrip>
        ) : null}
        {state.kind === 'looking' || state.kind === 'silent' ? (
          <div role="status">
            <h1 class="looking">{t(state.kind === 'looking' ? 'join.looking' : 'join.silent')}</h1>
          </div>
        ) : null}
      </main>
    </div>
  );
}

function Found({ facts }: { facts: JoinFacts }) {
  const { name, place, startsAt, timeZone } = facts;
  return (
    <>
      <SignCard class="event">
        <h1 translate={false}>{name}</h1>
        <p>{t('join.when', { date: dateText(startsAt, timeZone), time: clockText(startsAt, timeZone) })}</p>
        {place ? <p translate={false}>{place}</p> : null}
      </SignCard>
      <Way icon="message" title={t('join.mail.title')} words={t('join.mail.words')} />
      <Way icon="qr" title={t('join.desk.title')} words={t('join.desk.words')} />
    </>
  );
}

const Way = ({ icon, title, words }: { icon: IconName; title: string; words: string }) => (
  <section class="way">
    <Icon name={icon} size="1.75rem" />
    <div>
      <h2>{title}</h2>
      <p>{words}</p>
    </div>
  </section>
);
