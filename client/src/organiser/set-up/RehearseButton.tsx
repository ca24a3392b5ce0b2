import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { consoleApi } from '../console-api.ts';
import { sectionHash } from '../place.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';

/** Makes an evening to practise on, with invented people and one-minute rounds, and goes to its live page. */
export function RehearseButton({ event }: { event: EventDetail }) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const rehearse = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await consoleApi.rehearse(event.id, t('rehearsal.name', { name: event.settings.name }));
    setBusy(false);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) location.hash = sectionHash(answer.value.id, 'live');
  };
  return (
    <section class="card form" aria-labelledby="rehearsal">
      <h3 id="rehearsal">{t('rehearsal.heading')}</h3>
      <p>{t('rehearsal.what')}</p>
      <RefusalNote code={refusal} />
      <div class="button-row">
        <button type="button" aria-busy={busy} aria-disabled={busy} onClick={() => void rehearse()}>
          <Icon name="play" /> {t(busy ? 'rehearsal.making' : 'rehearsal.button')}
        </button>
      </div>
    </section>
  );
}
