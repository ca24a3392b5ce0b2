import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { useState } from 'preact/hooks';
import { Sure } from '../../kit/Sure.tsx';
import { communityHash } from '../place.ts';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { communityApi } from './community-api.ts';

interface Props {
  readonly view: CommunityView;
  /** Whether the part in which the keeper is said is open. */
  readonly isKeeperHere: boolean;
  readonly take: (view: CommunityView) => void;
}

const SURE_LOOK = { row: 'button-row', no: '', yes: 'danger' } as const;

/** Says that people here were made up for the demo, as long as any is, and removes them, asked once more (C26). */
export function InventedPeople({ view: { invented }, isKeeperHere, take }: Props) {
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [removed, setRemoved] = useState(false);
  const { members, keeper } = invented;
  const remove = async (): Promise<void> => {
    setSending(true);
    const answer = await communityApi.removeInvented();
    setSending(false);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    setAsking(false);
    setRemoved(true);
    take(answer.value);
  };
  const sayIt = isKeeperHere ? null : <a href={communityHash('keeper')}>{t('community.keeper.say')}</a>;
  if (members === 0)
    return (
      <>
        <p role="status" class={removed ? 'quiet' : 'k-unseen'}>
          {removed ? t('community.invented.removed') : ''}
        </p>
        {keeper ? (
          <Note tone="plain">
            {t('community.invented.keeper')} {sayIt}
          </Note>
        ) : null}
      </>
    );
  return (
    <Note tone="plain">
      <RefusalNote code={refusal} />
      {asking ? (
        <Sure
          question={t('community.invented.ask')}
          no={t('dialog.cancel')}
          yes={t('community.invented.yes')}
          sending={sending}
          onNo={() => setAsking(false)}
          onYes={remove}
          look={SURE_LOOK}
        >
          <p>
            {t('community.invented.goes', { count: members })} {keeper ? t('community.invented.goes.keeper') : null}
          </p>
        </Sure>
      ) : (
        <div class="invented-line">
          <p>
            {t('community.invented', { count: members })} {keeper ? t('community.invented.keeper') : null}{' '}
            {keeper ? sayIt : null}
          </p>
          <button type="button" onClick={() => setAsking(true)}>
            {t('community.invented.remove')}
          </button>
        </div>
      )}
    </Note>
  );
}
