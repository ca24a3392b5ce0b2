import { useState } from 'preact/hooks';
import { request } from '../kit/api.ts';
import { noteDeleted } from '../kit/own-pages.ts';
import { Sure } from '../kit/Sure.tsx';
import { forgetStored } from '../kit/stored.ts';
import { SURE_LOOK } from './sure-look.ts';
import { t } from './words.ts';

interface Props {
  readonly path: string;
  readonly email: string;
  /** Whether it reaches their other evenings too. */
  readonly everywhere: boolean;
}

/** Deletes everything about the person whose page this is, asked twice: it cannot be taken back. */
export function EraseMe({ path, email, everywhere }: Props) {
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  async function erase(): Promise<void> {
    if (sending) return;
    setSending(true);
    setFailed(false);
    // said before: the page may be closed by the server sooner than the answer is here
    noteDeleted(path);
    const answer = await request<void>('DELETE', path);
    setSending(false);
    if (!answer.ok && answer.refusal.code !== 'not-found') {
      noteDeleted(path, false);
      return setFailed(true);
    }
    forgetStored(path, email);
    location.reload();
  }
  return (
    <section class="f-group">
      <h2>{t('erase.title')}</h2>
      <p>{t(everywhere ? 'erase.words' : 'erase.words-here')}</p>
      {failed ? <p role="alert">{t('details.silent')}</p> : null}
      {asking ? (
        <Sure
          question={t('erase.ask')}
          no={t('erase.no')}
          yes={t('erase.yes')}
          sending={sending}
          onNo={() => setAsking(false)}
          onYes={erase}
          look={SURE_LOOK}
        />
      ) : (
        <div class="f-buttons">
          <button type="button" class="f-other" onClick={() => setAsking(true)}>
            {t('erase.button')}
          </button>
        </div>
      )}
    </section>
  );
}
