import type { MailState } from '@lapwing/shared/event/mail';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { locale } from '../../kit/words.ts';
import type { SectionProps } from '../EventShell.tsx';
import { sectionHash } from '../place.ts';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { BatchStrip } from './BatchStrip.tsx';
import { LinksDialog } from './LinksDialog.tsx';
import { MailDialog } from './MailDialog.tsx';
import { MailTable } from './MailTable.tsx';
import { STATES } from './mail-words.ts';
import { BATCHES, outboxApi } from './outbox-api.ts';
import { PostNotes } from './PostNotes.tsx';
import { ReminderLine } from './ReminderLine.tsx';
import { SlackNotes } from './SlackNotes.tsx';
import { useOutbox } from './use-outbox.ts';
import './outbox.css';

type Open = { readonly kind: 'links' } | { readonly kind: 'mail'; readonly id: string };

/** E-mail of the event: what went out, what waits, and what goes to everybody. */
export function Outbox({ store }: SectionProps) {
  const api = useMemo(() => outboxApi(store.id), [store.id]);
  const [state, setState] = useState<MailState | null>(null);
  const [find, setFind] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const { view, refusal, look } = useOutbox(api, state, find);
  const time = timesIn(store.detail.value?.settings.timeZone ?? 'UTC');
  const close = (): void => {
    setOpen(null);
    look();
  };
  return (
    <div class="page outbox">
      <div class="page-head">
        <a class="page-link" href={sectionHash(store.id, 'people')}>
          {t('outbox.back')}
        </a>
        <h2>{t('section.outbox')}</h2>
        <label class="search-field">
          <Icon name="search" />
          <span class="k-unseen">{t('outbox.search')}</span>
          <input
            type="search"
            placeholder={t('outbox.search')}
            value={find}
            onInput={(event) => setFind(event.currentTarget.value)}
          />
        </label>
        <span class="grow" />
        <button type="button" class="primary" onClick={() => setOpen({ kind: 'links' })}>
          <Icon name="mail" /> {t('outbox.links')}
        </button>
      </div>
      <RefusalNote code={refusal} />
      {view === null ? (
        <p class="note quiet">{t('outbox.waiting')}</p>
      ) : (
        <>
          <PostNotes view={view} api={api} time={time} onDone={look} />
          {view.slack ? <SlackNotes slack={view.slack} api={api} time={time} onDone={look} /> : null}
          {view.reminder ? <ReminderLine plan={view.reminder} api={api} time={time} onDone={look} /> : null}
          {BATCHES.map((kind) => {
            const counts = view.batches[kind];
            return counts ? <BatchStrip key={kind} kind={kind} counts={counts} api={api} onDone={look} /> : null;
          })}
          <Filters view={view} state={state} onState={setState} />
          {view.mails.length === 0 ? (
            <div class="empty">
              <p>{t(find === '' && state === null ? 'outbox.empty' : 'outbox.none-found')}</p>
            </div>
          ) : (
            <MailTable mails={view.mails} time={time} onOpen={(id) => setOpen({ kind: 'mail', id })} />
          )}
          {view.more > 0 ? <p class="quiet">{t('outbox.more', { count: view.more })}</p> : null}
        </>
      )}
      {open?.kind === 'links' ? <LinksDialog api={api} sends={view?.from !== null} onClose={close} /> : null}
      {open?.kind === 'mail' && view ? (
        <MailDialog
          api={api}
          id={open.id}
          line={view.mails.find(({ id }) => id === open.id) ?? null}
          sends={view.from !== null}
          onDone={look}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

interface FiltersProps {
  readonly view: OutboxView;
  readonly state: MailState | null;
  readonly onState: (state: MailState | null) => void;
}

function Filters({ view, state, onState }: FiltersProps) {
  const all = STATES.reduce((sum, each) => sum + view.counts[each], 0);
  return (
    <fieldset class="chips" aria-label={t('outbox.filters')}>
      <button type="button" aria-pressed={state === null} onClick={() => onState(null)}>
        {t('outbox.all')} <span class="chip-count">{all}</span>
      </button>
      {STATES.filter((each) => view.counts[each] > 0 || each === state).map((each) => (
        <button key={each} type="button" aria-pressed={state === each} onClick={() => onState(each)}>
          {t(`mail.state.${each}`)} <span class="chip-count">{view.counts[each]}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** "Thu 26 Nov, 18:30", as the event's clock shows it. */
function timesIn(timeZone: string): (at: Instant) => string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const format = new Intl.DateTimeFormat(locale(), { timeZone, ...parts });
  return (at) => format.format(at);
}
