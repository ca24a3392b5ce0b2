import '../community/community.css';
import { NO_KEEPER } from '@lapwing/shared/community/keeper';
import type { Ask, Profile } from '@lapwing/shared/community/profile';
import { introRequestId } from '@lapwing/shared/kernel/ids';
import { after, days } from '@lapwing/shared/kernel/time';
import type { OwnMembership as Membership, OwnRequest, QuestionPage } from '@lapwing/shared/protocol/community-api';
import type { JSX } from 'preact';
import { AskLinkView } from '../community/AskLink.tsx';
import { JoinCommunityView, joinProblems } from '../community/JoinCommunity.tsx';
import { setKeeper } from '../community/keeper.ts';
import { OwnMembership } from '../community/OwnMembership.tsx';
import type { Own, OwnActs } from '../community/own.ts';
import { Question, type QuestionState } from '../community/Question.tsx';
import { STARTS_AT } from './fixtures.ts';
import type { COMMUNITY_NAMES } from './state-names.ts';

const never = async (): Promise<boolean> => false;
const ACTS: OwnActs = {
  ...{ save: never, ask: never, takeBack: never, proveAddress: never },
  ...{ notMine: never, settleAgain: never, download: never, leave: never },
};

const PROFILE: Profile = {
  ...{ name: 'Oluwaseun Adébáyọ̀-Fitzgerald', email: 'oluwaseun@students.example.org' },
  ...{ headline: 'Studies economics, second year', languages: ['en', 'fr'], industries: ['banking', 'consulting'] },
  ...{ roles: [{ role: 'data-analyst', years: null }], years: 0, perMonth: 0, pausedUntil: null },
};
const GIVER: Profile = {
  ...PROFILE,
  ...{ name: 'Priya Raman', email: 'priya@bank.example.org', headline: 'Head of data at a bank' },
  ...{ years: 12, roles: [{ role: 'data-analyst', years: 5 }], perMonth: 2 },
};
const ASK: Ask = {
  ...{ industries: ['banking'], roles: ['data-scientist'], stepsAhead: null, languages: [] },
  line: 'Do I need a master’s degree to begin, or is a good project enough?',
};
const request = (id: string, more: Partial<OwnRequest>): OwnRequest => ({
  ...{ id: introRequestId(id), ask: ASK, at: after(STARTS_AT, days(-9)), stands: 'waiting', why: null, withName: '' },
  ...more,
});
const PAGE: Membership = {
  ...{ at: STARTS_AT, profile: PROFILE, typed: null, mayConfirm: true, newEmail: '', seen: '', again: null },
  consents: { member: true, introductions: true },
  ...{ requests: [], given: { made: 0, met: 0, thisMonth: 0, thanks: [] }, waiting: [] },
};
const GIVEN = {
  ...{ made: 14, met: 9, thisMonth: 1 },
  thanks: ['Half an hour with you saved me a year.', 'Thank you for the honest answer about nights.'],
};

const own = (state: Own) => () => <OwnMembership own={state} acts={ACTS} />;
const page = (more: Partial<Membership>) => own({ kind: 'page', page: { ...PAGE, ...more }, trouble: null });

const EMPTY = { ...PROFILE, name: '', email: '', headline: '', industries: [], roles: [], languages: ['en'] };
const NO_CONSENT = { member: false, introductions: false };
const join = (filled: boolean, state: 'filling' | 'sent' | 'unsent' | 'silent') => () => {
  const form = filled
    ? { profile: PROFILE, consents: PAGE.consents, ask: ASK, asks: true }
    : { profile: EMPTY, consents: NO_CONSENT, ask: ASK, asks: false };
  return (
    <JoinCommunityView
      {...{ form, problems: [], tried: 0, state }}
      change={() => undefined}
      onSend={async () => undefined}
    />
  );
};

const QUESTION: QuestionPage = {
  ...{
    question: 'introduce',
    side: 'mentor',
    state: 'open',
    answer: null,
    firstName: 'Priya',
    line: ASK.line,
    reason: null,
  },
  other: { firstName: 'Oluwaseun', headline: 'Studies economics, second year' },
  passOn: 'Somebody would like to talk to a data scientist in a bank.\n\nhttps://lapwing.example.org/community',
};
const question = (state: QuestionState) => () => <Question state={state} chosen={null} onSend={never} />;
const asked = (more: Partial<QuestionPage>) => question({ kind: 'page', page: { ...QUESTION, ...more } });

const KEEPER = {
  ...{ community: 'Careers friends of Lapwing Road', name: 'Kim Adébáyọ̀ and the careers team' },
  contact: 'careers@lapwing-road.example.org',
};

type States = Readonly<Record<(typeof COMMUNITY_NAMES)[number], () => JSX.Element>>;

const STATES: States = {
  'm-join': join(false, 'filling'),
  'm-join-kept': join(false, 'filling'),
  'm-join-filled': join(true, 'silent'),
  'm-join-wrong': () => {
    const form = { profile: EMPTY, consents: NO_CONSENT, ask: ASK, asks: false };
    return (
      <JoinCommunityView
        {...{ form, problems: joinProblems(form), tried: 1, state: 'filling' }}
        change={() => undefined}
        onSend={async () => undefined}
      />
    );
  },
  'm-sent': join(true, 'sent'),
  'm-unsent': join(true, 'unsent'),
  'm-link': () => <AskLinkView email="" state="missing" onEmail={() => undefined} onSend={async () => undefined} />,
  'm-invalid': own({ kind: 'invalid' }),
  'm-was-it-you': page({ profile: null, typed: PROFILE, requests: [request('one', {})] }),
  'm-written': page({ profile: null, typed: GIVER, consents: NO_CONSENT }),
  'm-was-elsewhere': page({ profile: null, typed: PROFILE, mayConfirm: false }),
  'm-gone': own({ kind: 'gone' }),
  'm-own': page({}),
  'm-own-kept': page({}),
  'm-own-again': page({
    again: {
      profile: { ...PROFILE, headline: 'Looks for work in a bank', years: 1, perMonth: 2 },
      ...{ introductions: false, ask: ASK, seen: 'what-was-shown' },
    },
  }),
  'm-own-asks': page({
    newEmail: 'seun@new.example.org',
    requests: [
      request('one', { why: 'others-first' }),
      request('two', { stands: 'asked' }),
      request('three', { stands: 'introduced', withName: 'Priya Raman' }),
      request('four', { ask: { ...ASK, line: '' } }),
    ],
  }),
  'm-own-gives': page({
    ...{ profile: GIVER, given: GIVEN },
    waiting: [{ firstName: 'Oluwaseun', line: ASK.line, address: '/introductions/k3v9' }],
  }),
  'm-own-paused': page({
    profile: { ...GIVER, pausedUntil: after(STARTS_AT, days(30)) },
    given: { ...GIVEN, thanks: [] },
  }),
  'm-own-failed': own({ kind: 'page', page: PAGE, trouble: { is: 'silent' } }),
  'm-question': asked({}),
  'm-question-kept': asked({}),
  'm-question-met': asked({ question: 'met' }),
  'm-question-in-touch': asked({ question: 'in-touch' }),
  'm-question-yes': asked({ state: 'answered', answer: 'yes', other: { firstName: '', headline: '' }, line: '' }),
  'm-question-over': asked({ state: 'over', other: { firstName: '', headline: '' }, line: '' }),
  'm-question-invalid': question({ kind: 'invalid' }),
};

/** States follow each other on one page: those that end in `-kept` say whose community it is, all others that nobody said. */
const keptBy = ([name, state]: [string, () => JSX.Element]) => [
  name,
  () => {
    setKeeper(name.endsWith('-kept') ? KEEPER : NO_KEEPER);
    return state();
  },
];

/** Every state of the community's pages, by name. */
export const COMMUNITY_STATES = Object.fromEntries(Object.entries(STATES).map(keptBy)) as States;
