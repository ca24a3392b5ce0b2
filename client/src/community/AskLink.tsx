import { isMailAddress } from '@lapwing/shared/event/mail-address';
import { useState } from 'preact/hooks';
import { TextField } from '../forms/fields.tsx';
import { request } from '../kit/api.ts';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { useTitle } from '../kit/use-title.ts';
import { language } from '../kit/words.ts';
import { Frame, Heading, Words } from './Frame.tsx';
import { t } from './words.ts';

type State = 'typing' | 'missing' | 'sending' | 'silent' | 'many' | 'sent';

/** Whoever has no link that opens gets one by mail; the same words for every address (C5). */
export function AskLink() {
  const [email, setEmail] = useState('');
  const [state, setState] = useState<State>('typing');
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (state === 'sending') return;
    if (!isMailAddress(email.trim())) return setState('missing');
    setState('sending');
    const answer = await request('POST', '/community/links', { email: email.trim(), language: language() });
    if (answer.ok) return setState('sent');
    setState(answer.refusal.code === 'too-many-requests' ? 'many' : 'silent');
  }
  return <AskLinkView {...{ email, state }} onEmail={setEmail} onSend={send} />;
}

interface ViewProps {
  readonly email: string;
  readonly state: State;
  readonly onEmail: (email: string) => void;
  readonly onSend: (event: Event) => Promise<void>;
}

export function AskLinkView({ email, state, onEmail, onSend }: ViewProps) {
  useTitle(t('community.link.title'));
  if (state === 'sent')
    return (
      <Words
        state="link-sent"
        title={t('community.link.sent')}
        words={t('community.link.sent.words', { email: email.trim() })}
      />
    );
  return (
    <Frame state="link">
      <Heading>{t('community.link.title')}</Heading>
      <form class="f-form" noValidate onSubmit={(event) => void onSend(event)}>
        <TextField
          field="email"
          label={t('community.email')}
          hint={t('community.link.hint')}
          value={email}
          most={254}
          type="email"
          autocomplete="email"
          required
          onText={onEmail}
          problems={state === 'missing' ? [{ field: 'email', code: 'notAnAddress' }] : []}
        />
        {state === 'silent' || state === 'many' ? (
          <div role="alert">
            <StatusStrip tone="warn">{t(`community.${state}`)}</StatusStrip>
          </div>
        ) : null}
        <div class="f-buttons">
          <button type="submit" class="f-main" aria-disabled={state === 'sending'}>
            {t('community.link.send')}
          </button>
        </div>
      </form>
    </Frame>
  );
}
