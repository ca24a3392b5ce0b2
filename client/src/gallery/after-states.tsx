import type { CommunityOffer } from '@lapwing/shared/protocol/community-api';
import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import type { JSX } from 'preact';
import { HomeScreenOffer } from '../phone/AddToHomeScreen.tsx';
import { PhoneScreen } from '../phone/PhoneScreen.tsx';
import { afterParts } from '../phone/parts.ts';
import type { PhoneView } from '../phone/phone-view.ts';
import type { Joining } from '../phone/StayInCommunity.tsx';
import { stayCard } from '../phone/stay-part.ts';
import { at, mentorCard, momentWith, studentCard } from './fixtures.ts';
import { NOTES_OF, noteOf } from './note-states.tsx';
import { NO_ACTS, phoneView } from './phone-fixture.ts';
import type { AFTER_NAMES } from './state-names.ts';

await afterParts.fetch();
const { StayCard } = await stayCard.fetch();

const over = momentWith({ kind: 'finished', at: at(70) }, 6);

const screen = (card: PersonalCard, more: Partial<PhoneView> = {}, moment = over) => {
  const view = phoneView(card, moment, at(71), more);
  return (): JSX.Element => <PhoneScreen view={view} acts={NO_ACTS} />;
};
const notes = (of: PhoneView['notes']['of']): Pick<PhoneView, 'notes'> => ({
  notes: { of, waiting: 0, saidSaved: null, unkept: false },
});

const STUDENT: CommunityOffer = {
  ...{ state: 'offered', address: '' },
  profile: {
    ...{ name: 'Oluwaseun Adébáyọ̀-Fitzgerald', email: 'oluwaseun@students.example.org' },
    ...{ headline: 'Studies economics, second year', languages: ['en'] },
    ...{ industries: ['banking', 'energy', 'health'], roles: [], years: 0, perMonth: 0, pausedUntil: null },
  },
};
const MENTOR: CommunityOffer = {
  ...{ state: 'offered', address: '' },
  profile: {
    ...{ name: 'Priya Raman', email: 'priya@bank.example.org', headline: 'Head of data at a bank', languages: ['en'] },
    ...{ industries: ['banking'], roles: [{ role: 'data-scientist', years: null }] },
    ...{ years: 12, perMonth: 3, pausedUntil: null },
  },
};
const stays =
  (offer: CommunityOffer, joining: Joining = 'not-yet') =>
  (): JSX.Element => (
    <div class="phone">
      <main>
        <StayCard offer={offer} joining={joining} onJoin={() => undefined} />
      </main>
    </div>
  );

/** Once the evening is over. */
export const AFTER_STATES: Readonly<Record<(typeof AFTER_NAMES)[number], () => JSX.Element>> = {
  'p-finished': screen(studentCard()),
  'p-cut-short': screen(studentCard(), {}, momentWith({ kind: 'finished', at: at(40) }, 4)),
  'p-after': screen(studentCard(), notes(NOTES_OF)),
  'p-after-mentor': screen(mentorCard(), notes({ Aisha: noteOf('Wants to see the office. Thursday?') })),
  'p-after-answered': screen(studentCard({ rounds: [] }), {
    feedback: { answers: { worth: 'yes', time: 'short' }, waiting: false },
  }),
  'p-home': () => <HomeScreenOffer way="ask" onAdd={() => undefined} />,
  'p-home-by-hand': () => <HomeScreenOffer way="by-hand" onAdd={() => undefined} />,
  'p-after-offered': stays(STUDENT),
  'p-after-offered-mentor': stays(MENTOR),
  'p-after-joining': stays(STUDENT, 'joining'),
  'p-after-join-refused': stays(STUDENT, 'refused'),
  'p-after-join-silent': stays(STUDENT, 'silent'),
  'p-after-member': stays({ state: 'member', profile: null, address: '#/community' }),
  'p-after-offline': screen(studentCard(), {
    ...{ ...notes(NOTES_OF), status: 'offline', silentMinutes: 75 },
    feedback: { answers: { worth: 'yes' }, waiting: true },
  }),
};
