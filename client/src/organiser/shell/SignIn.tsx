import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useState } from 'preact/hooks';
import { secretIn } from '../place.ts';
import { signIn } from '../session.ts';
import { t } from '../words.ts';
import { Door } from './Door.tsx';
import { Field } from './Field.tsx';
import { RefusalNote } from './Note.tsx';

/** Nobody is signed in: say where the address is, and take it by hand. */
export function SignIn({ refusal }: { refusal: RefusalCode | 'no-answer' | null }) {
  const [pasted, setPasted] = useState('');
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    document.title = t('sign-in.title');
  }, []);
  const submit = (event: Event): void => {
    event.preventDefault();
    const secret = secretIn(pasted);
    setError(secret === '' ? t('sign-in.no-secret') : null);
    if (secret !== '') void signIn(secret);
  };
  return (
    <Door title={t('sign-in.heading')}>
      <p>{t('sign-in.how')}</p>
      <RefusalNote code={refusal} />
      <form onSubmit={submit}>
        <Field
          label={t('sign-in.field')}
          hint={t('sign-in.hint')}
          error={error}
          value={pasted}
          onText={setPasted}
          autocomplete="off"
          spellcheck={false}
          name="secret"
        />
        <button type="submit" class="primary">
          {t('sign-in.button')}
        </button>
      </form>
    </Door>
  );
}
