import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { ConsoleDoor } from '@lapwing/shared/protocol/staff-api';
import { useEffect, useState } from 'preact/hooks';
import { useTitle } from '../../kit/use-title.ts';
import { secretIn } from '../place.ts';
import { askWho, openAddress } from '../session.ts';
import { Prove } from '../staff/Prove.tsx';
import { staffApi } from '../staff/staff-api.ts';
import { t } from '../words.ts';
import { Door } from './Door.tsx';
import { Field } from './Field.tsx';
import { Note, RefusalNote } from './Note.tsx';

/** Nobody is signed in: sign in; on a new server, say where the address is that makes the first account. */
export function SignIn({ refusal }: { refusal: RefusalCode | 'no-answer' | null }) {
  const [door, setDoor] = useState<ConsoleDoor | null>(null);
  useTitle(t('sign-in.title'));
  useEffect(() => {
    void staffApi.door().then((answer) => {
      if (answer.ok) setDoor(answer.value);
    });
  }, []);
  if (door === null || door.isNew) return <FirstAddress refusal={refusal} />;
  return (
    <Door title={t('sign-in.heading')}>
      <RefusalNote code={refusal === 'not-signed-in' ? null : refusal} />
      {refusal === 'not-signed-in' ? <Note tone="plain">{t('sign-in.lost')}</Note> : null}
      {door.maySignIn ? (
        <Prove mails={door.mails} onProven={() => void askWho()} />
      ) : (
        <Note tone="bad">{t('refusal.plain-http-sign-in')}</Note>
      )}
      <p class="quiet">{t('sign-in.no-account')}</p>
    </Door>
  );
}

function FirstAddress({ refusal }: { refusal: RefusalCode | 'no-answer' | null }) {
  const [pasted, setPasted] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: Event): void => {
    event.preventDefault();
    const secret = secretIn(pasted);
    setError(secret === '' ? t('sign-in.no-secret') : null);
    if (secret !== '') void openAddress(secret);
  };
  return (
    <Door title={t('sign-in.first-heading')}>
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
