import { PASSWORD_LEAST, type PasswordFault, passwordFault } from '@lapwing/shared/event/password';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import { useTitle } from '../../kit/use-title.ts';
import { askWho } from '../session.ts';
import { Door } from '../shell/Door.tsx';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { staffApi } from './staff-api.ts';

interface Props {
  readonly secret: string;
  readonly name: string;
  /** '' for the very first account: then it is theirs to say. */
  readonly email: string;
}

/** What an invitation opens, and at the first start the printed address: an account, in one step. */
export function JoinPage({ secret, name: known, email: fixed }: Props) {
  const [name, setName] = useState(known);
  const [email, setEmail] = useState(fixed);
  const [password, setPassword] = useState('');
  const [seen, setSeen] = useState(false);
  const [fault, setFault] = useState<PasswordFault | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  useTitle(t('join.title'));
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const weak = passwordFault(password, [name, email]);
    setFault(weak);
    if (weak) return;
    const answer = await staffApi.join({ secret, name: name.trim(), email: email.trim(), password });
    if (answer.ok) return askWho();
    setRefusal(answer.refusal.code);
  };
  return (
    <Door title={fixed === '' ? t('join.heading-first') : t('join.heading')}>
      <p>{fixed === '' ? t('join.what-first') : t('join.what')}</p>
      <RefusalNote code={refusal} />
      <form onSubmit={(event) => void submit(event)}>
        <Field
          label={t('join.name')}
          hint={t('join.name-hint')}
          name="name"
          autocomplete="given-name"
          maxLength={40}
          required
          value={name}
          onText={setName}
        />
        <Field
          label={t('join.email')}
          type="email"
          name="email"
          autocomplete="username"
          readOnly={fixed !== ''}
          required
          value={email}
          onText={setEmail}
        />
        <Field
          label={t('join.password')}
          hint={t('join.password-hint', { least: PASSWORD_LEAST })}
          error={fault && faultText(fault)}
          type={seen ? 'text' : 'password'}
          name="password"
          autocomplete="new-password"
          value={password}
          onText={setPassword}
        />
        <label class="check">
          <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.currentTarget.checked)} />
          {t('join.show')}
        </label>
        <button type="submit" class="primary">
          {t('join.button')}
        </button>
      </form>
    </Door>
  );
}

/** What is wrong with a password, and what would do. */
export function faultText(fault: PasswordFault): string {
  if (fault === 'too-short') return t('password.too-short', { least: PASSWORD_LEAST });
  if (fault === 'too-long') return t('password.too-long');
  return fault === 'about-you' ? t('password.about-you') : t('password.common');
}
