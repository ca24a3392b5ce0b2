import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { StandingAnswer } from '@lapwing/shared/protocol/places-api';
import { useState } from 'preact/hooks';
import { isolated } from '../../kit/words.ts';
import type { EventStore } from '../event-store.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';

interface Props {
  readonly store: EventStore;
  readonly moved: StandingAnswer;
  readonly onGone: () => void;
}

/** Who stands how now, who moved up or was asked by it, and the way back. */
export function StandingStrip({ store, moved, onGone }: Props) {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const { person, before, movedUp, asked, told } = moved;
  const names = (ids: readonly AttendeeId[]): string =>
    ids.map((id) => isolated(store.byId.value.get(id)?.name ?? '')).join(', ');
  const sentences = [
    t(`moved.${person.standing}`, { name: person.name }),
    ...(told ? [t('moved.told')] : []),
    ...(movedUp.length > 0
      ? [t('moved.up', { people: movedUp.length, names: names(movedUp.map(({ id }) => id)) })]
      : []),
    ...(asked.length > 0 ? [t('moved.asked', { names: names(asked) })] : []),
  ];
  const undo = async (): Promise<void> => {
    const answer = await store.api.setStanding(person.id, before, movedUp);
    if (!answer.ok) return setRefusal(answer.refusal.code);
    await store.refresh();
    onGone();
  };
  return (
    <>
      <UndoStrip onUndo={() => void undo()} onClose={onGone}>
        {sentences.join(' ')}
      </UndoStrip>
      <RefusalNote code={refusal} />
    </>
  );
}
