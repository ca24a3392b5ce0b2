import type { RoomChange } from '@lapwing/shared/event/room-change';
import { after, type Instant, milliseconds } from '@lapwing/shared/kernel/time';
import { useState } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { tellPaper } from '../paper/tell-paper.ts';
import { toPrint } from '../paper/to-print.ts';
import { sectionHash } from '../place.ts';
import { session } from '../session.ts';
import { t } from '../words.ts';
import { putAside } from './aside.ts';
import { LateActions } from './LateActions.tsx';
import type { LiveControl } from './live-control.ts';
import { MentorActions, MentorLeaves } from './MentorActions.tsx';
import { leaving, type Need } from './needs.ts';
import type { Open } from './open-dialog.ts';
import { RepairView } from './RepairView.tsx';

export interface ActionsProps<Kind extends Need['kind']> {
  readonly store: EventStore;
  readonly control: LiveControl;
  readonly need: Extract<Need, { kind: Kind }>;
  readonly clock: (at: Instant) => string;
  readonly open: Open;
}

/** The buttons of one card, the most likely first. */
export function NeedActions(props: ActionsProps<Need['kind']>) {
  const { store, control, need, open } = props;
  const later = (
    <button type="button" onClick={() => putAside(store, need.id)}>
      {t('need.later')}
    </button>
  );
  switch (need.kind) {
    case 'arrived':
    case 'noShows':
      return (
        <RepairView store={store} control={control} change={{ kind: need.kind, people: need.people }}>
          {later}
        </RepairView>
      );
    case 'call':
      return <CallActions {...props} need={need} />;
    case 'mentorMissing':
    case 'mentorArrived':
      return <MentorActions {...props} need={need} />;
    case 'runningLate':
      return <LateActions {...props} need={need} />;
    case 'displayLost':
      return (
        <div class="button-row">
          <button type="button" class="primary" onClick={() => putAside(store, need.id)}>
            {t('need.all-right')}
          </button>
          <button type="button" onClick={() => void store.api.forgetDisplay(need.display.id)}>
            {t('displays.forget')}
          </button>
        </div>
      );
    case 'namesake':
      return (
        <div class="button-row">
          <button type="button" class="primary" onClick={() => putAside(store, need.id)}>
            {t('need.namesake.another')}
          </button>
          <button type="button" onClick={() => open({ kind: 'person', person: need.person })}>
            {t('need.namesake.look')}
          </button>
        </div>
      );
    case 'lent':
      return (
        <div class="button-row">
          <button
            type="button"
            class="primary"
            onClick={() => {
              location.hash = `${sectionHash(store.id, 'people')}/unconfirmed`;
            }}
          >
            {t('need.lent.look')}
          </button>
          {later}
        </div>
      );
    case 'denied':
      return (
        <div class="button-row">
          <button type="button" class="primary" onClick={() => open({ kind: 'person', person: need.person })}>
            {t('need.namesake.look')}
          </button>
          <button type="button" onClick={() => putAside(store, need.id)}>
            {t('need.all-right')}
          </button>
        </div>
      );
    case 'oldPaper':
      return <PaperActions {...props} need={need} />;
    case 'slept':
      return <SleptActions {...props} need={need} />;
  }
}

/** Either there is new paper, or nobody looks at the old one: the card stays until then. */
function PaperActions({ store, need }: ActionsProps<'oldPaper'>) {
  const who = session.value;
  const by = who.kind === 'in' ? who.firstName : '';
  const sheets = [...need.sheets.map(({ sheet }) => sheet), ...(need.badges.length > 0 ? ['badges' as const] : [])];
  return (
    <div class="button-row">
      <button type="button" class="primary" onClick={() => toPrint(store.id, sheets)}>
        <Icon name="print" /> {t('need.paper.print')}
      </button>
      <button type="button" onClick={() => void tellPaper(store, { sheets: [], inUse: false }, by)}>
        {t('need.paper.unused')}
      </button>
    </div>
  );
}

function SleptActions({ store, control, need }: ActionsProps<'slept'>) {
  const giveBack = async (): Promise<void> => {
    const outcome = await control.send({ kind: 'giveBack', milliseconds: need.until - need.since });
    if (outcome === 'done') putAside(store, need.id);
  };
  return (
    <div class="button-row">
      <button type="button" class="primary" onClick={() => putAside(store, need.id)}>
        {t('need.slept.go-on')}
      </button>
      <button type="button" onClick={() => void giveBack()}>
        {t('need.slept.give-back')}
      </button>
    </div>
  );
}

/** What somebody told the desk. Leaving and late have a price; whoever is lost or asks for help needs a person. */
function CallActions({ store, control, need, clock }: ActionsProps<'call'>) {
  const { call } = need;
  const [sweeps, setSweeps] = useState(false);
  const answer = (): void => {
    putAside(store, need.id);
    void store.api.answerCall(call.person, call.kind, true);
  };
  const done = (words: 'need.done' | 'need.later' | 'need.keep-seat', primary = false) => (
    <button type="button" class={primary ? 'primary' : ''} onClick={answer}>
      {words === 'need.keep-seat'
        ? t(words, { at: clock(after(call.at, milliseconds(call.minutes * 60_000))) })
        : t(words)}
    </button>
  );
  if (need.leaves === 'later') {
    return (
      <div class="button-row">
        <button type="button" class="primary" onClick={() => putAside(store, need.id)}>
          {t('need.remind', { round: call.afterRound })}
        </button>
        {done('need.done')}
      </div>
    );
  }
  if (need.reserves.length > 0) return <MentorLeaves {...{ store, control, need }} onDone={answer} />;
  const people = [call.person];
  const change: RoomChange = call.kind === 'late' ? { kind: 'noShows', people } : leaving(need);
  if (store.live.moment.value?.phase.kind !== 'doors' && (call.kind === 'leaving' || sweeps)) {
    return (
      <RepairView store={store} control={control} change={change} onApplied={answer}>
        {done(call.kind === 'late' ? 'need.later' : 'need.done')}
      </RepairView>
    );
  }
  if (call.kind !== 'late') return <div class="button-row">{done('need.done', true)}</div>;
  return (
    <div class="button-row">
      {done('need.keep-seat', true)}
      <button type="button" onClick={() => setSweeps(true)}>
        {t('need.free-seat')}
      </button>
    </div>
  );
}
