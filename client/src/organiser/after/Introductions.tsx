import { DRAFT_LENGTH, type MadeIntroduction, SENDING } from '@lapwing/shared/protocol/introductions-api';
import { useState } from 'preact/hooks';
import { clockText } from '../../kit/figures.ts';
import { Name } from '../../kit/Name.tsx';
import { isolated } from '../../kit/words.ts';
import type { EventStore } from '../event-store.ts';
import { sectionHash } from '../place.ts';
import { Choice } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { Suggestions } from './Suggestions.tsx';
import { type IntroductionsState, useIntroductions } from './use-introductions.ts';

interface Props {
  readonly store: EventStore;
  readonly timeZone: string;
}

/** Who is introduced to whom: numbers until the last bell, then the names of those who both want it (H4, H6). */
export function Introductions({ store, timeZone }: Props) {
  const state = useIntroductions(store.api);
  const { view, refusal } = state;
  if (!view) return null;
  const { bell, sending, requests, waiting, soon, full, without } = view;
  return (
    <section class="after-introductions" aria-labelledby="introductions-title">
      <h3 id="introductions-title">{t('introductions.title')}</h3>
      <RefusalNote code={refusal} />
      <p>
        {bell === null
          ? t('introductions.sealed', { count: requests })
          : t('introductions.counts', { made: view.introductions.length, waiting, full })}{' '}
        {soon === 0 ? null : t(`introductions.soon.${sending}`, { count: soon })}
      </p>
      <Choice
        label={t('introductions.sending')}
        value={sending}
        options={SENDING.map((value) => ({ value, label: t(`introductions.sending.${value}`) }))}
        onPick={(value) => void state.act(store.api.chooseSending(value))}
      />
      {bell === null ? null : <Drafts state={state} store={store} />}
      {bell === null ? null : <Made state={state} store={store} timeZone={timeZone} />}
      {bell === null || without.length === 0 ? null : (
        <details>
          <summary>{t('introductions.without', { count: without.length })}</summary>
          <p class="quiet">{t('introductions.without.what')}</p>
          <ul class="after-names">
            {without.map(({ id, name }) => (
              <li key={id}>
                <Name of={name} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Suggestions told={view.suggestions} state={state} store={store} />
    </section>
  );
}

interface PartProps {
  readonly state: IntroductionsState;
  readonly store: EventStore;
}

/** What waits for the organiser: to be read, changed, put aside, and sent all at once. */
function Drafts({ state, store }: PartProps) {
  const [asking, setAsking] = useState(false);
  const drafts = (state.view?.introductions ?? []).filter((one) => one.state === 'draft' || one.state === 'held');
  const ready = drafts.filter((one) => one.state === 'draft').map(({ id }) => id);
  if (drafts.length === 0) return null;
  const send = async (): Promise<void> => {
    setAsking(false);
    await state.act(store.api.sendIntroductions(ready));
  };
  return (
    <>
      <ul class="drafts">
        {drafts.map((draft) => (
          <Draft key={draft.id} draft={draft} state={state} store={store} />
        ))}
      </ul>
      {ready.length === 0 ? null : (
        <div class="button-row">
          {asking ? (
            <>
              <span>{t('introductions.sure', { count: ready.length })}</span>
              <button type="button" class="primary" onClick={() => void send()}>
                {t('introductions.send.yes', { count: ready.length })}
              </button>
              <button type="button" onClick={() => setAsking(false)}>
                {t('dialog.cancel')}
              </button>
            </>
          ) : (
            <button type="button" class="primary" onClick={() => setAsking(true)}>
              {t('introductions.send', { count: ready.length })}
            </button>
          )}
        </div>
      )}
    </>
  );
}

const pairOf = ({ student, mentor }: MadeIntroduction): string =>
  `${isolated(student.name)} – ${isolated(mentor.name)}`;

function Draft({ draft, state, store }: PartProps & { draft: MadeIntroduction }) {
  const [words, setWords] = useState<string | null>(null);
  const id = `draft-${draft.id}`;
  const held = draft.state === 'held';
  const save = async (): Promise<void> => {
    if (words !== null && (await state.act(store.api.changeDraft(draft.id, { words })))) setWords(null);
  };
  return (
    <li class="card draft" data-held={held}>
      <label for={id}>
        <b>{pairOf(draft)}</b>
      </label>
      <textarea
        id={id}
        rows={5}
        maxLength={DRAFT_LENGTH}
        value={words ?? draft.words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <div class="button-row">
        <button type="button" disabled={words === null || words === draft.words} onClick={() => void save()}>
          {t('introductions.save')} <span class="k-unseen">{pairOf(draft)}</span>
        </button>
        <button
          type="button"
          aria-pressed={held}
          onClick={() => void state.act(store.api.changeDraft(draft.id, { held: !held }))}
        >
          {t(held ? 'introductions.release' : 'introductions.hold')} <span class="k-unseen">{pairOf(draft)}</span>
        </button>
      </div>
    </li>
  );
}

/** What went out, and what did not arrive. */
function Made({ state, store, timeZone }: PartProps & { timeZone: string }) {
  const made = (state.view?.introductions ?? []).filter((one) => one.state !== 'draft' && one.state !== 'held');
  if (made.length === 0) return null;
  return (
    <ul class="after-made">
      {made.map((one) => (
        <li key={one.id} data-state={one.state}>
          <b>{pairOf(one)}</b>
          <span class={`tag ${one.state === 'sent' ? 'ok' : one.state === 'trouble' ? 'warn' : ''}`}>
            {stateWords(one, timeZone)}
          </span>
          {one.state === 'trouble' ? (
            <>
              <span translate={false}>{one.reason}</span>
              <a class="way-link" href={sectionHash(store.id, 'outbox')}>
                {t('introductions.outbox')}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function stateWords({ state, by, sentAt }: MadeIntroduction, timeZone: string): string {
  if (state === 'trouble') return t('introductions.trouble');
  if (state !== 'sent' || sentAt === null) return t('introductions.on-its-way');
  return t(by === 'slack' ? 'introductions.sent.slack' : 'introductions.sent.mail', {
    time: clockText(sentAt, timeZone),
  });
}
