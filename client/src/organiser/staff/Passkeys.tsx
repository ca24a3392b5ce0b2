import { useEffect, useState } from 'preact/hooks';
import { Name } from '../../kit/Name.tsx';
import { locale } from '../../kit/words.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { makePasskey } from './passkeys.ts';
import { type Passkey, staffApi } from './staff-api.ts';
import { useFresh } from './use-fresh.ts';

interface Props {
  /** How many there are; which they are is told to who has just proven who they are. */
  readonly known: number;
  readonly onChange: () => Promise<void>;
}

/** One's passkeys: made on this device, and taken away. */
export function Passkeys({ known, onChange }: Props) {
  const fresh = useFresh();
  const [keys, setKeys] = useState<readonly Passkey[] | null>(null);
  useEffect(() => {
    void staffApi.passkeys().then((answer) => answer.ok && setKeys(answer.value));
  }, []);
  const load = (): void => {
    fresh.run(staffApi.passkeys, setKeys);
    void onChange();
  };
  const make = (): void =>
    fresh.run(async () => (await makePasskey(deviceName())) ?? { ok: true as const, value: undefined }, load);
  return (
    <section class="card form" aria-labelledby="account-passkeys">
      <h3 id="account-passkeys">{t('account.passkeys')}</h3>
      <p class="quiet">{t('account.passkeys-what')}</p>
      <RefusalNote code={fresh.refusal} />
      {keys && keys.length > 0 ? (
        <ul class="team-list">
          {keys.map(({ id, name, createdAt }) => (
            <li key={id} class="team-row">
              <span class="who">
                <b>
                  <Name of={name || t('account.passkey')} />
                </b>
                {createdAt ? <small class="quiet">{t('account.passkey-made', { at: dayOf(createdAt) })}</small> : null}
              </span>
              <button type="button" onClick={() => fresh.run(() => staffApi.forgetPasskey(id), load)}>
                {t('account.passkey-forget')}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div class="button-row">
        <button type="button" onClick={make}>
          {t('account.passkey-make')}
        </button>
        {keys === null && known > 0 ? (
          <button type="button" onClick={load}>
            {t('account.passkeys-show', { known })}
          </button>
        ) : null}
      </div>
    </section>
  );
}

const deviceName = (): string => navigator.platform || t('account.passkey');

const dayOf = (at: string): string => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(new Date(at));
