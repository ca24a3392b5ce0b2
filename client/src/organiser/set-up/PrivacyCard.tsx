import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { ErasedPerson, PrivacyChange, PrivacyView } from '@lapwing/shared/protocol/privacy-api';
import { useEffect, useState } from 'preact/hooks';
import { clockText, dateText } from '../../kit/figures.ts';
import type { EventStore } from '../event-store.ts';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { wholeIn } from './invitation-draft.ts';

interface Props {
  readonly store: EventStore;
  readonly timeZone: string;
}

/** How long people's data stays, when what goes by itself, and who was erased. */
export function PrivacyCard({ store, timeZone }: Props) {
  const [view, setView] = useState<PrivacyView | null>(null);
  const [erased, setErased] = useState<readonly ErasedPerson[]>([]);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const people = store.people.value;
  const settings = store.detail.value?.settings;
  useEffect(() => {
    void store.api.privacy().then((answer) => answer.ok && setView(answer.value));
    void store.api.erasures().then((answer) => answer.ok && setErased(answer.value));
  }, [store, people, settings]);
  if (view === null) return null;
  async function change(part: PrivacyChange): Promise<void> {
    const answer = await store.api.changePrivacy(part);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    setView(answer.value);
    void store.refresh();
  }
  return (
    <section class="card form privacy" aria-labelledby="privacy-heading">
      <h3 id="privacy-heading">{t('privacy.heading')}</h3>
      <Dates view={view} timeZone={timeZone} />
      <RefusalNote code={refusal} />
      <Days key={view.namesDays} view={view} onDays={(namesDays) => void change({ namesDays })} />
      <label class="check">
        <input
          type="checkbox"
          checked={view.under18}
          onChange={(event) => void change({ under18: event.currentTarget.checked })}
        />
        <span>
          {t('privacy.under18')}
          <small class="hint">{t('privacy.under18.hint')}</small>
        </span>
      </label>
      {erased.length === 0 ? null : <Erased erased={erased} timeZone={timeZone} />}
    </section>
  );
}

const Dates = ({ view, timeZone }: { view: PrivacyView; timeZone: string }) => (
  <ul class="privacy-dates">
    <li>
      {t('privacy.morning', { date: dateText(view.morningAt, timeZone), time: clockText(view.morningAt, timeZone) })}
    </li>
    <li>
      <b>{t('privacy.names', { date: dateText(view.namesAt, timeZone), going: view.going })}</b>{' '}
      {t('privacy.kept', { kept: view.kept })}
    </li>
  </ul>
);

/** The number of days, saved by itself: people are told the date at once. */
function Days({ view, onDays }: { view: PrivacyView; onDays: (days: number) => void }) {
  const [text, setText] = useState(String(view.namesDays));
  const days = wholeIn(text, 1, view.mostDays);
  const told = view.mostDays <= view.namesDays;
  return (
    <form
      class="privacy-days"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (days !== null) onDays(days);
      }}
    >
      <Field
        label={t('privacy.days')}
        hint={t(told ? 'privacy.days.told' : 'privacy.days.hint', { most: view.mostDays })}
        error={days === null ? t('privacy.days.wrong', { most: view.mostDays }) : null}
        inputMode="numeric"
        value={text}
        onText={setText}
        autocomplete="off"
      />
      <button type="submit" aria-disabled={days === null || days === view.namesDays}>
        {t('privacy.days.save')}
      </button>
    </form>
  );
}

/** What the log of erasing says: numbers that are nobody's any more. */
const Erased = ({ erased, timeZone }: { erased: readonly ErasedPerson[]; timeZone: string }) => (
  <details class="privacy-erased">
    <summary>{t('privacy.erased', { people: erased.length, came: erased.filter(({ came }) => came).length })}</summary>
    <ul>
      {erased.map(({ id, at, by }) => (
        <li key={id}>
          {t(`privacy.erased.${by}`, { id, date: dateText(at, timeZone), time: clockText(at, timeZone) })}
        </li>
      ))}
    </ul>
  </details>
);
