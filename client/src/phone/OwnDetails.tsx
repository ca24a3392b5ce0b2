import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import type { FunctionComponent } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { t } from './words.ts';

type Details = FunctionComponent<{ path: string; onClose: () => void }>;

/** The evening for one's calendar, and the way to what is stored about oneself; the page for it comes when it is wanted. */
export function OwnDetails({ card, before }: { card: PersonalCard; before: boolean }) {
  const [Shown, setShown] = useState<Details | null>(null);
  const [failed, setFailed] = useState(false);
  const path = `/me/${card.id}`;
  if (Shown) return <Shown path={path} onClose={() => setShown(null)} />;
  async function open(): Promise<void> {
    try {
      const { MyDetails } = await import('../forms/MyDetails.tsx');
      setFailed(false);
      setShown(() => MyDetails);
    } catch {
      setFailed(true);
    }
  }
  return (
    <section class="block own">
      {before && card.standing === 'active' ? (
        <a class="quiet-button" href={`${path}/calendar.ics`} download>
          <Icon name="calendar" />
          {t('phone.calendar')}
        </a>
      ) : null}
      <button type="button" class="quiet-button" onClick={() => void open()}>
        <Icon name="edit" />
        {t(before && card.standing !== 'cancelled' ? 'phone.details.before' : 'phone.details')}
      </button>
      {failed ? <p role="alert">{t('phone.details.failed')}</p> : null}
    </section>
  );
}
