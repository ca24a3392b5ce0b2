import { conductWords } from '@lapwing/shared/event/conduct';
import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { language } from '../kit/words.ts';
import { t } from './words.ts';

/** How people treat each other here, one tap away. */
export const CodeOfConduct = ({ event: { conduct, trustedName } }: { event: PublicEvent }) => (
  <details class="conduct">
    <summary>{t('join.conduct')}</summary>
    {conductWords(conduct, language())
      .split(/\n{2,}/u)
      .map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    {trustedName === '' ? null : <p>{t('join.conduct.trusted', { name: trustedName })}</p>}
  </details>
);
