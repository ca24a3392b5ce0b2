import { plannedEnd } from '@lapwing/shared/event/event';
import { SHORT_TALK_MINUTES } from '@lapwing/shared/event/what-if';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import { useRef, useState } from 'preact/hooks';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { type EventStore, hasStarted } from '../event-store.ts';
import { Choice } from '../shell/Field.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { say, t } from '../words.ts';
import { eveningSum } from './evening-sum.ts';
import { LengthFields } from './LengthFields.tsx';
import { type DraftErrors, draftOf, type SettingsDraft, settingsOf } from './settings-draft.ts';
import { WhatIfPanel } from './WhatIfPanel.tsx';
import { WhereFields } from './WhereFields.tsx';

/** One form, one Save; the sum of the evening follows every key. */
export function SettingsForm({ store, event }: { store: EventStore; event: EventDetail }) {
  const draft = store.drafts.settings.value ?? draftOf(event.settings);
  const setDraft = (changed: SettingsDraft | null): void => {
    store.drafts.settings.value = changed;
  };
  const [errors, setErrors] = useState<DraftErrors>({});
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [saved, setSaved] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const read = settingsOf(draft);
  const dirty = JSON.stringify(draft) !== JSON.stringify(draftOf(event.settings));
  const change = (part: Partial<SettingsDraft>): void => {
    setDraft({ ...draft, ...part });
    setSaved(false);
  };
  const save = async (submit: Event): Promise<void> => {
    submit.preventDefault();
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) {
      // after the errors are drawn, the first field in question takes the focus
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    const answer = await store.api.saveSettings(read.settings);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    store.detail.value = answer.value;
    setDraft(null);
    setSaved(true);
  };
  const started = hasStarted(store);
  const wrong = Object.keys(errors).length;
  return (
    <form class="card form settings" ref={form} onSubmit={(submit) => void save(submit)} noValidate>
      {wrong > 0 ? <Note tone="bad">{t('set-up.errors', { count: wrong })}</Note> : null}
      {started ? <Note tone="plain">{t('set-up.started')}</Note> : null}
      <WhereFields draft={draft} errors={errors} change={change} />
      <LengthFields draft={draft} errors={errors} change={change} />
      <p class="sum" role="status">
        {read.ok
          ? say(eveningSum(read.settings, clockText(plannedEnd(read.settings), read.settings.timeZone)))
          : t('sum.unknown')}
      </p>
      {read.ok && read.settings.roundMinutes < SHORT_TALK_MINUTES ? (
        <Note tone="warn">{t('what-if.too-short', { minutes: SHORT_TALK_MINUTES })}</Note>
      ) : null}
      {read.ok && !started ? <WhatIfPanel settings={read.settings} change={change} /> : null}
      <Choice
        label={t('set-up.who-moves')}
        value={draft.whoMoves}
        options={[
          { value: 'students', label: t('set-up.who-moves.students'), hint: t('set-up.who-moves.students.hint') },
          { value: 'mentors', label: t('set-up.who-moves.mentors'), hint: t('set-up.who-moves.mentors.hint') },
        ]}
        onPick={(whoMoves) => change({ whoMoves })}
      />
      <Choice
        label={t('set-up.boundary')}
        value={draft.boundary}
        options={[
          { value: 'auto', label: t('set-up.boundary.auto'), hint: t('set-up.boundary.auto.hint') },
          { value: 'hold', label: t('set-up.boundary.hold'), hint: t('set-up.boundary.hold.hint') },
        ]}
        onPick={(boundary) => change({ boundary })}
      />
      <Choice
        label={t('set-up.talk-begins')}
        value={draft.talkBegins}
        options={[
          { value: 'auto', label: t('set-up.talk-begins.auto'), hint: t('set-up.talk-begins.auto.hint') },
          { value: 'hold', label: t('set-up.talk-begins.hold'), hint: t('set-up.talk-begins.hold.hint') },
        ]}
        onPick={(talkBegins) => change({ talkBegins })}
      />
      <RefusalNote code={refusal} />
      <div class="save-bar">
        <button type="submit" class="primary">
          {t('set-up.save')}
        </button>
        <span role="status">
          {saved && !dirty ? (
            <span class="saved">
              <Icon name="check" /> {t('set-up.saved')}
            </span>
          ) : null}
          {dirty ? <span class="quiet">{t('set-up.unsaved')}</span> : null}
        </span>
      </div>
    </form>
  );
}
