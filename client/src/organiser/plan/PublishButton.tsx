import type { EventDetail, PlanView } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Dialog } from '../shell/Dialog.tsx';
import { t } from '../words.ts';

interface Props {
  readonly plan: PlanView;
  readonly event: EventDetail;
  readonly busy: boolean;
  readonly onPublish: () => void;
}

/** Asks only when people already follow another plan during the evening. */
export function PublishButton({ plan, event, busy, onPublish }: Props) {
  const [asking, setAsking] = useState(false);
  if (plan.status === 'published') {
    return (
      <span class="tag ok">
        <Icon name="check" size="1.1em" /> {t('plan.published')}
      </span>
    );
  }
  const running = event.room.moment.phase.kind !== 'doors' && event.publishedPlan > 0;
  const publish = (): void => {
    setAsking(false);
    onPublish();
  };
  return (
    <>
      <button type="button" class="primary" aria-busy={busy} onClick={() => (running ? setAsking(true) : publish())}>
        {t('plan.publish')}
      </button>
      {asking ? (
        <Dialog title={t('plan.publish.running')} onClose={() => setAsking(false)}>
          <p>{t('plan.publish.running.what', { published: event.publishedPlan })}</p>
          <div class="dialog-actions">
            <button type="button" class="primary" onClick={publish}>
              {t('plan.publish')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('dialog.cancel')}
            </button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
