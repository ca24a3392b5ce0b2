import type { PlanView } from '@lapwing/shared/protocol/api';
import { Icon } from '../../kit/Icon.tsx';
import { t } from '../words.ts';

interface Props {
  readonly plan: PlanView;
  readonly busy: boolean;
  readonly onPublish: () => void;
}

/** Publishes without a question: *Undo* on the live page takes it back. */
export function PublishButton({ plan, busy, onPublish }: Props) {
  if (plan.status === 'published') {
    return (
      <span class="tag ok">
        <Icon name="check" size="1.1em" /> {t('plan.published')}
      </span>
    );
  }
  return (
    <button type="button" class="primary" aria-busy={busy} onClick={onPublish}>
      {t('plan.publish')}
    </button>
  );
}
