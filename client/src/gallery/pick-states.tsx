import type { PersonalCard } from '@lapwing/shared/protocol/messages';
import type { JSX } from 'preact';
import { PhoneScreen } from '../phone/PhoneScreen.tsx';
import type { PhoneView } from '../phone/phone-view.ts';
import type { PicksView } from '../phone/picks.ts';
import {
  agendaPhase,
  at,
  FULL_TIMINGS,
  mentorCard,
  met,
  momentWith,
  studentCard,
  talk,
  withRound,
} from './fixtures.ts';
import { NOTES_OF, noteOf } from './note-states.tsx';
import { NO_ACTS, phoneView, picksView } from './phone-fixture.ts';
import { COLLEAGUES, opened, REQUESTS, SUGGESTED_REQUESTS, said, stands, TOM } from './pick-fixture.ts';
import type { PICK_NAMES } from './state-names.ts';

const draw = (view: PhoneView) => (): JSX.Element => <PhoneScreen view={view} acts={NO_ACTS} />;
const seated = (card: PersonalCard, picks: Partial<PicksView>, more: Partial<PhoneView> = {}) =>
  draw(phoneView(card, momentWith(talk(3), 3), at(27, 18), { picks: picksView(picks), ...more }));
const over = (card: PersonalCard, picks: Partial<PicksView>, more: Partial<PhoneView> = {}, minute = 72) =>
  draw(
    phoneView(card, momentWith({ kind: 'finished', at: at(70) }, 6), at(minute), { picks: picksView(picks), ...more }),
  );

const two = studentCard({
  rounds: withRound(3, {
    meets: [met('Oluwaseun Adébáyọ̀', 'Head of platform engineering'), met('Tom Achebe', 'Civil engineer, Longspan')],
  }),
});
const PRIYA = { PriyaRaman: said({ star: true, wish: 'introduce', line: 'Could I see how your team plans a week?' }) };
const SEVERAL = {
  ...PRIYA,
  GraceLindqvist: said({ wish: 'introduce' }),
  SamuelOkafor: said({ wish: 'not-now' }),
  HalWhitcombe: said({ star: true }),
};
const ofMentor = { limit: { perMonth: 2, taken: 0 }, colleagues: COLLEAGUES };
const mentorNotes: Pick<PhoneView, 'notes'> = {
  notes: { of: { Aisha: noteOf('Wants to see the office. Thursday?') }, waiting: 0, saidSaved: null, unkept: false },
};
const yes = said({ wish: 'introduce', at: at(71) });

/** What people say of each other, during the evening and once it is open. */
export const PICK_STATES: Readonly<Record<(typeof PICK_NAMES)[number], () => JSX.Element>> = {
  'p-pick-star': seated(studentCard(), { of: { PriyaRaman: said({ star: true }) } }),
  'p-pick-first': seated(studentCard(), { of: { PriyaRaman: said({ wish: 'introduce' }) }, firstAbout: 'PriyaRaman' }),
  'p-pick-consent': seated(studentCard(), { of: PRIYA, firstAbout: 'PriyaRaman', introductions: 'ask' }),
  'p-pick-two': seated(two, { of: { TomAchebe: said({ star: true, wish: 'introduce', line: 'Bridges!' }) } }),
  'p-pick-under-18': seated(studentCard(), { introductions: 'off', of: { PriyaRaman: said({ star: true }) } }),
  'p-pick-evening': draw(
    phoneView(studentCard(), momentWith(agendaPhase(2, 34), 3, { timings: FULL_TIMINGS }), at(40, 35), {
      ...{ picks: picksView({ of: SEVERAL }) },
      notes: { of: NOTES_OF, waiting: 0, saidSaved: null, unkept: false },
    }),
  ),
  'p-pick-mentor': seated(mentorCard(), { of: { Aisha: said({ wish: 'introduce' }), Chloe: said({ star: true }) } }),
  'p-pick-queue': seated(studentCard(), { of: PRIYA, waiting: 2 }, { status: 'offline', silentMinutes: 2 }),
  'p-bell': draw(
    phoneView(studentCard(), momentWith(agendaPhase(3, 70), 6, { timings: FULL_TIMINGS }), at(72), {
      picks: picksView({ of: SEVERAL, after: opened({ standings: [stands('PriyaRaman', 'confirm')] }) }),
    }),
  ),
  'p-both-confirm': over(studentCard(), {
    of: SEVERAL,
    after: opened({ standings: [stands('PriyaRaman', 'confirm'), stands('GraceLindqvist', 'confirm')] }),
  }),
  'p-both-agreed': over(
    studentCard(),
    {
      of: { PriyaRaman: { ...yes, at: at(81, 30) }, GraceLindqvist: yes },
      after: opened({ standings: [stands('PriyaRaman', 'agreed'), stands('GraceLindqvist', 'sent')] }),
    },
    {},
    82,
  ),
  'p-both-mixed': over(studentCard(), {
    of: {
      ...{ PriyaRaman: yes, GraceLindqvist: yes, SamuelOkafor: yes, TomAchebe: said({ wish: 'not-now' }) },
      ...{ InesCarvalho: yes, HalWhitcombe: yes },
    },
    after: opened({
      standings: [
        stands('PriyaRaman', 'passed-on', TOM),
        stands('GraceLindqvist', 'asked'),
        stands('SamuelOkafor', 'declined'),
        stands('InesCarvalho', 'full'),
        stands('HalWhitcombe', 'over'),
      ],
    }),
  }),
  'p-both-missing': over(studentCard(), {
    introductions: 'ask',
    of: PRIYA,
    after: opened({ missing: ['consent', 'address', 'proof'], standings: [stands('PriyaRaman', 'confirm')] }),
  }),
  'p-requests': over(mentorCard(), { after: opened({ ...ofMentor, requests: REQUESTS }) }, mentorNotes),
  'p-requests-full': over(
    mentorCard(),
    {
      of: { Aisha: yes, Ben: yes, Oluwaseun: yes },
      after: opened({
        ...{ ...ofMentor, limit: { perMonth: 2, taken: 1 }, requests: REQUESTS },
        standings: [stands('Aisha', 'sent'), stands('Ben', 'agreed'), stands('Oluwaseun', 'full')],
      }),
    },
    mentorNotes,
  ),
  'p-requests-none': over(mentorCard(), { after: opened(ofMentor) }),
  'p-requests-passed': over(mentorCard(), {
    of: { Aisha: said({ wish: 'pass-on', to: TOM.id }), Ben: said({ wish: 'not-now' }) },
    after: opened({ ...ofMentor, requests: REQUESTS }),
  }),
  'p-requests-suggested': over(mentorCard(), { after: opened({ ...ofMentor, requests: SUGGESTED_REQUESTS }) }),
  'p-suggested': over(studentCard(), {
    of: { TomAchebe: yes, GraceLindqvist: said({ at: at(72) }) },
    after: opened({ suggested: COLLEAGUES, standings: [stands('TomAchebe', 'asked')] }),
  }),
  'p-requests-student': over(studentCard(), {
    of: PRIYA,
    after: opened({
      requests: [
        {
          ...{ from: TOM.id, name: TOM.name, about: TOM.line, round: 4, line: 'You asked good things about bridges.' },
          answer: null,
        },
      ],
      standings: [stands('PriyaRaman', 'asked')],
    }),
  }),
};
