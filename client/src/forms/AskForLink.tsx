import './form.css';
import { isMailAddress } from '@lapwing/shared/event/mail-address';
import { useEffect, useRef, useState } from 'preact/hooks';
import { request } from '../kit/api.ts';
import { fieldId } from './problem-words.ts';
import { t } from './words.ts';

type Trouble = 'ask.missing' | 'ask.many' | 'ask.silent' | 'ask.desk';

/**
 * One field: whoever has no link that opens gets one by mail. The same words for every address.
 * @param code of the event whose page it is; null: of every event that knows the address
 */
export function AskForLink({ code }: { code: string | null }) {
  const [email, setEmail] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const id = fieldId('ask');
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const address = email.trim();
    if (busy) return;
    if (!isMailAddress(address)) return setTrouble('ask.missing');
    setBusy(true);
    const answer = await request('POST', '/new-link', { email: address, code });
    setBusy(false);
    if (answer.ok) setSentTo(address);
    else setTrouble(TROUBLES[answer.refusal.code] ?? 'ask.silent');
  }
  if (sentTo !== null) return <Sent email={sentTo} />;
  return (
    <form class="f-form f-group" onSubmit={(event) => void send(event)} noValidate>
      <h2>{t('ask.title')}</h2>
      <div class="f-field" data-wrong={trouble === 'ask.missing'}>
        <label for={id}>{t('ask.field')}</label>
        <p class="f-hint" id={`${id}-hint`}>
          {t('ask.words')}
        </p>
        <input
          {...{ id, name: 'email', type: 'email', value: email, maxLength: 254, autocomplete: 'email' }}
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={trouble ? `${id}-problem` : `${id}-hint`}
          aria-invalid={trouble === 'ask.missing' ? true : undefined}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <p class="f-problem" id={`${id}-problem`} role="alert">
          {trouble ? t(trouble) : null}
        </p>
      </div>
      <p class="f-buttons">
        <button type="submit" class="f-main" aria-busy={busy}>
          {t('ask.send')}
        </button>
      </p>
    </form>
  );
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'bad-request': 'ask.missing',
  'too-many-requests': 'ask.many',
  'come-to-desk': 'ask.desk',
};

function Sent({ email }: { email: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="f-form f-group">
      <h2 ref={heading} tabIndex={-1}>
        {t('ask.sent.title')}
      </h2>
      <p>{t('ask.sent.words', { email })}</p>
      <p class="f-hint">{t('ask.sent.missing')}</p>
    </section>
  );
}
