import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

interface Props {
  readonly store: EventStore;
  readonly moved: StandingAnswer;
  readonly onGone: () => void;
}

/** Instead of a question before: who stands how now, who moved up or was asked by it, and the way back. */
export function StandingStrip({ store, moved, onGone }: Props) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const { person, before, movedUp, asked, told } = moved;
  const nameOf = (id: string): string => store.byId.value.get(id as typeof person.id)?.name ?? '';
  const names = (ids: readonly string[]): string => ids.map(nameOf).join(', ');
  const undo = async (): Promise<void> => {
    const answer = await store.api.setStanding(person.id, before, movedUp);
    if (!answer.ok) return setRefusal(answer.refusal.code);
    await store.refresh();
    onGone();
  };
  return (
    <>
      <div class="undo-strip" role="status">
        <span>
          {t(`moved.${person.standing}`, { name: person.name })} {told ? t('moved.told') : ''}
          {movedUp.length > 0
            ? t('moved.up', { people: movedUp.length, names: names(movedUp.map(({ id }) => id)) })
            : ''}
          {asked.length > 0 ? t('moved.asked', { names: names(asked) }) : ''}
        </span>
        <button type="button" onClick={() => void undo()}>
          <Icon name="undo" /> {t('moved.undo')}
        </button>
        <button type="button" class="icon-button" aria-label={t('moved.dismiss')} onClick={onGone}>
          <Icon name="cross" />
        </button>
      </div>
      <RefusalNote code={refusal} />
    </>
  );
}
