import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { isolated } from '../kit/words.ts';
import { t } from './words.ts';

interface CommunityWayProps {
  readonly event: Pick<PublicEvent, 'community'>;
  /** What it stands among: parts of the evening's page, or of a form. */
  readonly look: 'join-block' | 'f-group';
}

/** The way to the page on which anybody joins the community, where it is said whose it is. */
export const CommunityWay = ({ event: { community }, look }: CommunityWayProps) =>
  community === null ? null : (
    <section class={`${look} between`}>
      <h2>{t('join.between')}</h2>
      <p>{t('join.between.words')}</p>
      <p>
        <a href="/community">
          {community === '' ? t('join.between.join') : t('join.between.join-named', { community: isolated(community) })}
        </a>
      </p>
    </section>
  );
