import './picks.css';
import { firstName } from '@lapwing/shared/event/roster';
import type { AttendeeId } from '@lapwing/shared/kernel/ids';
import type { IntroRequestSeen, AfterBell as Opened } from '@lapwing/shared/protocol/introductions-api';
import { type RequestShown, Requests } from '../introductions/Requests.tsx';
import { t as introWord } from '../introductions/words.ts';
import { clockText, dateText } from '../kit/figures.ts';
import { Name } from '../kit/Name.tsx';
import type { AfterProps } from './AfterPart.tsx';
import { MissingTerms } from './MissingTerms.tsx';
import type { PhoneView } from './phone-view.ts';
import { meetingsOf } from './recap.ts';
import { Suggested } from './Suggested.tsx';
import { goesOutBy, standingOf, standingWords } from './standing.ts';

/** What opens with the last bell: whom both want, what is missing first, and who asks. */
export function AfterBell({ view, acts }: AfterProps) {
  const { after, introductions } = view.picks;
  if (!after || introductions === 'off') return null;
  const mentor = view.card.role === 'mentor';
  return (
    <>
      <BothWant view={view} acts={acts} />
      <Suggested view={view} acts={acts} />
      <MissingTerms view={view} acts={acts} />
      {mentor || after.requests.length > 0 ? (
        <Requests
          title={introWord('intro.requests')}
          requests={after.requests.map((request) => shown(view, request))}
          limit={after.limit && { ...after.limit, taken: after.limit.taken + comingOf(view, after) }}
          colleagues={after.colleagues}
          none={introWord('intro.requests.none', { day: dateText(after.until, view.card.timeZone) })}
          onAnswer={(from, wish, to) => acts.sayPick(from, { wish, to })}
          onPerMonth={(perMonth) => acts.setTerms({ perMonth })}
        />
      ) : null}
    </>
  );
}

/** A request with what this person knows of it: their own answer, their note, and how it stands. */
function shown(view: PhoneView, request: IntroRequestSeen): RequestShown {
  const person = { id: request.from, name: request.name };
  const stands = standingOf(view.picks, request.from);
  const pick = view.picks.of[request.from];
  return {
    ...request,
    answer: pick ? pick.wish : request.answer,
    to: pick?.to ?? null,
    note: view.notes.of[request.from]?.text ?? '',
    ...(stands ? { stands: standingWords(view, person, stands) } : {}),
    sent: stands?.is === 'sent',
  };
}

/** Introductions that both want and that are not made yet: they count against the limit too. */
const comingOf = (view: PhoneView, { standings, requests }: Opened): number => {
  const people = new Set<AttendeeId>([...standings.map(({ about }) => about), ...requests.map(({ from }) => from)]);
  const coming = [...people].filter((id) => ['agreed', 'confirm'].includes(standingOf(view.picks, id)?.is ?? ''));
  // who are suggested together count as one
  return new Set(coming.map((id) => requests.find(({ from }) => from === id)?.suggestion ?? id)).size;
};

/** Those both want and this person has said so before the bell, with one press for all; and those that are on their way. */
function BothWant({ view, acts }: AfterProps) {
  const { after } = view.picks;
  const both = (after?.standings ?? []).flatMap(({ about }) => {
    const stands = standingOf(view.picks, about);
    return stands && ['confirm', 'agreed', 'full', 'sent'].includes(stands.is) ? [{ about, stands }] : [];
  });
  if (both.length === 0) return null;
  const waiting = both.filter(({ stands }) => stands.is === 'confirm');
  const only = both.length === 1 ? waiting[0] : undefined;
  const by = waiting[0] && goesOutBy(view, waiting[0].about);
  return (
    <section class="block both">
      <h2>
        {only ? introWord('intro.both.you', { name: firstName(nameOf(view, only.about)) }) : introWord('intro.both')}
      </h2>
      {only ? null : (
        <ul>
          {both.map(({ about, stands }) => (
            <li key={about} data-stands={stands.is}>
              <p>
                <b>
                  <Name of={nameOf(view, about)} />
                </b>
              </p>
              {stands.is === 'confirm' ? null : (
                <p>{standingWords(view, { id: about, name: nameOf(view, about) }, stands)}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {waiting.length === 0 ? null : (
        <>
          <button type="button" class="both-confirm" onClick={() => acts.confirmPicks()}>
            {introWord('intro.confirm', { count: waiting.length })}
          </button>
          <p class="muted">
            {after?.missing.length
              ? introWord('intro.stands.missing')
              : by
                ? introWord('intro.confirm.words', { time: clockText(by, view.card.timeZone) })
                : introWord('intro.stands.agreed.soon')}
          </p>
        </>
      )}
    </section>
  );
}

/** Whoever was met, asks, or was named by somebody who passed this person on. */
export function nameOf(view: PhoneView, id: AttendeeId): string {
  const { requests = [], standings = [], suggested = [] } = view.picks.after ?? {};
  return (
    meetingsOf(view).find(({ person }) => person.id === id)?.person.name ??
    requests.find(({ from }) => from === id)?.name ??
    standings.find(({ passedTo }) => passedTo?.id === id)?.passedTo?.name ??
    suggested.find((one) => one.id === id)?.name ??
    ''
  );
}
