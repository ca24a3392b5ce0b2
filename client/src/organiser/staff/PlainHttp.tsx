import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useEffect, useState } from 'preact/hooks';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { staffApi } from './staff-api.ts';

interface Props {
  readonly words: string;
  readonly onAllowed: () => void;
  readonly onRefused: (code: RefusalCode | 'no-answer') => void;
}

/** Over plain http everybody in the same Wi-Fi can read along; somebody has to want that. */
export function PlainHttp({ words, onAllowed, onRefused }: Props) {
  const allow = async (): Promise<void> => {
    const answer = await staffApi.allowPlainHttp(true);
    if (answer.ok) onAllowed();
    else onRefused(answer.refusal.code);
  };
  return (
    <Note tone="warn">
      <p>{words}</p>
      <button type="button" onClick={() => void allow()}>
        {t('pairing.allow-plain-http')}
      </button>
    </Note>
  );
}

/** Whether other machines may sign in over plain http: to be allowed, and to be taken back. Nothing where there is https. */
export function OtherMachines() {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  useEffect(() => {
    void staffApi.plainHttp().then((answer) => answer.ok && setAllowed(answer.value.allowed));
  }, []);
  if (allowed === null || location.protocol === 'https:') return null;
  const stop = async (): Promise<void> => {
    const answer = await staffApi.allowPlainHttp(false);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setAllowed(false);
  };
  return (
    <section class="card form" aria-labelledby="other-machines">
      <h2 id="other-machines">{t('team.machines')}</h2>
      <RefusalNote code={refusal} />
      {allowed ? (
        <>
          <p>{t('team.machines-allowed')}</p>
          <div class="button-row">
            <button type="button" onClick={() => void stop()}>
              {t('team.machines-stop')}
            </button>
          </div>
        </>
      ) : (
        <PlainHttp words={t('team.machines-refused')} onAllowed={() => setAllowed(true)} onRefused={setRefusal} />
      )}
    </section>
  );
}
