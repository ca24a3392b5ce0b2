import { askProblems } from '@lapwing/shared/community/problems';
import type { Ask } from '@lapwing/shared/community/profile';
import type { OwnRequest } from '@lapwing/shared/protocol/community-api';
import type { Problem } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import { dateText } from '../kit/figures.ts';
import { AskFields, NO_ASK } from './AskFields.tsx';
import type { OwnActs } from './own.ts';
import { askWords, timeZone } from './profile-said.ts';
import { t } from './words.ts';

interface RequestsProps {
  readonly requests: readonly OwnRequest[];
  /** As many are open as may be (C7). */
  readonly full: boolean;
  readonly acts: OwnActs;
}

/** What somebody asked for and what came of it, and the way to ask for more. */
export function Requests({ requests, full, acts }: RequestsProps) {
  const [asking, setAsking] = useState(false);
  return (
    <section class="f-group">
      <h2>{t('community.requests')}</h2>
      {requests.length === 0 ? <p>{t('community.requests.none')}</p> : null}
      <ul class="c-list">
        {requests.map((request) => (
          <Request key={request.id} request={request} acts={acts} />
        ))}
      </ul>
      {asking && !full ? (
        <AskForm acts={acts} onDone={() => setAsking(false)} />
      ) : full ? (
        <p class="f-hint">{t('community.ask.full')}</p>
      ) : (
        <div class="f-buttons">
          <button type="button" class={requests.length === 0 ? 'f-main' : 'f-other'} onClick={() => setAsking(true)}>
            {t('community.ask.new')}
          </button>
        </div>
      )}
    </section>
  );
}

function Request({ request, acts }: { request: OwnRequest; acts: OwnActs }) {
  const { id, ask, at, stands, why, withName } = request;
  return (
    <li data-stands={stands}>
      <p>
        <b>{askWords(ask)}</b>
      </p>
      {ask.line === '' ? null : <p translate={false}>{ask.line}</p>}
      <p>
        {stands === 'introduced'
          ? t('community.stands.introduced', { name: withName })
          : t(`community.stands.${stands}`)}
        {stands === 'waiting' && why !== null ? ` ${t(`community.why.${why}`)}` : ''}
      </p>
      <p class="f-hint">{t('community.requests.since', { date: dateText(at, timeZone()) })}</p>
      {stands === 'waiting' || stands === 'asked' ? (
        <button type="button" class="f-small" onClick={() => void acts.takeBack(id)}>
          {t('community.requests.back')} <span class="k-unseen">{askWords(ask)}</span>
        </button>
      ) : null}
    </li>
  );
}

function AskForm({ acts, onDone }: { acts: OwnActs; onDone: () => void }) {
  const [ask, setAsk] = useState<Ask>(NO_ASK);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [busy, setBusy] = useState(false);
  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const found = askProblems(ask);
    setProblems(found);
    setTried(tried + 1);
    if (found.length > 0) return;
    setBusy(true);
    const taken = await acts.ask(ask);
    setBusy(false);
    if (taken) onDone();
  }
  return (
    <form class="f-form" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary problems={problems} tried={tried} />
      <AskFields ask={ask} change={(part) => setAsk((now) => ({ ...now, ...part }))} problems={problems} />
      <div class="f-buttons">
        <button type="submit" class="f-main" aria-disabled={busy}>
          {t('community.ask.send')}
        </button>
        <button type="button" class="f-other" onClick={onDone}>
          {t('community.back')}
        </button>
      </div>
    </form>
  );
}
