import type { CardRound } from '@lapwing/shared/protocol/messages';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { Plate } from '../kit/Plate.tsx';
import { hasNote, NoteField, NoteToggle } from './Notes.tsx';
import type { PhoneActs } from './own.ts';
import { afterParts } from './parts.ts';
import { goneFrom, namesOf, type PhoneView, stationsOf, tableOf, timeText } from './phone-view.ts';
import { MOST_IN_BAR } from './ThumbBar.tsx';
import { t } from './words.ts';

interface EveningProps {
  view: PhoneView;
  acts: PhoneActs;
}

/** All rounds of this person: time, plate, who; and once they are over, the notes. */
export function Evening({ view, acts }: EveningProps) {
  const { card } = view;
  if (card.rounds.length === 0) return null;
  const stations = new Map(stationsOf(view).map((station) => [station.round, station]));
  const { skipped } = view.moment.timings;
  const over = view.shown.phase.kind === 'finished';
  const gone = goneFrom(view) ?? Number.POSITIVE_INFINITY;
  const own = card.rounds.filter((one) => one.round < gone);
  return (
    <section class="block" data-part="evening">
      <h2>{t('phone.evening')}</h2>
      <ol class="evening">
        {own.map((one) => {
          const station = stations.get(one.round);
          const missed = skipped.includes(one.round) || (over && (view.moment.begun[one.round - 1] ?? null) === null);
          const state = missed ? 'skipped' : over ? 'past' : (station?.state ?? 'ahead');
          const known = state === 'ahead' ? view : { ...view, about: false };
          const at = station ? timeText(known, station.startsAt) : '';
          return <EveningRound key={one.round} view={view} acts={acts} round={one} state={state} at={at} />;
        })}
      </ol>
    </section>
  );
}

interface EveningRoundProps extends EveningProps {
  round: CardRound;
  state: 'past' | 'now' | 'ahead' | 'skipped';
  at: string;
}

function EveningRound({ view, acts, round: { table, meets }, state, at }: EveningRoundProps) {
  const { card } = view;
  const parts = afterParts.use();
  const [only] = meets;
  // something written elsewhere waits for a word
  const [open, setOpen] = useState(meets.length === 1 && (view.notes.of[only?.id ?? '']?.beside.length ?? 0) > 0);
  const seat = table === null ? null : tableOf(card, table);
  const names = namesOf(meets);
  const who = card.role === 'mentor' ? t('phone.next.students', { count: meets.length }) : names;
  const writes = state === 'past' && meets.length > 0;
  const picks = card.role === 'student' && (writes || (state === 'now' && meets.length > MOST_IN_BAR));
  const noted = writes ? meets.filter(({ id }) => hasNote(view, id)) : [];
  return (
    <li data-state={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
      <span class="evening-at k-num">{at}</span>
      {seat ? (
        <Plate number={seat.number} name={seat.name} class="evening-plate" outlined />
      ) : (
        <Icon name="cup" size="2.25rem" />
      )}
      <span class="evening-who">
        <b>{seat ? `${t('phone.table', { number: seat.number })}` : t('phone.evening.out')}</b>
        {seat && meets.length > 0 ? <span translate={false}>{who}</span> : null}
      </span>
      {state === 'now' ? <span class="evening-mark">{t('phone.evening.now')}</span> : null}
      {state === 'skipped' ? <span class="evening-mark muted">{t('phone.evening.skipped')}</span> : null}
      {state === 'past' ? (
        <span class={writes ? 'k-unseen' : 'evening-mark muted'}>{t('phone.evening.past')}</span>
      ) : null}
      {writes ? (
        <NoteToggle
          open={open}
          onToggle={() => setOpen(!open)}
          has={noted.length > 0}
          names={card.role === 'mentor' ? who : names}
        />
      ) : null}
      {open && writes
        ? meets.map((person) => (
            <NoteField key={person.id} view={view} person={person} acts={acts} named={meets.length > 1} />
          ))
        : noted.flatMap(({ id, name }) =>
            view.notes.of[id]?.text
              ? [
                  <p key={id} class="noted">
                    {meets.length > 1 ? (
                      <b>
                        <Name of={name} />{' '}
                      </b>
                    ) : null}
                    {view.notes.of[id]?.text}
                  </p>,
                ]
              : [],
          )}
      {parts && picks
        ? meets.map((person) => (
            <Fragment key={person.id}>
              {meets.length > 1 ? (
                <p class="evening-pick">
                  <Name of={person.name} />
                </p>
              ) : null}
              <parts.PickRow {...{ person, view, acts }} notNow />
            </Fragment>
          ))
        : null}
    </li>
  );
}
