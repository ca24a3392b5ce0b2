import { useState } from 'preact/hooks';
import { dropPage, signOutOf, unsentOf } from '../kit/own-pages.ts';
import { Sure } from '../kit/Sure.tsx';
import { SURE_LOOK } from './sure-look.ts';
import { t } from './words.ts';

/** Ends the page on this device, for whoever sits at a computer of others. @param path e.g. "/me/k3v9" */
export function SignOut({ path }: { path: string }) {
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  async function signOut(): Promise<void> {
    if (sending) return;
    setSending(true);
    setFailed(false);
    const next = await signOutOf(path);
    setSending(false);
    if (next === null) return setFailed(true);
    // what the page still writes while it closes
    addEventListener('pagehide', () => dropPage(path));
    location.replace(next);
  }
  const unsent = unsentOf(path) > 0;
  return (
    <section class="f-group">
      <h2>{t('sign-out.title')}</h2>
      <p>{t('sign-out.words')}</p>
      {failed ? <p role="alert">{t('details.silent')}</p> : null}
      {asking ? (
        <Sure
          question={t(unsent ? 'sign-out.ask-unsent' : 'sign-out.ask')}
          no={t('sign-out.no')}
          yes={t('sign-out.yes')}
          sending={sending}
          onNo={() => setAsking(false)}
          onYes={signOut}
          look={SURE_LOOK}
        />
      ) : (
        <div class="f-buttons">
          <button type="button" class="f-other" onClick={() => setAsking(true)}>
            {t('sign-out.button')}
          </button>
        </div>
      )}
    </section>
  );
}
