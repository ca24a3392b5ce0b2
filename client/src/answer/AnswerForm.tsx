import type { AnswerPage as Page } from '@lapwing/shared/protocol/places-api';
import { useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { useCopy } from '../kit/use-copy.ts';
import { t } from './words.ts';

const CHOICES = ['yes', 'no', 'pass'] as const;
type Choice = (typeof CHOICES)[number];
type Sending = 'no' | 'going' | 'failed';

interface Props {
  readonly page: Page;
  readonly onSend: (answer: 'yes' | 'no') => Promise<boolean>;
}

/** The answer is chosen when the page opens; nothing is sent before the button is pressed. */
export function AnswerForm({ page, onSend }: Props) {
  const [choice, setChoice] = useState<Choice>('yes');
  const [sending, setSending] = useState<Sending>('no');
  const answer = choice === 'yes' ? 'yes' : 'no';
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (sending === 'going') return;
    setSending('going');
    setSending((await onSend(answer)) ? 'no' : 'failed');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <p>{t(page.instead ? 'answer.why.instead' : 'answer.why.more')}</p>
      <fieldset>
        <legend>{t('answer.legend')}</legend>
        {CHOICES.map((each) => (
          <label key={each}>
            <input type="radio" name="answer" checked={each === choice} onChange={() => setChoice(each)} />
            <span>
              {t(`answer.${each}`)}
              <small>{t(`answer.${each}.what`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {choice === 'pass' ? <PassOn text={page.passOn} /> : null}
      {sending === 'failed' ? <StatusStrip tone="bad">{t('answer.failed')}</StatusStrip> : null}
      <button type="submit" class="send" aria-busy={sending === 'going'}>
        {t(sending === 'going' ? 'answer.sending' : `answer.send.${answer}`)}
      </button>
    </form>
  );
}

const COPY_WORDS = { no: 'answer.copy', yes: 'answer.copied', selected: 'answer.select' } as const;

/** A text to forward. */
function PassOn({ text }: { text: string }) {
  const { field, copied, copy } = useCopy<HTMLTextAreaElement>();
  return (
    <div class="pass-on">
      <label>
        {t('answer.pass.text')}
        <textarea ref={field} readOnly rows={9} value={text} />
      </label>
      <button type="button" onClick={() => void copy(text)}>
        <Icon name="copy" /> <span aria-live="polite">{t(COPY_WORDS[copied])}</span>
      </button>
    </div>
  );
}
