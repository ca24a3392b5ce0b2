import { secondsLeft } from '@lapwing/shared/clock/remaining';
import { announcementShown, roundShown } from '@lapwing/shared/live/timeline';
import { useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { t as kitWord } from '../kit/kit-words.ts';
import { Languages } from '../kit/Languages.tsx';
import { Mark } from '../kit/Mark.tsx';
import { Name } from '../kit/Name.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { AfterPart, BellPart } from './AfterPart.tsx';
import { AlsoOpened } from './AlsoOpened.tsx';
import { CalledOff, hasBegun } from './CalledOff.tsx';
import { Desk } from './Desk.tsx';
import { DoorPass } from './DoorPass.tsx';
import { Evening } from './Evening.tsx';
import { isAtWork, MentorBar } from './MentorBar.tsx';
import { Moving } from './Moving.tsx';
import { News } from './News.tsx';
import { Unsent } from './Notes.tsx';
import { OwnDetails } from './OwnDetails.tsx';
import type { PhoneActs } from './own.ts';
import { cardRound, nextSeat, type PhoneView, roundAt, stepInto } from './phone-view.ts';
import { Paused, Seated } from './Seated.tsx';
import { SomethingWrong } from './SomethingWrong.tsx';
import { OldStop, Stop } from './Stop.tsx';
import { ThisPhone } from './ThisPhone.tsx';
import { ThumbBar } from './ThumbBar.tsx';
import { Agenda, Finished, NoSeat, Waiting } from './Waiting.tsx';
import { t } from './words.ts';

export interface PhoneScreenProps {
  view: PhoneView;
  acts: PhoneActs;
  /** Opens with what can be told to the desk. */
  calls?: boolean;
}

/** The whole page, from a view alone. */
export function PhoneScreen({ view, acts, calls = false }: PhoneScreenProps) {
  const { card, shown, moment } = view;
  const { phase, left, flip } = shown;
  const off = card.cancelled !== undefined;
  const round = roundAt(phase);
  const words = announcementShown(moment, view.now);
  const stop = words?.kind === 'stop' && !off ? words : null;
  const halted = stop !== null && view.status !== 'offline';
  const moves = !halted && movesNow(view);
  const [calling, setCalling] = useState(calls);
  return (
    <div
      class="phone"
      data-phase={phase.kind}
      data-round={roundShown(phase, moment.timings) ?? ''}
      data-left-ms={left === null ? '' : Math.round(left)}
      data-version={view.version}
      data-status={view.status}
      data-table={cardRound(card, round)?.table ?? ''}
      data-next-table={phase.kind === 'finished' ? '' : (nextSeat(view, round)?.table ?? '')}
      data-ground={moves ? 'move' : 'page'}
      data-said={words?.kind ?? ''}
      data-off={off}
      data-news={view.news?.kind ?? ''}
    >
      <header class="top">
        <Mark />
        <h1 class="top-name">
          <Name of={card.eventName} />
        </h1>
        {moves ? (
          <span class="top-end">{t('phone.round', { round, rounds: moment.timings.rounds })}</span>
        ) : (
          <Status view={view} />
        )}
      </header>
      <main>
        <OfflineStrip view={view} short={moves} />
        {stop && !halted ? <OldStop words={stop} /> : null}
        {off ? null : <News view={view} acts={acts} />}
        {view.also && !moves && !halted ? <AlsoOpened view={view} also={view.also} acts={acts} /> : null}
        {halted ? <Stop view={view} words={stop} /> : <Scene view={view} acts={acts} />}
        {moves || halted || gaveUp(view) || (off && !hasBegun(view)) ? null : phase.kind === 'finished' || off ? (
          <AfterPart view={view} acts={acts} />
        ) : (
          <>
            <BellPart view={view} acts={acts} />
            <Evening view={view} acts={acts} />
          </>
        )}
        {moves || halted ? null : <OwnDetails card={card} before={phase.kind === 'doors' && !off} />}
      </main>
      <Unsent view={view} />
      {phase.kind === 'finished' || off ? null : <Desk view={view} acts={acts} open={calling} onOpen={setCalling} />}
      <SomethingWrong id={card.id} acts={acts} />
      {moves || halted ? null : (
        <>
          <ThisPhone view={view} acts={acts} />
          <Languages />
        </>
      )}
      {halted || off ? null : isAtWork(view) ? (
        <MentorBar view={view} acts={acts} open={calling} onOpen={setCalling} />
      ) : moves ? null : (
        <ThumbBar view={view} acts={acts} onHelp={() => setCalling(true)} />
      )}
      {flip === null || halted || off ? null : <Flip view={view} seconds={secondsLeft(flip)} />}
    </div>
  );
}

/** They said that they cannot come: what the plan still holds of them is nothing to go by. */
const gaveUp = ({ card, shown }: PhoneView): boolean =>
  shown.phase.kind === 'doors' && card.standing === 'cancelled' && !card.checkedIn;

/** This person has to get up: the whole page takes the signal colour. */
function movesNow(view: PhoneView): boolean {
  const { card, shown } = view;
  const { phase } = shown;
  if (card.cancelled || phase.kind !== 'moving' || card.rounds.length === 0) return false;
  const step = stepInto(view, phase.round);
  return step === 'go' || step === 'leave';
}

function Scene({ view, acts }: { view: PhoneView; acts: PhoneActs }) {
  const { card, shown } = view;
  const { kind } = shown.phase;
  if (card.cancelled) return <CalledOff view={view} notice={card.cancelled} />;
  if (kind === 'doors') {
    return (
      <>
        <DoorPass view={view} acts={acts} />
        <Waiting view={view} />
      </>
    );
  }
  if (kind === 'finished') return <Finished view={view} />;
  const seated = shown.phase.kind === 'agenda' ? card.rounds.length > 0 : cardRound(card, roundAt(shown.phase));
  if (!seated || view.news?.kind === 'gone') return <NoSeat view={view} />;
  if (kind === 'moving') return <Moving view={view} acts={acts} />;
  if (kind === 'agenda') return <Agenda view={view} />;
  return kind === 'paused' ? <Paused view={view} acts={acts} /> : <Seated view={view} acts={acts} />;
}

function Status({ view }: { view: PhoneView }) {
  if (view.status === 'live') {
    return (
      <span class="top-end is-live">
        <Icon name="wifi" size="1.25rem" />
        {t(view.checkingTime ? 'phone.checking' : 'phone.live')}
      </span>
    );
  }
  return (
    <span class="top-end is-off">
      <Icon name="wifi-off" size="1.25rem" />
      {t(view.status === 'connecting' ? 'phone.connecting' : 'phone.offline')}
    </span>
  );
}

function OfflineStrip({ view, short }: { view: PhoneView; short: boolean }) {
  if (view.status !== 'offline') return null;
  return (
    <StatusStrip tone="warn" icon="wifi-off" class="offline">
      <b>{t('phone.offline.title')}</b> {t(short ? 'phone.offline.short' : 'phone.offline.words')}
      {view.reopens || short ? '' : ` ${t('phone.offline.open')}`}
      {view.silentMinutes > 0 && !short ? ` ${t('phone.offline.heard', { minutes: view.silentMinutes })}` : ''}
    </StatusStrip>
  );
}

/** The announced start: the coming ground slides in behind a large 3, 2, 1. */
function Flip({ view, seconds }: { view: PhoneView; seconds: number }) {
  const { card, moment } = view;
  const coming = moment.phase;
  const round = roundAt(coming);
  const number = cardRound(card, round)?.table ?? null;
  const goes = coming.kind === 'moving' && number !== null && stepInto(view, round) === 'go';
  const words = coming.kind === 'moving' ? (goes ? t('phone.move') : '') : '';
  const shownWords =
    coming.kind === 'agenda' ? kitWord(`kit.agenda.${coming.title}`) : words || t('phone.flip.talk', { round });
  return (
    <div class="flip" data-ground={goes ? 'move' : 'sign'} aria-hidden="true">
      <p class="flip-words k-face">{shownWords}</p>
      <p class="flip-figure k-face k-num">{seconds}</p>
      {number === null ? null : <p class="flip-table">{t('phone.table', { number })}</p>}
    </div>
  );
}
