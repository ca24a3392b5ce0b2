import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { useState } from 'preact/hooks';
import { useTitle } from '../../kit/use-title.ts';
import { isolated } from '../../kit/words.ts';
import { COMMUNITY_PARTS, type CommunityPart, communityHash, EVENTS_HASH } from '../place.ts';
import { lostSession } from '../session.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { CommunityImports } from './CommunityImports.tsx';
import { communityApi } from './community-api.ts';
import { Figures } from './Figures.tsx';
import { InventedPeople } from './InventedPeople.tsx';
import { Members } from './Members.tsx';
import { Queue } from './Queue.tsx';
import { UnderWay } from './UnderWay.tsx';
import { useQueue } from './use-queue.ts';
import { NobodySaid, WhoseItIs } from './WhoseItIs.tsx';
import '../staff/team.css';
import './community.css';

export interface CommunityPageProps {
  readonly part: CommunityPart;
}

/** The community between evenings: what a matchmaker does in a few minutes a week. */
export function CommunityPage({ part }: CommunityPageProps) {
  const [silent, setSilent] = useState(false);
  const queue = useQueue(async (): Promise<CommunityView | null> => {
    const answer = await communityApi.view();
    if (!answer.ok && answer.refusal.code === 'not-signed-in') lostSession();
    setSilent(!answer.ok);
    return answer.ok ? answer.value : null;
  });
  useTitle(t('community.title'));
  const { view } = queue;
  // once nobody is invented any more, what these parts fetched is old
  const invented = view?.invented.members;
  return (
    <div class="events-page community-page">
      <main>
        <p>
          <a class="way-link" href={EVENTS_HASH}>
            {t('team.back')}
          </a>
        </p>
        <h1>{t('community.title')}</h1>
        {view ? (
          <p class="quiet">
            {t('community.counts', { ...view.counts })} {t('community.join-at', { address: isolated(view.joinAt) })}
          </p>
        ) : null}
        {view ? <InventedPeople view={view} isKeeperHere={part === 'keeper'} take={queue.take} /> : null}
        {view ? <NobodySaid keeper={view.keeper} isHere={part === 'keeper'} /> : null}
        <nav class="parts" aria-label={t('community.title')}>
          {COMMUNITY_PARTS.map((one) => (
            <a key={one} href={communityHash(one)} aria-current={one === part ? 'page' : undefined}>
              {t(`community.part.${one}`)}
            </a>
          ))}
        </nav>
        {silent && !view ? <RefusalNote code="no-answer" /> : null}
        {part === 'queue' ? <Queue queue={queue} /> : null}
        {part === 'under-way' && view ? <UnderWay view={view} take={queue.take} /> : null}
        {part === 'members' ? <Members key={invented} /> : null}
        {part === 'import' ? <CommunityImports /> : null}
        {part === 'figures' ? <Figures key={invented} /> : null}
        {part === 'keeper' && view ? <WhoseItIs view={view} take={queue.take} /> : null}
      </main>
    </div>
  );
}
