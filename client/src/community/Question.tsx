import { REQUEST_LENGTH } from '@lapwing/shared/community/profile';
import type { QuestionAnswer, QuestionPage } from '@lapwing/shared/protocol/community-api';
import { useState } from 'preact/hooks';
import { TextField } from '../forms/fields.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { SignCard } from '../kit/SignCard.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { useCopy } from '../kit/use-copy.ts';
import { useTitle } from '../kit/use-title.ts';
import { Frame, Heading } from './Frame.tsx';
import { t } from './words.ts';

type Answer = QuestionAnswer['answer'];
type Choice = Answer | 'pass';

/** What can be answered, the first chosen beforehand (C14). */
const CHOICES = {
  introduce: ['yes', 'no', 'pass'],
  met: ['met', 'not-yet', 'not-met'],
  'in-touch': ['in-touch', 'not-in-touch'],
} as const satisfies Record<QuestionPage['question'], readonly Choice[]>;

export type QuestionState =
  | { readonly kind: 'looking' | 'silent' | 'invalid' }
  | { readonly kind: 'page'; readonly page: QuestionPage };

interface QuestionProps {
  readonly state: QuestionState;
  /** What the mail's link chose; null for nothing. */
  readonly chosen: Answer | null;
  /** Answers whether it arrived. */
  readonly onSend: (answer: Answer, thanks: string) => Promise<boolean>;
}

/** One question out of a mail: the answer is chosen when the page opens, and nothing is sent before the button is pressed. */
export function Question({ state, chosen, onSend }: QuestionProps) {
  useTitle(t('community.question.title'));
  if (state.kind !== 'page') {
    return (
      <Frame state={`question-${state.kind}`}>
        {state.kind === 'invalid' ? (
          <StatusStrip tone="bad" icon="warn">
            <Heading>{t('community.question.invalid.title')}</Heading>
            <p>{t('community.question.invalid.words')}</p>
          </StatusStrip>
        ) : (
          <div role="status">
            <Heading>{t(state.kind === 'looking' ? 'community.question.looking' : 'community.silent.page')}</Heading>
          </div>
        )}
      </Frame>
    );
  }
  const { page } = state;
  return (
    <Frame state={`question-${page.question}-${page.state}`}>
      {page.state === 'open' ? (
        <Heading>{t(`community.question.${page.question}`, { name: page.other.firstName })}</Heading>
      ) : (
        <Outcome page={page} />
      )}
      {page.other.firstName === '' ? null : <Other page={page} />}
      {page.state === 'open' ? <AnswerForm page={page} chosen={chosen} onSend={onSend} /> : null}
    </Frame>
  );
}

/** Who it is about, and what they asked. */
const Other = ({ page: { other, line } }: { page: QuestionPage }) => (
  <SignCard class="c-other">
    <h2>
      <Name of={other.firstName} />
    </h2>
    {other.headline === '' ? null : <p translate={false}>{other.headline}</p>}
    {line === '' ? null : <blockquote translate={false}>{line}</blockquote>}
  </SignCard>
);

function Outcome({ page: { state, answer } }: { page: QuestionPage }) {
  const over = state === 'over' || answer === null;
  return (
    <StatusStrip tone={over ? 'plain' : 'ok'} icon={over ? 'info' : 'check'}>
      <Heading focused>{t(over ? 'community.question.over' : `community.done.${answer}`)}</Heading>
      <p>{t(over ? 'community.question.over.words' : `community.done.${answer}.words`)}</p>
    </StatusStrip>
  );
}

interface AnswerFormProps extends Pick<QuestionProps, 'chosen' | 'onSend'> {
  readonly page: QuestionPage;
}

function AnswerForm({ page, chosen, onSend }: AnswerFormProps) {
  const offered: readonly Choice[] =
    page.question === 'met' && page.side === 'mentor' ? [...CHOICES.met, 'asker-silent'] : CHOICES[page.question];
  const [choice, setChoice] = useState<Choice>(
    chosen !== null && offered.includes(chosen) ? chosen : (offered[0] ?? 'yes'),
  );
  const [thanks, setThanks] = useState('');
  const [sending, setSending] = useState<'no' | 'going' | 'failed'>('no');
  const answer = choice === 'pass' ? 'no' : choice;
  const thanked = answer === 'met';
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (sending === 'going') return;
    setSending('going');
    setSending((await onSend(answer, thanked ? thanks : '')) ? 'no' : 'failed');
  };
  return (
    <form class="f-form" noValidate onSubmit={(event) => void submit(event)}>
      <fieldset class="f-field c-choices">
        <legend>{t('community.question.legend')}</legend>
        {offered.map((each) => (
          <label class="f-option" key={each}>
            <input type="radio" name="answer" checked={each === choice} onChange={() => setChoice(each)} />
            <span>
              <b>{t(`community.answer.${each}`)}</b>
              <span class="f-line">{t(`community.answer.${each}.what`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {choice === 'pass' ? <PassOn text={page.passOn} /> : null}
      {thanked ? (
        <TextField
          field="thanks"
          label={t('community.question.thanks', { name: page.other.firstName })}
          hint={t('community.question.thanks.hint')}
          value={thanks}
          most={REQUEST_LENGTH}
          lines={2}
          onText={setThanks}
          problems={thanks.length > REQUEST_LENGTH ? [{ field: 'thanks', code: 'tooLong', most: REQUEST_LENGTH }] : []}
        />
      ) : null}
      {sending === 'failed' ? <StatusStrip tone="bad">{t('community.silent')}</StatusStrip> : null}
      <div class="f-buttons">
        <button type="submit" class="f-main" aria-disabled={sending === 'going'}>
          {t(sending === 'going' ? 'community.sending' : `community.answer.${answer}.send`)}
        </button>
      </div>
    </form>
  );
}

const COPY_WORDS = { no: 'community.copy', yes: 'community.copied', selected: 'community.select' } as const;

/** A text to forward to a colleague. */
function PassOn({ text }: { text: string }) {
  const { field, copied, copy } = useCopy<HTMLTextAreaElement>();
  return (
    <div class="f-field">
      <label>
        {t('community.pass.text')}
        <textarea ref={field} readOnly rows={7} value={text} />
      </label>
      <button type="button" class="f-other" onClick={() => void copy(text)}>
        <Icon name="copy" /> <span aria-live="polite">{t(COPY_WORDS[copied])}</span>
      </button>
    </div>
  );
}
