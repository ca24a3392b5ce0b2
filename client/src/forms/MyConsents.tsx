import type { ConsentsNow } from '@lapwing/shared/protocol/privacy-api';
import { useState } from 'preact/hooks';
import type { DetailsProps } from './MyDetails.tsx';
import { promiseOf } from './promise.ts';
import { Consents, OFFERS, OffWalls, PhotoChoice } from './SharedFields.tsx';
import { t } from './words.ts';

/** What somebody agrees to, each for itself: changed with one tap, also when the evening is over. */
export function MyConsents({ details, acts }: DetailsProps) {
  /** What was tapped, until the server has it: then what it says counts again. */
  const [wanted, setWanted] = useState<ConsentsNow | null>(null);
  const answers = details.student ?? details.mentor;
  if (!answers) return null;
  const { publicCard, guide = false, introductions, keep } = answers.consents;
  const now: ConsentsNow = wanted ?? {
    consents: { publicCard, guide, introductions, keep },
    photo: answers.photo,
    offWalls: answers.offWalls === true,
  };
  async function agree(change: Partial<ConsentsNow>): Promise<void> {
    if (wanted !== null) return;
    const next = { ...now, ...change };
    setWanted(next);
    await acts.agree(next);
    setWanted(null);
  }
  return (
    <section class="f-group f-agreed" aria-busy={wanted !== null}>
      <h2>{t('form.consents')}</h2>
      <Consents
        answers={{ consents: { ...answers.consents, ...now.consents } }}
        change={({ consents: { run: _, ...consents } }) => void agree({ consents })}
        problems={[]}
        promise={promiseOf(details)}
        offers={OFFERS[details.role]}
      />
      {details.data.under18 ? (
        <p>{t('form.under18')}</p>
      ) : (
        <PhotoChoice value={now.photo} onPick={(photo) => void agree({ photo })} problems={[]} />
      )}
      <OffWalls off={now.offWalls === true} onCheck={(offWalls) => void agree({ offWalls })} problems={[]} />
    </section>
  );
}
