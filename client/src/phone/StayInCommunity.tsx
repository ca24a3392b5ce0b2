import type { CommunityOffer } from '@lapwing/shared/protocol/community-api';
import { useEffect, useState } from 'preact/hooks';
import { mayPass } from '../kit/api.ts';
import type { AfterProps } from './AfterPart.tsx';
import { spread } from './notes.ts';
import { stayCard } from './stay-part.ts';

/** What became of the tap that joins. */
export type Joining = 'not-yet' | 'joining' | 'refused' | 'silent' | 'joined';

/** Not at the last bell itself: the whole hall hears it. */
const ASK_AFTER_MS = 4_000;

/** Whoever agreed to be kept is offered the community, once the evening is over (C4). */
export function StayInCommunity({ view, acts }: AfterProps) {
  const [offer, setOffer] = useState<CommunityOffer | null>(null);
  const asks = view.status === 'live' && offer === null;
  useEffect(() => {
    if (!asks) return;
    const ask = async (): Promise<void> => {
      const answer = await acts.community();
      // whatever answers, an older server or a proxy: only what is known is drawn
      if (answer.ok && answer.value?.state) setOffer(answer.value);
    };
    const timer = setTimeout(() => void ask(), ASK_AFTER_MS + spread(view.card.id));
    return () => clearTimeout(timer);
  }, [asks]);
  return offer === null || offer.state === 'not-asked' ? null : <Offered offer={offer} take={setOffer} acts={acts} />;
}

interface OfferedProps extends Pick<AfterProps, 'acts'> {
  readonly offer: CommunityOffer;
  readonly take: (offer: CommunityOffer) => void;
}

function Offered({ offer, take, acts }: OfferedProps) {
  const card = stayCard.use();
  const [joining, setJoining] = useState<Joining>('not-yet');
  async function join(introductions: boolean): Promise<void> {
    if (joining === 'joining') return;
    setJoining('joining');
    const answer = await acts.community({ member: true, introductions });
    if (!answer.ok) return setJoining(mayPass(answer.refusal.code) ? 'silent' : 'refused');
    // taken back on another device since: nothing was joined
    if (answer.value.state !== 'member') return setJoining('refused');
    setJoining('joined');
    take(answer.value);
  }
  return card && <card.StayCard offer={offer} joining={joining} onJoin={(introductions) => void join(introductions)} />;
}
