import './form.css';
import type { WasItYou as Question } from '@lapwing/shared/protocol/registration-api';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mayPass, request } from '../kit/api.ts';
import { clockText, dateText } from '../kit/figures.ts';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { forgetStored } from '../kit/stored.ts';
import { SaidList } from './SaidList.tsx';
import { typedSaid } from './said.ts';
import { t } from './words.ts';

type Asked = Question['asks'];
type State = 'asking' | 'sending' | 'failed' | 'changed' | 'gone';

interface Props {
  /** Of the person's own addresses, e.g. "/me/k3v9". */
  readonly path: string;
  readonly asks: Asked;
}

/** A mailed link is opened, and nobody has said yet that it was them who registered: asks, before anything is confirmed. */
export function WasItYou({ path, asks: first }: Props) {
  const [asks, setAsks] = useState(first);
  const [state, setState] = useState<State>('asking');
  const send = async (act: 'session' | 'not-mine', more: object): Promise<void> => {
    if (state === 'sending') return;
    setState('sending');
    const answer = await request<object | undefined>('POST', `${path}/${act}`, {
      secret: location.hash.slice(1),
      ...more,
    });
    if (!answer.ok && mayPass(answer.refusal.code)) return setState('failed');
    if (answer.ok && answer.value && 'asks' in answer.value) {
      setAsks((answer.value as Question).asks);
      return setState('changed');
    }
    if (answer.ok) history.replaceState(null, '', location.pathname);
    if (!answer.ok || act === 'session') return location.reload();
    forgetStored(path);
    setState('gone');
  };
  return (
    <WasItYouView
      {...{ asks, state }}
      onYes={() => void send('session', { mine: asks.seen })}
      onNo={() => void send('not-mine', {})}
    />
  );
}

interface ViewProps {
  readonly asks: Asked;
  readonly state: State;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function WasItYouView({ asks, state, onYes, onNo }: ViewProps) {
  if (state === 'gone') return <Gone event={asks.eventName} />;
  const sending = state === 'sending';
  return (
    <section class="f-form my-details">
      <h1>{t('was.title')}</h1>
      <Place asks={asks} />
      <p>{t(`was.${asks.role}`, { event: asks.eventName })}</p>
      <div class="f-group">
        <SaidList said={typedSaid(asks)} />
      </div>
      <p>{t('was.why')}</p>
      <p role="status">{state === 'failed' || state === 'changed' ? t(`was.${state}`) : null}</p>
      <div class="f-buttons">
        <button type="button" class="f-main" aria-disabled={sending} onClick={onYes}>
          {t('was.yes')}
        </button>
        <button type="button" class="f-other" aria-disabled={sending} onClick={onNo}>
          {t('was.no')}
        </button>
      </div>
      <p class="f-hint">{t('was.no.what')}</p>
    </section>
  );
}

/** What a yes does for their place, where it does something. */
function Place({ asks: { keptUntil, waiting, timeZone } }: { asks: Asked }) {
  if (keptUntil === null && !waiting) return null;
  return (
    <StatusStrip tone="warn" icon="clock">
      {keptUntil === null
        ? t('was.waiting')
        : t('was.kept', { date: dateText(keptUntil, timeZone), time: clockText(keptUntil, timeZone) })}
    </StatusStrip>
  );
}

function Gone({ event }: { event: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="f-form my-details">
      <h1 ref={heading} tabIndex={-1}>
        {t('was.gone.title')}
      </h1>
      <p>{t('was.gone.words', { event })}</p>
      <p class="f-hint">{t('was.gone.again')}</p>
    </section>
  );
}
