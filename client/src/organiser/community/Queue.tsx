import type { Person, ProposalSeen } from '@lapwing/shared/protocol/community-api';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { Name } from '../../kit/Name.tsx';
import { randomText } from '../../kit/random-text.ts';
import { KeyCap } from '../shell/KeyCap.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';
import { communityApi } from './community-api.ts';
import { dayText } from './day-text.ts';
import { askedWords, reasonWords } from './match-words.ts';
import type { Queue as QueueState } from './use-queue.ts';

/** This week's proposals: one decision each, by key or by button (C9 to C11). */
export function Queue({ queue }: { queue: QueueState }) {
  const { view, open, approved, last, current, refusal, beaten } = queue;
  const [sure, setSure] = useState(false);
  if (!view) return <p class="note quiet">{t('community.waiting')}</p>;
  return (
    <section class="queue" aria-labelledby="queue-title">
      <div class="page-head">
        <h2 id="queue-title">{t('community.queue', { count: open.length })}</h2>
        <span class="grow" />
        <ProposeNow queue={queue} />
      </div>
      <RunWords queue={queue} />
      <WhyNot refusal={refusal} />
      {beaten === null ? null : (
        <p class="note" role="status">
          {t('community.beaten', { name: beaten })}
        </p>
      )}
      {approved.length === 0 ? null : (
        <UndoStrip label={t('community.undo', { count: approved.length })} onUndo={() => queue.undo(true)}>
          {t('community.approved', { count: approved.length })}
        </UndoStrip>
      )}
      {open.length === 0 ? (
        <div class="empty">
          <p>
            {t(view.run === null ? 'community.queue.first' : 'community.queue.empty', { day: dayText(view.nextRunAt) })}
          </p>
        </div>
      ) : (
        <>
          <div class="button-row queue-keys">
            <button type="button" class="primary" aria-keyshortcuts="a" onClick={() => queue.decide('approve')}>
              {t('community.approve')} <KeyCap name="A" />
            </button>
            <button type="button" aria-keyshortcuts="s" onClick={() => queue.decide('skip')}>
              {t('community.skip')} <KeyCap name="S" />
            </button>
            <button type="button" aria-keyshortcuts="u" disabled={last === null} onClick={() => queue.undo(false)}>
              {t('community.undo-last')} <KeyCap name="U" />
            </button>
            <span class="quiet">
              {t('community.keys')} <KeyCap name="J" /> <KeyCap name="K" />
            </span>
            <span class="grow" />
            {sure ? (
              <>
                <button
                  type="button"
                  class="primary"
                  onClick={() => {
                    setSure(false);
                    queue.approveAll();
                  }}
                >
                  {t('community.approve-all.sure', { count: open.length })}
                </button>
                <button type="button" onClick={() => setSure(false)}>
                  {t('dialog.cancel')}
                </button>
              </>
            ) : (
              <button type="button" onClick={() => setSure(true)}>
                {t('community.approve-all', { count: open.length })}
              </button>
            )}
          </div>
          <ol class="queue-list">
            {open.map((proposal) => (
              <Proposal
                key={proposal.id}
                proposal={proposal}
                isCurrent={proposal.id === current?.id}
                onGo={() => queue.go(proposal.id)}
              />
            ))}
          </ol>
        </>
      )}
      <Without queue={queue} />
    </section>
  );
}

const REASONS = ['no-mail', 'taken-back', 'gone', 'full', 'busy', 'known'] as const;

/** What has changed since it was proposed, in words of its own; nothing was decided. */
function WhyNot({ refusal }: Pick<QueueState, 'refusal'>) {
  if (refusal === null) return null;
  const why = refusal.code === 'not-now' ? REASONS.find((one) => one === refusal.details?.why) : undefined;
  return why ? <Note tone="bad">{t(`community.not-now.${why}`)}</Note> : <RefusalNote code={refusal.code} />;
}

function RunWords({ queue: { view } }: { queue: QueueState }) {
  if (!view?.run) return null;
  const { at, served, left, longestWaitDays, optimal } = view.run;
  return (
    <p class="quiet">
      {t('community.run', { day: dayText(at), served, left, days: longestWaitDays })}{' '}
      {optimal && served > 0 ? t('community.run.optimal') : ''}{' '}
      {t('community.run.next', { day: dayText(view.nextRunAt) })}
    </p>
  );
}

/** A run at once, for the whole community. */
function ProposeNow({ queue }: { queue: QueueState }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const press = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const answer = await communityApi.propose(randomText(18));
    setBusy(false);
    setFailed(!answer.ok);
    if (answer.ok) queue.take(answer.value);
  };
  return (
    <>
      {failed ? <span role="alert">{t('community.propose.failed')}</span> : null}
      <button type="button" aria-busy={busy} onClick={() => void press()}>
        <Icon name="people" /> {t(busy ? 'community.proposing' : 'community.propose')}
      </button>
    </>
  );
}

interface ProposalProps {
  readonly proposal: ProposalSeen;
  readonly isCurrent: boolean;
  readonly onGo: () => void;
}

function Proposal({ proposal, isCurrent, onGo }: ProposalProps) {
  const { asker, mentor, ask, askedAt, reason, load, openBy, timesMet } = proposal;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={row} class="card proposal" aria-current={isCurrent ? 'true' : undefined}>
      <button type="button" class="proposal-pair" onClick={onGo}>
        <Who person={asker} />
        <Icon name="arrow-right" />
        <Who person={mentor} />
      </button>
      <p>
        <b>{askedWords(ask)}</b>
        {ask.line === '' ? null : <q translate={false}>{ask.line}</q>}
      </p>
      <p class="quiet">{reasonWords(reason, timesMet)}</p>
      <p class="quiet">
        {t('community.since', { day: dayText(askedAt) })} ·{' '}
        {t('community.load', { taken: load.taken, perMonth: load.perMonth })}
        {openBy === '' ? null : <span class="tag warn">{t('community.open-by', { name: openBy })}</span>}
      </p>
    </li>
  );
}

export const Who = ({ person }: { person: Person }) => (
  <span class="who">
    <b>
      <Name of={person.name} />
    </b>
    {person.headline === '' ? null : (
      <span class="quiet" translate={false}>
        {person.headline}
      </span>
    )}
  </span>
);

/** Who has nobody, and why: a gap to be filled, not a secret. */
function Without({ queue: { view } }: { queue: QueueState }) {
  if (!view || view.without.length === 0) return null;
  return (
    <details class="queue-without">
      <summary>{t('community.without', { count: view.without.length })}</summary>
      <ul class="team-list">
        {view.without.map(({ asker, ask, why }) => (
          <li class="team-row" key={`${asker.id} ${askedWords(ask)}`}>
            <Who person={asker} />
            <span>{askedWords(ask)}</span>
            <span class="tag">{t(`community.why.${why}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
