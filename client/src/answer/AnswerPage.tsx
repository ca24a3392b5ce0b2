import type { AnswerPage as Page } from '@lapwing/shared/protocol/places-api';
import { clockText, dateText } from '../kit/figures.ts';
import { Languages } from '../kit/Languages.tsx';
import { Mark } from '../kit/Mark.tsx';
import { Name } from '../kit/Name.tsx';
import { SignCard } from '../kit/SignCard.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { isolated } from '../kit/words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { t } from './words.ts';

/** What is known about the link: still asking, asking for a while, no question of ours, or a question. */
export type AnswerState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'page'; readonly page: Page };

interface Props {
  readonly state: AnswerState;
  /** Answers whether it arrived. */
  readonly onSend: (answer: 'yes' | 'no') => Promise<boolean>;
}

/** A mentor is asked to come: the evening, the answer chosen, one button. Nobody signs in. */
export function AnswerPage({ state, onSend }: Props) {
  return (
    <div class="answer" data-state={state.kind === 'page' ? state.page.state : state.kind}>
      <header class="top">
        <Mark />
      </header>
      <main>
        {state.kind === 'page' ? <Question page={state.page} onSend={onSend} /> : null}
        {state.kind === 'invalid' ? (
          <StatusStrip tone="bad" icon="warn">
            <h1>{t('answer.invalid.title')}</h1>
            <p>{t('answer.invalid.words')}</p>
          </StatusStrip>
        ) : null}
        {state.kind === 'looking' || state.kind === 'silent' ? (
          <div role="status">
            <h1 class="looking">{t(state.kind === 'looking' ? 'answer.looking' : 'answer.silent')}</h1>
          </div>
        ) : null}
      </main>
      <Languages />
    </div>
  );
}

function Question({ page, onSend }: { page: Page } & Pick<Props, 'onSend'>) {
  const { name, place, startsAt, timeZone } = page.event;
  const contact = [page.contactName, page.contactEmail]
    .filter((part) => part !== '')
    .map(isolated)
    .join(', ');
  return (
    <>
      {page.state === 'open' ? (
        <h1>{t('answer.ask', { name: page.firstName === '' ? 'none' : page.firstName })}</h1>
      ) : (
        <Outcome page={page} />
      )}
      <SignCard class="event">
        <h2>
          <Name of={name} />
        </h2>
        <p>{t('answer.when', { date: dateText(startsAt, timeZone), time: clockText(startsAt, timeZone) })}</p>
        {place ? (
          <p>
            <Name of={place} />
          </p>
        ) : null}
      </SignCard>
      {page.state === 'open' ? <AnswerForm page={page} onSend={onSend} /> : null}
      {contact === '' ? null : <p class="contact">{t('answer.contact', { contact })}</p>}
    </>
  );
}

function Outcome({ page: { state } }: { page: Page }) {
  const words = state === 'over' || state === 'open' ? 'answer.over' : (`answer.done.${state}` as const);
  return (
    <StatusStrip tone={state === 'yes' ? 'ok' : 'plain'} icon={state === 'yes' ? 'check' : 'info'}>
      <h1>{t(`${words}.title`)}</h1>
      <p>{t(`${words}.words`)}</p>
    </StatusStrip>
  );
}
