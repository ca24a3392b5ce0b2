import { type PasswordFault, passwordFault } from '@lapwing/shared/event/password';
import type { Team } from '@lapwing/shared/protocol/staff-api';
import { useEffect, useState } from 'preact/hooks';
import { QrCode } from '../../kit/JoinBlock.tsx';
import { askWho } from '../session.ts';
import { Field } from '../shell/Field.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { faultText } from './JoinPage.tsx';
import { canPasskey, makePasskey } from './passkeys.ts';
import { type NewSecondFactor, type Passkey, staffApi } from './staff-api.ts';
import { useFresh } from './use-fresh.tsx';

interface Props {
  readonly team: Team;
  readonly onChange: () => Promise<void>;
}

/** One's own account: second factor, passkeys, password, and where one is signed in. */
export function OwnAccount({ team, onChange }: Props) {
  const me = team.people.find(({ id }) => id === team.me);
  return (
    <section aria-labelledby="own-account">
      <h2 id="own-account">{t('account.heading')}</h2>
      <Rename name={me?.name ?? ''} onChange={onChange} />
      {team.secondFactor || team.passkeys > 0 ? null : <Note tone="warn">{t('account.one-factor')}</Note>}
      <SecondFactor team={team} email={me?.email ?? ''} onChange={onChange} />
      {canPasskey() ? <Passkeys email={me?.email ?? ''} onChange={onChange} /> : null}
      <ChangePassword email={me?.email ?? ''} name={me?.name ?? ''} />
      <Sessions team={team} onChange={onChange} />
    </section>
  );
}

function Rename({ name, onChange }: { name: string; onChange: () => Promise<void> }) {
  const [own, setOwn] = useState(name);
  return (
    <form
      class="team-fields"
      onSubmit={(event) => {
        event.preventDefault();
        void staffApi.rename(own.trim()).then(() => Promise.all([onChange(), askWho()]));
      }}
    >
      <Field label={t('join.name')} hint={t('join.name-hint')} maxLength={40} required value={own} onText={setOwn} />
      <button type="submit" disabled={own.trim() === '' || own.trim() === name}>
        {t('account.save')}
      </button>
    </form>
  );
}

function SecondFactor({ team, email, onChange }: Props & { readonly email: string }) {
  const fresh = useFresh(email);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [made, setMade] = useState<NewSecondFactor | null>(null);
  const done = (): void => {
    setPassword('');
    setCode('');
    void onChange();
  };
  const begin = (): void => fresh.run(() => staffApi.beginSecondFactor(password), setMade);
  const end = (): void => fresh.run(() => staffApi.endSecondFactor(password), done);
  const secret = made ? new URL(made.totpURI).searchParams.get('secret') : null;
  return (
    <>
      <h3>{t('account.app')}</h3>
      <RefusalNote code={fresh.refusal} />
      {made && !team.secondFactor ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            fresh.run(() => staffApi.appCode(code.trim()), done);
          }}
        >
          <p>{t('account.app-scan')}</p>
          <div class="qr-big">
            <QrCode text={made.totpURI} />
          </div>
          <p>
            {t('account.app-secret')} <code>{secret}</code>
          </p>
          <Field
            label={t('prove.code')}
            inputMode="numeric"
            autocomplete="one-time-code"
            value={code}
            onText={setCode}
          />
          <button type="submit" class="primary">
            {t('account.app-confirm')}
          </button>
        </form>
      ) : (
        <form
          class="team-fields"
          onSubmit={(event) => {
            event.preventDefault();
            if (team.secondFactor) end();
            else begin();
          }}
        >
          <p class="quiet">{team.secondFactor ? t('account.app-on') : t('account.app-off')}</p>
          <Field
            label={t('account.current-password')}
            type="password"
            autocomplete="current-password"
            value={password}
            onText={setPassword}
          />
          <button type="submit">{team.secondFactor ? t('account.app-end') : t('account.app-begin')}</button>
        </form>
      )}
      {made ? (
        <Note tone="plain">
          {t('account.recovery')}
          <br />
          <code>{made.backupCodes.join('  ')}</code>
        </Note>
      ) : null}
      {fresh.question}
    </>
  );
}

function Passkeys({ email, onChange }: { readonly email: string; readonly onChange: () => Promise<void> }) {
  const fresh = useFresh(email);
  const [keys, setKeys] = useState<readonly Passkey[]>([]);
  const [wanted, setWanted] = useState(false);
  const load = (): void => {
    void staffApi.passkeys().then((answer) => answer.ok && setKeys(answer.value));
    void onChange();
  };
  useEffect(() => {
    void staffApi.passkeys().then((answer) => answer.ok && setKeys(answer.value));
  }, []);
  const make = (): void => {
    setWanted(true);
    fresh.run(
      async () => (await makePasskey(navigator.platform || 'passkey')) ?? { ok: true as const, value: undefined },
      load,
    );
  };
  return (
    <>
      <h3>{t('account.passkeys')}</h3>
      <RefusalNote code={wanted ? fresh.refusal : null} />
      <p class="quiet">{t('account.passkeys-what')}</p>
      <ul class="event-list">
        {keys.map(({ id, name }) => (
          <li key={id} class="team-row">
            <span class="grow">{name || t('account.passkey')}</span>
            <button type="button" onClick={() => fresh.run(() => staffApi.forgetPasskey(id), load)}>
              {t('account.passkey-forget')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={make}>
        {t('account.passkey-make')}
      </button>
      {fresh.question}
    </>
  );
}

function ChangePassword({ email, name }: { readonly email: string; readonly name: string }) {
  const fresh = useFresh(email);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [fault, setFault] = useState<PasswordFault | null>(null);
  const [changed, setChanged] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const weak = passwordFault(next, [name, email]);
        setFault(weak);
        setChanged(false);
        if (weak) return;
        fresh.run(
          () => staffApi.changePassword(current, next),
          () => {
            setCurrent('');
            setNext('');
            setChanged(true);
          },
        );
      }}
    >
      <h3>{t('account.password')}</h3>
      <RefusalNote code={fresh.refusal} />
      {changed ? <Note tone="ok">{t('account.password-changed')}</Note> : null}
      <Field
        label={t('account.current-password')}
        type="password"
        autocomplete="current-password"
        value={current}
        onText={setCurrent}
      />
      <Field
        label={t('account.new-password')}
        error={fault && faultText(fault)}
        type="password"
        autocomplete="new-password"
        value={next}
        onText={setNext}
      />
      <button type="submit" disabled={current === '' || next === ''}>
        {t('account.password-button')}
      </button>
      {fresh.question}
    </form>
  );
}

function Sessions({ team, onChange }: Props) {
  const when = (at: number): string =>
    new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  return (
    <>
      <h3>{t('account.sessions')}</h3>
      <ul class="event-list">
        {team.sessions.map((one) => (
          <li key={one.hash} class="team-row">
            <span class="grow">
              {one.device || t('account.unknown-device')}{' '}
              <span class="quiet">{t('account.last-seen', { at: when(one.lastSeenAt) })}</span>
            </span>
            {one.isThis ? (
              <span class="quiet">{t('account.this-device')}</span>
            ) : (
              <button type="button" onClick={() => void staffApi.endSession(one.hash).then(onChange)}>
                {t('account.end-session')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {team.sessions.length > 1 ? (
        <button type="button" onClick={() => void staffApi.endOthers().then(onChange)}>
          {t('account.end-others')}
        </button>
      ) : null}
    </>
  );
}
