import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import { Field } from '../shell/Field.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { canPasskey, signInWithPasskey } from './passkeys.ts';
import { type Proven, staffApi } from './staff-api.ts';

interface Props {
  /** Known where somebody proves once more who they are. */
  readonly email?: string;
  readonly mails: boolean;
  readonly onProven: () => void;
}

/** Says who one is: password and, where it is set up, the code of an app; or a passkey; or a mailed link. */
export function Prove({ email: known = '', mails, onProven }: Props) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<'password' | 'code' | 'recovery'>('password');
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [mailed, setMailed] = useState(false);

  const take = (answer: ApiAnswer<Proven> | null): void => {
    setRefusal(answer === null || answer.ok ? null : answer.refusal.code);
    if (!answer?.ok) return;
    if (answer.value?.twoFactorRedirect) setStep('code');
    else onProven();
  };
  if (step !== 'password') {
    return <SecondFactor isRecovery={step === 'recovery'} refusal={refusal} onTurn={setStep} onAnswer={take} />;
  }
  const mail = async (): Promise<void> => {
    const answer = await staffApi.mailLink(email.trim());
    setMailed(answer.ok);
    setRefusal(answer.ok ? null : answer.refusal.code);
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void staffApi.password(email.trim(), password).then(take);
      }}
    >
      <RefusalNote code={refusal} />
      {mailed ? <Note tone="ok">{t('prove.mailed')}</Note> : null}
      <Field
        label={t('prove.email')}
        type="email"
        name="email"
        autocomplete="username"
        readOnly={known !== ''}
        required
        value={email}
        onText={setEmail}
      />
      <Field
        label={t('prove.password')}
        type="password"
        name="password"
        autocomplete="current-password"
        value={password}
        onText={setPassword}
      />
      <div class="button-row">
        <button type="submit" class="primary">
          {t('prove.button')}
        </button>
        {canPasskey() ? (
          <button type="button" onClick={() => void signInWithPasskey().then(take)}>
            {t('prove.passkey')}
          </button>
        ) : null}
        {mails ? (
          <button type="button" disabled={email.trim() === ''} onClick={() => void mail()}>
            {t('prove.mail-link')}
          </button>
        ) : null}
      </div>
    </form>
  );
}

interface SecondFactorProps {
  readonly isRecovery: boolean;
  readonly refusal: RefusalCode | 'no-answer' | null;
  readonly onTurn: (step: 'code' | 'recovery') => void;
  readonly onAnswer: (answer: ApiAnswer<Proven>) => void;
}

function SecondFactor({ isRecovery, refusal, onTurn, onAnswer }: SecondFactorProps) {
  const [code, setCode] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), [isRecovery]);
  const check = isRecovery ? staffApi.recoveryCode : staffApi.appCode;
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void check(code.replaceAll(/\s/gu, '')).then(onAnswer);
      }}
    >
      <RefusalNote code={refusal} />
      <Field
        key={isRecovery ? 'recovery' : 'code'}
        label={isRecovery ? t('prove.recovery') : t('prove.code')}
        hint={isRecovery ? t('prove.recovery-hint') : t('prove.code-hint')}
        name="code"
        autocomplete="one-time-code"
        required
        {...(isRecovery ? {} : { inputMode: 'numeric' as const })}
        spellcheck={false}
        value={code}
        onText={setCode}
      />
      <div class="button-row">
        <button type="submit" class="primary">
          {t('prove.button')}
        </button>
        <button type="button" onClick={() => onTurn(isRecovery ? 'code' : 'recovery')}>
          {isRecovery ? t('prove.use-app') : t('prove.use-recovery')}
        </button>
      </div>
    </form>
  );
}
