import { useState } from 'preact/hooks';
import type { EventStore } from '../event-store.ts';
import { refusalText, t } from '../words.ts';

/** Whether people may say on their own phones that they are here. Nothing to set once the evening runs. */
export function SelfCheckInSwitch({ store }: { store: EventStore }) {
  const [problem, setProblem] = useState('');
  const event = store.detail.value;
  if (!event || store.live.moment.value?.phase.kind !== 'doors') return null;
  const change = async (on: boolean): Promise<void> => {
    const answer = await store.api.switchSelfCheckIn(on);
    setProblem(answer.ok ? '' : refusalText(answer.refusal));
    if (answer.ok) store.detail.value = answer.value;
  };
  return (
    <div class="self-check-in">
      <label class="check">
        <input
          type="checkbox"
          checked={event.selfCheckIn}
          onChange={(input) => void change(input.currentTarget.checked)}
        />
        <span>{t('check-in.self', { code: event.roomCode })}</span>
      </label>
      {problem === '' ? null : <p role="alert">{problem}</p>}
    </div>
  );
}
