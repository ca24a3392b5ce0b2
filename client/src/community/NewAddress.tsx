import { useState } from 'preact/hooks';
import { TextField } from '../forms/fields.tsx';
import type { OwnActs } from './own.ts';
import { t } from './words.ts';

interface NewAddressProps {
  readonly email: string;
  readonly acts: OwnActs;
}

/** Another address counts once somebody has read the mail that went there. */
export function NewAddress({ email, acts }: NewAddressProps) {
  const [code, setCode] = useState('');
  const [state, setState] = useState<'typing' | 'sending' | 'wrong'>('typing');
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (state === 'sending') return;
    setState('sending');
    setState((await acts.proveAddress(code.trim())) ? 'typing' : 'wrong');
  };
  return (
    <section class="f-group">
      <form class="f-form" noValidate onSubmit={(event) => void send(event)}>
        <h2>{t('community.address')}</h2>
        <p>{t('community.address.words', { email })}</p>
        <TextField
          field="code"
          label={t('community.address.code')}
          value={code}
          most={20}
          required
          onText={setCode}
          problems={state === 'wrong' ? [{ field: 'code', code: 'needed' }] : []}
        />
        <div class="f-buttons">
          <button type="submit" class="f-main" aria-disabled={state === 'sending'}>
            {t('community.address.send')}
          </button>
        </div>
      </form>
    </section>
  );
}
