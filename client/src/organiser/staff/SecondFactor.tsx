import type { Team } from '@lapwing/shared/protocol/staff-api';
import { useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import { QrCode } from '../../kit/JoinBlock.tsx';
import { Field } from '../shell/Field.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { type NewSecondFactor, staffApi } from './staff-api.ts';
import { useFresh } from './use-fresh.ts';

interface Props {
  readonly team: Team;
  readonly onChange: () => Promise<void>;
}

/** The authenticator app: set up in two steps, and switched off again; and codes for a lost telephone. */
export function SecondFactor({ team, onChange }: Props) {
  const fresh = useFresh();
  const [password, setPassword] = useState('');
  const [made, setMade] = useState<NewSecondFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  /** Each of these asks for the password; what came of it is shown, and the password forgotten. */
  function run<Value>(act: (password: string) => Promise<ApiAnswer<Value>>, done: (value: Value) => void): void {
    fresh.run(
      () => act(password),
      (value) => {
        setPassword('');
        done(value);
      },
    );
  }
  const begin = (): void => run(staffApi.beginSecondFactor, setMade);
  const anew = (): void => run(staffApi.newRecoveryCodes, ({ backupCodes }) => setCodes(backupCodes));
  const end = (): void =>
    run(staffApi.endSecondFactor, () => {
      setMade(null);
      setCodes([]);
      void onChange();
    });
  const confirm = (code: string): void =>
    fresh.run(
      () => staffApi.appCode(code),
      () => {
        setCodes(made?.backupCodes ?? []);
        setMade(null);
        void onChange();
      },
    );
  return (
    <section class="card form" aria-labelledby="account-app">
      <h3 id="account-app">{t('account.app')}</h3>
      <p class="quiet">{team.secondFactor ? t('account.app-on') : t('account.app-off')}</p>
      <RefusalNote code={fresh.refusal} />
      {codes.length > 0 ? <RecoveryCodes codes={codes} /> : null}
      {made ? (
        <Scan made={made} onCode={confirm} onCancel={() => setMade(null)} />
      ) : (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (team.secondFactor) end();
            else begin();
          }}
        >
          <Field
            label={t('account.current-password')}
            hint={t('account.password-why')}
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onText={setPassword}
          />
          <div class="button-row">
            {team.secondFactor ? (
              <button type="button" disabled={password === ''} onClick={anew}>
                {t('account.recovery-new')}
              </button>
            ) : null}
            <button type="submit" class={team.secondFactor ? 'danger' : ''} disabled={password === ''}>
              {team.secondFactor ? t('account.app-end') : t('account.app-begin')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

interface ScanProps {
  readonly made: NewSecondFactor;
  readonly onCode: (code: string) => void;
  readonly onCancel: () => void;
}

/** The secret for the app, and the first code of it: until that is right, nothing is switched on. */
function Scan({ made, onCode, onCancel }: ScanProps) {
  const [code, setCode] = useState('');
  const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onCode(code.replaceAll(/\s/gu, ''));
      }}
    >
      <p>{t('account.app-scan')}</p>
      <div class="qr-big">
        <QrCode text={made.totpURI} />
      </div>
      <p>
        {t('account.app-secret')}{' '}
        <code class="team-secret" translate={false}>
          {secret}
        </code>
      </p>
      <Field
        label={t('prove.code')}
        hint={t('prove.code-hint')}
        inputMode="numeric"
        autocomplete="one-time-code"
        required
        value={code}
        onText={setCode}
      />
      <Note tone="plain">{t('account.recovery-next')}</Note>
      <div class="button-row">
        <button type="submit" class="primary">
          {t('account.app-confirm')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('dialog.cancel')}
        </button>
      </div>
    </form>
  );
}
