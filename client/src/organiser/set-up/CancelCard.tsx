import { REASON_MOST } from '@lapwing/shared/event/cancelled';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { EventDetail } from '@lapwing/shared/protocol/api';
import type { CancelReach } from '@lapwing/shared/protocol/cancelled-api';
import { useState } from 'preact/hooks';
import { clockText, dateText } from '../../kit/figures.ts';
import { Sure } from '../../kit/Sure.tsx';
import type { EventStore } from '../event-store.ts';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';

const SURE_LOOK = { row: 'dialog-actions', no: '', yes: 'danger' } as const;

interface Props {
  readonly store: EventStore;
  readonly event: EventDetail;
}

/** Says that the evening does not take place, or that it does after all: whom that tells stands there before the press. */
export function CancelCard({ store, event }: Props) {
  const { cancelled, settings } = event;
  const [reach, setReach] = useState<CancelReach | null>(null);
  const [reason, setReason] = useState(cancelled?.reason ?? '');
  const [sending, setSending] = useState(false);
  const [done, setDone] = useState<'off' | 'back' | 'reason' | null>(null);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);

  async function ask(): Promise<void> {
    const answer = await store.api.cancelReach();
    setDone(null);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setReach(answer.value);
  }
  async function say(off: boolean, what: 'off' | 'back' | 'reason'): Promise<void> {
    if (sending) return;
    setSending(true);
    const answer = await store.api.cancelEvent({ cancelled: off, reason: off ? reason.trim() : '' });
    setSending(false);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    store.detail.value = answer.value;
    setReach(null);
    setDone(what);
    if (!off) setReason('');
  }

  return (
    <section class="card form cancel" aria-labelledby="cancel-heading">
      <h3 id="cancel-heading">{t(cancelled ? 'off.is' : 'off.heading')}</h3>
      <RefusalNote code={refusal} />
      {done === 'off' ? <UndoStrip onUndo={() => void say(false, 'back')}>{t('off.done')}</UndoStrip> : null}
      {done === 'back' || done === 'reason' ? (
        <p role="status">{t(done === 'back' ? 'off.back.done' : 'off.saved')}</p>
      ) : null}
      {cancelled ? <Since at={cancelled.at} timeZone={settings.timeZone} /> : <p>{t('off.what')}</p>}
      {reach ? (
        <Sure
          question={t(cancelled ? 'off.back.ask' : 'off.ask', { name: settings.name })}
          no={t(cancelled ? 'off.back.no' : 'off.no')}
          yes={t(cancelled ? 'off.back.yes' : 'off.yes')}
          sending={sending}
          onNo={() => setReach(null)}
          onYes={() => say(!cancelled, cancelled ? 'back' : 'off')}
          look={cancelled ? { ...SURE_LOOK, yes: 'primary' } : SURE_LOOK}
        >
          <Told reach={reach} back={cancelled !== null} />
          {cancelled ? null : <Reason value={reason} onText={setReason} />}
        </Sure>
      ) : (
        <>
          {cancelled ? (
            <form
              class="form"
              onSubmit={(submit) => {
                submit.preventDefault();
                void say(true, 'reason');
              }}
            >
              <Reason value={reason} onText={setReason} />
              <button type="submit" aria-disabled={sending || reason.trim() === cancelled.reason}>
                {t('off.save')}
              </button>
            </form>
          ) : null}
          <div class="button-row">
            <button type="button" class={cancelled ? '' : 'danger'} onClick={() => void ask()}>
              {t(cancelled ? 'off.back' : 'off.button')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

const Since = ({ at, timeZone }: { at: NonNullable<EventDetail['cancelled']>['at']; timeZone: string }) => (
  <p>{t('off.since', { date: dateText(at, timeZone), time: clockText(at, timeZone) })}</p>
);

const Reason = ({ value, onText }: { value: string; onText: (text: string) => void }) => (
  <Field
    label={t('off.field')}
    hint={t('off.field.hint')}
    value={value}
    maxLength={REASON_MOST}
    autocomplete="off"
    onText={onText}
  />
);

/** Whom it tells, by number. */
const Told = ({ reach, back }: { reach: CancelReach; back: boolean }) => (
  <ul class="cancel-told">
    <li>{t(back ? 'off.back.mails' : 'off.mails', { count: reach.mails })}</li>
    {reach.calendars > 0 ? (
      <li>{t(back ? 'off.back.calendars' : 'off.calendars', { count: reach.calendars })}</li>
    ) : null}
    {reach.noAddress > 0 ? <li>{t('off.no-address', { count: reach.noAddress })}</li> : null}
    {reach.goesOut || reach.mails === 0 ? null : <li>{t('off.no-server')}</li>}
  </ul>
);
