import { type PasswordFault, passwordFault } from '@lapwing/shared/event/password';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { Team } from '@lapwing/shared/protocol/staff-api';
import { useState } from 'preact/hooks';
import { Languages } from '../../kit/Languages.tsx';
import { locale } from '../../kit/words.ts';
import { askWho } from '../session.ts';
import { Field } from '../shell/Field.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { faultText } from './JoinPage.tsx';
import { Passkeys } from './Passkeys.tsx';
import { canPasskey } from './passkeys.ts';
import { SecondFactor } from './SecondFactor.tsx';
import { staffApi } from './staff-api.ts';
import { useFresh } from './use-fresh.ts';

interface Props {
  readonly team: Team;
  readonly onChange: () => Promise<void>;
}

/** One's own account: name, second factor, passkeys, password, and where one is signed in. */
export function OwnAccount({ team, onChange }: Props) {
  const me = team.people.find(({ id }) => id === team.me);
  const email = me?.email ?? '';
  return (
    <section class="own-account" aria-labelledby="own-account">
      <h2 id="own-account">{t('account.heading')}</h2>
      <Languages />
      {team.secondFactor || team.passkeys > 0 ? null : <Note tone="warn">{t('account.one-factor')}</Note>}
      <Rename name={me?.name ?? ''} onChange={onChange} />
      <SecondFactor team={team} onChange={onChange} />
      {canPasskey() ? <Passkeys known={team.passkeys} onChange={onChange} /> : null}
      <ChangePassword email={email} name={me?.name ?? ''} onChange={onChange} />
      <Sessions team={team} onChange={onChange} />
    </section>
  );
}

function Rename({ name, onChange }: { name: string; onChange: () => Promise<void> }) {
  const [own, setOwn] = useState(name);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const save = async (): Promise<void> => {
    const answer = await staffApi.rename(own.trim());
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) await Promise.all([onChange(), askWho()]);
  };
  return (
    <section class="card form" aria-labelledby="account-name">
      <h3 id="account-name">{t('account.name')}</h3>
      <RefusalNote code={refusal} />
      <form
        class="team-fields"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t('join.name')}
          hint={t('join.name-hint')}
          autocomplete="given-name"
          maxLength={40}
          required
          value={own}
          onText={setOwn}
        />
        <button type="submit" disabled={own.trim() === '' || own.trim() === name}>
          {t('account.save')}
        </button>
      </form>
    </section>
  );
}

interface PasswordProps {
  readonly email: string;
  readonly name: string;
  readonly onChange: () => Promise<void>;
}

function ChangePassword({ email, name, onChange }: PasswordProps) {
  const fresh = useFresh();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [fault, setFault] = useState<PasswordFault | null>(null);
  const [changed, setChanged] = useState(false);
  const done = (): void => {
    setCurrent('');
    setNext('');
    setChanged(true);
    void onChange();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const weak = passwordFault(next, [name, email]);
    setFault(weak);
    setChanged(false);
    if (!weak) fresh.run(() => staffApi.changePassword(current, next), done);
  };
  return (
    <section class="card form" aria-labelledby="account-password">
      <h3 id="account-password">{t('account.password')}</h3>
      <RefusalNote code={fresh.refusal} />
      {changed ? <Note tone="ok">{t('account.password-changed')}</Note> : null}
      <form class="form" onSubmit={submit}>
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
        <div class="button-row">
          <button type="submit" disabled={current === '' || next === ''}>
            {t('account.password-button')}
          </button>
        </div>
      </form>
    </section>
  );
}

function Sessions({ team, onChange }: Props) {
  const when = (at: number): string =>
    new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const inOrder = [...team.sessions].sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.lastSeenAt - a.lastSeenAt);
  return (
    <section class="card form" aria-labelledby="account-sessions">
      <h3 id="account-sessions">{t('account.sessions')}</h3>
      <ul class="team-list">
        {inOrder.map((one) => (
          <li key={one.hash} class="team-row">
            <span class="who">
              <b>{one.device === '' ? t('account.unknown-device') : <span translate={false}>{one.device}</span>}</b>
              <small class="quiet">
                {t('account.session-when', { from: when(one.createdAt), seen: when(one.lastSeenAt) })}
              </small>
            </span>
            {one.isThis ? (
              <span class="tag ok">{t('account.this-device')}</span>
            ) : (
              <button type="button" onClick={() => void staffApi.endSession(one.hash).then(onChange)}>
                {t('account.end-session')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {team.sessions.length > 1 ? (
        <div class="button-row">
          <button type="button" onClick={() => void staffApi.endOthers().then(onChange)}>
            {t('account.end-others')}
          </button>
        </div>
      ) : null}
    </section>
  );
}
