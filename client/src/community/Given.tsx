import type { OwnMembership } from '@lapwing/shared/protocol/community-api';
import { Name } from '../kit/Name.tsx';
import { t } from './words.ts';

/** Questions that wait for this member's answer: they stand above everything else. */
export function Waiting({ waiting }: Pick<OwnMembership, 'waiting'>) {
  if (waiting.length === 0) return null;
  return (
    <section class="f-group c-waiting">
      <h2>{t('community.waiting', { count: waiting.length })}</h2>
      <ul class="c-list">
        {waiting.map(({ firstName, line, address }) => (
          <li key={address}>
            <p>
              <b>
                <Name of={firstName} />
              </b>
            </p>
            {line === '' ? null : <p translate={false}>{line}</p>}
            <a class="f-main" href={address}>
              {t('community.waiting.answer')}{' '}
              <span class="k-unseen">
                <Name of={firstName} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface GivenProps extends Pick<OwnMembership, 'given'> {
  readonly perMonth: number;
}

/** What came of what somebody gave, and the thanks for it. */
export function Given({ given, perMonth }: GivenProps) {
  const { made, met, thisMonth, thanks } = given;
  if (made === 0 && perMonth === 0 && thanks.length === 0) return null;
  return (
    <section class="f-group">
      <h2>{t('community.given')}</h2>
      <p>{made === 0 ? t('community.given.none') : t('community.given.figures', { made, met })}</p>
      {perMonth === 0 ? null : <p class="f-hint">{t('community.given.month', { count: thisMonth, perMonth })}</p>}
      {thanks.length === 0 ? null : (
        <>
          <h3>{t('community.thanks')}</h3>
          <ul class="c-list">
            {thanks.map((words) => (
              <li key={words}>
                <blockquote translate={false}>{words}</blockquote>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
