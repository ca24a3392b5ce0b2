import { guidePath, industriesNamed } from '@lapwing/shared/careers/guide-path';
import { PLACES_STEP } from '@lapwing/shared/event/places';
import type { PublicEvent, PublicMentor } from '@lapwing/shared/protocol/registration-api';
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { industryLabel } from '../careers/labels.ts';
import { clockText, dateText, zoneText } from '../kit/figures.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { SignCard } from '../kit/SignCard.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { isolated } from '../kit/words.ts';
import { CodeOfConduct } from './CodeOfConduct.tsx';
import { CommunityWay } from './CommunityWay.tsx';
import { DeskNumber } from './DeskNumber.tsx';
import { OwnPages } from './OwnPages.tsx';
import { t } from './words.ts';

/** What an evening is, and the ways into it. */
export function EventPage({ event, code }: { event: PublicEvent; code: string }) {
  return (
    <>
      <EventCard event={event} />
      <OwnPages facts={event} />
      {event.cancelled ? <CalledOff reason={event.cancelled.reason} /> : null}
      {event.atDoor && event.phase !== 'over' && !event.cancelled ? <DeskNumber code={code} /> : null}
      {event.phase === 'toCome' && !event.cancelled ? <Registering event={event} code={code} /> : null}
      {event.phase === 'running' && !event.cancelled ? (
        <Way icon="live" title={t('join.running')} words={t('join.running.words')} />
      ) : null}
      {event.phase === 'over' && !event.cancelled ? (
        <Way icon="after" title={t('join.over')} words={t('join.over.words')} />
      ) : null}
      {event.phase === 'toCome' ? null : <Registered event={event} code={code} />}
      {event.about === '' ? null : (
        <section class="join-block">
          <h2>{t('join.about')}</h2>
          {event.about.split(/\n{2,}/u).map((paragraph, index) => (
            <p class="about" key={index}>
              {paragraph}
            </p>
          ))}
        </section>
      )}
      <Programme event={event} />
      {event.mentors.length === 0 ? null : (
        <section class="join-block">
          <h2>{t('join.mentors')}</h2>
          <ul class="mentors">{event.mentors.map(MentorRow)}</ul>
          <Fields mentors={event.mentors} />
        </section>
      )}
      <CommunityWay event={event} look="join-block" />
      <OwnData event={event} />
      <Contact event={event} />
      <CodeOfConduct event={event} />
      {event.phase === 'toCome' ? <Registered event={event} code={code} /> : null}
    </>
  );
}

/** The evening does not take place, and why. */
export const CalledOff = ({ reason }: { reason: string }) => (
  <StatusStrip tone="warn" icon="warn">
    <h2>{t('join.off')}</h2>
    {reason === '' ? null : <p>{t('join.off.why', { reason })}</p>}
    <p>{t('join.off.words')}</p>
  </StatusStrip>
);

/** For whoever has registered: the way to their own page. */
const Registered = ({ event, code }: { event: PublicEvent; code: string }) => (
  <section class="ways" aria-label={t('join.registered')}>
    <Way icon="message" title={t('join.mail.title')} words={t('join.mail.words')} />
    {event.cancelled ? null : <Way icon="qr" title={t('join.desk.title')} words={t('join.desk.words')} />}
    {event.mails ? <MailedLink code={code} /> : null}
  </section>
);

/** For whoever has no link at hand; it comes a little later, since most who read the page do not want it. */
function MailedLink({ code }: { code: string }) {
  const [Shown, setShown] = useState<FunctionComponent<{ code: string }> | null>(null);
  useEffect(() => {
    import('../forms/AskForLink.tsx').then(
      ({ AskForLink }) => setShown(() => AskForLink),
      () => undefined,
    );
  }, []);
  return Shown ? <Shown code={code} /> : null;
}

/** Name, time with its zone, place. */
export function EventCard({ event }: { event: PublicEvent }) {
  const { name, place, startsAt, timeZone } = event;
  const [date, time, zone] = [
    dateText(startsAt, timeZone),
    clockText(startsAt, timeZone),
    zoneText(startsAt, timeZone),
  ];
  return (
    <SignCard class="event">
      <h1>
        <Name of={name} />
      </h1>
      <p>{t('join.when', { date, time, zone })}</p>
      {place ? (
        <p>
          <Name of={place} />
        </p>
      ) : null}
    </SignCard>
  );
}

function placesWords(left: number) {
  if (left === 0) return 'join.places.none';
  return left < PLACES_STEP ? 'join.places.few' : 'join.places';
}

function Registering({ event, code }: { event: PublicEvent; code: string }) {
  const { open, placesLeft } = event;
  return (
    <section class="join-block" aria-label={t('join.register')}>
      {open.student ? (
        <p class="places">{placesLeft === null ? null : t(placesWords(placesLeft), { places: placesLeft })}</p>
      ) : (
        <p class="places">{t('join.closed')}</p>
      )}
      <div class="join-buttons">
        {open.student ? (
          <a class="join-button primary" href={`/e/${code}/student`}>
            {t(placesLeft === 0 ? 'join.wait.student' : 'join.register.student')}
          </a>
        ) : null}
        {open.mentor ? (
          <a class="join-button" href={`/e/${code}/mentor`}>
            {t('join.register.mentor')}
          </a>
        ) : null}
      </div>
    </section>
  );
}

function Programme({ event }: { event: PublicEvent }) {
  return (
    <section class="join-block">
      <h2>{t('join.programme')}</h2>
      <ol class="programme">
        {event.programme.map(({ title, at, rounds }, index) => (
          <li key={index}>
            <span class="k-num">{clockText(at, event.timeZone)}</span>
            <span>
              {title === 'rounds'
                ? t('join.programme.rounds', { rounds, minutes: event.roundMinutes })
                : t(`join.programme.${title}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const MentorRow = ({ id, name, jobTitle, company, industry, askMeAbout }: PublicMentor) => (
  <li key={id}>
    <b>
      <Name of={name} />
    </b>
    <span>
      {[jobTitle, company, industryLabel(industry)]
        .filter((part) => part !== '')
        .map(isolated)
        .join(', ')}
    </span>
    {askMeAbout === '' ? null : <span class="join-muted">{t('join.ask', { topics: askMeAbout })}</span>}
  </li>
);

/** What the mentors' fields are like, to read before one comes. */
function Fields({ mentors }: { mentors: readonly PublicMentor[] }) {
  const fields = industriesNamed(mentors.map(({ industry }) => industry));
  if (fields.length === 0) return null;
  return (
    <>
      <h3>{t('join.fields')}</h3>
      <ul class="fields">
        {fields.map((field) => (
          <li key={field}>
            <a href={guidePath(field)}>{industryLabel(field)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** When what people say about themselves goes again. */
function OwnData({ event: { data, timeZone, open } }: { event: PublicEvent }) {
  if (!open.student && !open.mentor) return null;
  return (
    <section class="join-block">
      <h2>{t('join.data')}</h2>
      <p>
        {t('join.data.words', { morning: dateText(data.morningAt, timeZone), names: dateText(data.namesAt, timeZone) })}
      </p>
      {data.under18 ? <p>{t('join.data.under18')}</p> : null}
    </section>
  );
}

function Contact({ event: { contactName, contactEmail } }: { event: PublicEvent }) {
  if (contactName === '' && contactEmail === '') return null;
  return (
    <section class="join-block">
      <h2>{t('join.contact')}</h2>
      <p>
        <Name of={contactName} />{' '}
        {contactEmail === '' ? null : (
          <a translate={false} href={`mailto:${contactEmail}`}>
            {contactEmail}
          </a>
        )}
      </p>
    </section>
  );
}

/** One way on: what to do, and in a line how. */
export const Way = ({ icon, title, words }: { icon: IconName; title: string; words: string }) => (
  <section class="way">
    <Icon name={icon} size="1.75rem" />
    <div>
      <h2>{title}</h2>
      <p>{words}</p>
    </div>
  </section>
);
