import type { Attendee } from '@lapwing/shared/event/roster';
import type { Instant } from '@lapwing/shared/kernel/time';
import { runSheet } from '@lapwing/shared/paper/run-sheet';
import { useEffect, useState } from 'preact/hooks';
import { Countdown } from '../../kit/Countdown.tsx';
import { clockText } from '../../kit/figures.ts';
import { Icon } from '../../kit/Icon.tsx';
import { firstTables, rollOf } from '../check-in/roll.ts';
import type { SectionProps } from '../EventShell.tsx';
import type { EventStore } from '../event-store.ts';
import { CLOCK_ACTIONS, type ClockAction } from '../live/clock-actions.ts';
import { createLiveControl, type LiveControl } from '../live/live-control.ts';
import { NextButton } from '../live/NextButton.tsx';
import { PressNote } from '../live/PressNote.tsx';
import { phaseSentence } from '../live/phase-sentences.ts';
import { useAwake } from '../live/use-awake.ts';
import { useKeys } from '../live/use-keys.ts';
import { usePaper } from '../paper/paper-of.ts';
import { stepWords } from '../paper/step-words.ts';
import { sectionHash } from '../place.ts';
import { say, t } from '../words.ts';
import { comingSteps, guideLine, roundLine, saidAt } from './guide-lines.ts';
import '../live/transport.css';
import './guide.css';
import { Name } from '../../kit/Name.tsx';
import { isolated } from '../../kit/words.ts';

const isClock = (action: string): action is ClockAction => CLOCK_ACTIONS.some((one) => one === action);

/** For whoever holds the microphone: what to say now, what comes, the one next step, who is missing, who the mentors are. */
export function Guide({ store }: SectionProps) {
  const [control, setControl] = useState<LiveControl | null>(null);
  useAwake();
  useEffect(() => {
    const made = createLiveControl(store);
    setControl(made);
    return () => made.close();
  }, [store]);
  useKeys({
    dialogComes: () => false,
    act: (action) => isClock(action) && control?.act(action),
    openNeed: () => undefined,
    openTable: () => undefined,
    tableNumbers: () => [],
  });
  const { live, detail, people } = store;
  const [event, moment, shown, now, all] = [
    ...([detail.value, live.moment.value, live.shown.value, live.now.value, people.value] as const),
  ];
  if (!control || !event || !moment || !shown || now === null || !all)
    return <p class="note quiet">{t('live.waiting')}</p>;
  const clock = (at: Instant): string => clockText(at, event.settings.timeZone);
  const line = guideLine(shown, moment, event.settings, now, clock);
  return (
    <div class="page guide" data-phase={shown.phase.kind}>
      <div class="page-head">
        <h2>{t('section.guide')}</h2>
        <span class="grow" />
        <a class="page-link" href={sectionHash(store.id, 'live')}>
          <Icon name="live" /> {t('section.live')}
        </a>
        <button type="button" onClick={fullScreen}>
          <Icon name="full" /> {t('guide.full')}
        </button>
      </div>
      <section class="transport guide-sign" aria-label={t('guide.now')}>
        <p class="guide-phase">
          {say(phaseSentence(shown.phase, moment.timings.rounds))}
          {shown.left === null ? null : (
            <Countdown left={shown.left} class="guide-clock" running={shown.phase.kind !== 'paused'} />
          )}
        </p>
        <p class={line.quiet ? 'guide-line quiet' : 'guide-line'} aria-live="polite">
          {say(line.words)}
        </p>
        <div class="steps">{event.cancelled ? null : <NextButton control={control} moment={moment} />}</div>
        <PressNote store={store} press={control.press} />
      </section>
      <Coming store={store} clock={clock} />
      <div class="guide-people">
        <Missing store={store} people={all} />
        <Mentors store={store} people={all} />
      </div>
    </div>
  );
}

function fullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.();
  // refused on some devices: the browser's own full screen is still there
  change?.catch(() => undefined);
}

/** What is to be said next, and when. */
function Coming({ store, clock }: { store: EventStore; clock: (at: Instant) => string }) {
  const paper = usePaper(store);
  const now = store.live.now.value;
  const steps = paper && now !== null ? comingSteps(runSheet(paper).steps, now) : [];
  if (paper === null || steps.length === 0) return null;
  return (
    <section class="guide-coming" aria-label={t('guide.coming')}>
      {steps.map((step) => {
        const { what, words } = stepWords(step, paper.settings, clock);
        const line = step.kind === 'round' ? roundLine(step.round, step.movesAt !== null, paper.settings) : words;
        return (
          <p key={saidAt(step)}>
            <b class="guide-at">{clock(saidAt(step))}</b> <span class="quiet">{say(what)}.</span> {say(line)}
          </p>
        );
      })}
    </section>
  );
}

interface PeopleProps {
  readonly store: EventStore;
  readonly people: readonly Attendee[];
}

/** Who to call from the stage. */
function Missing({ people }: PeopleProps) {
  const missing = people.filter(({ standing, checkedInAt }) => standing === 'active' && checkedInAt === null);
  const mentors = missing.filter(({ role }) => role === 'mentor');
  const students = missing.filter(({ role }) => role === 'student');
  return (
    <section class="card" aria-labelledby="guide-missing">
      <h3 id="guide-missing">{t('missing.heading', { count: missing.length })}</h3>
      {missing.length === 0 ? <p class="quiet">{t('missing.none')}</p> : null}
      {[mentors, students].map((some) =>
        some.length === 0 ? null : (
          <div key={some[0]?.role}>
            <h4>{t(some === mentors ? 'guide.mentors' : 'guide.students', { count: some.length })}</h4>
            <p class="guide-names">
              {some.map(({ id, name }) => (
                <Name key={id} of={name} />
              ))}
            </p>
          </div>
        ),
      )}
    </section>
  );
}

/** The mentors who are here, as they are introduced: name, what they do, where they sit. */
function Mentors({ store, people }: PeopleProps) {
  const { detail, followed } = store;
  const first = firstTables(followed.value?.schedule, detail.value?.tables ?? []);
  const mentors = people.filter(({ role, standing }) => role === 'mentor' && standing === 'active');
  const [roll] = rollOf(mentors, first, []);
  return (
    <section class="card" aria-labelledby="guide-mentors">
      <h3 id="guide-mentors">{t('guide.introduce')}</h3>
      <ul class="guide-mentors">
        {roll?.people.map(({ person: { id, name, card, checkedInAt }, table }) => (
          <li key={id} data-here={checkedInAt !== null}>
            <b>
              <Name of={name} />
            </b>
            {card.pronouns === '' ? null : <span class="quiet"> ({card.pronouns})</span>}
            <span class="quiet">
              {' '}
              {[card.jobTitle, card.company]
                .filter((words) => words !== '')
                .map(isolated)
                .join(', ')}
              {table === null ? '' : ` · ${t('guide.table', { number: table })}`}
            </span>
            {checkedInAt === null ? <span class="tag warn">{t('table.absent')}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
