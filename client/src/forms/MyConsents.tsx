import type { ConsentsNow } from '@lapwing/shared/protocol/privacy-api';
import { useState } from 'preact/hooks';
import type { DetailsProps } from './MyDetails.tsx';
import { promiseOf } from './promise.ts';
import { Consents, OFFERS, PhotoChoice } from './SharedFields.tsx';
import { t } from './words.ts';

/** What somebody agrees to, each for itself: changed with one tap, also when the evening is over. */
export function MyConsents({ details, acts }: DetailsProps) {
  const [sending, setSending] = useState(false);
  const answers = details.student ?? details.mentor;
  if (!answers) return null;
  const { consents, photo } = answers;
  const { run: _, ...now } = consents;
  async function agree(change: Partial<ConsentsNow>): Promise<void> {
    if (sending) return;
    setSending(true);
    await acts.agree({ consents: now, photo, ...change });
    setSending(false);
  }
  return (
    <section class="f-group f-agreed" aria-busy={sending}>
      <h2>{t('form.consents')}</h2>
      <Consents
        answers={answers}
        change={({ consents: { run: _run, ...next } }) => void agree({ consents: next })}
        problems={[]}
        promise={promiseOf(details)}
        offers={OFFERS[details.role]}
      />
      {details.data.under18 ? (
        <p>{t('form.under18')}</p>
      ) : (
        <PhotoChoice value={photo} onPick={(next) => void agree({ photo: next })} problems={[]} />
      )}
    </section>
  );
}
