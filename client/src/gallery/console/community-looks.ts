import { INVENTED_KEEPER } from '@lapwing/shared/community/invented';
import { NO_KEEPER } from '@lapwing/shared/community/keeper';
import type { Ask } from '@lapwing/shared/community/profile';
import { memberId } from '@lapwing/shared/kernel/ids';
import { after, days } from '@lapwing/shared/kernel/time';
import type { Reason } from '@lapwing/shared/matching/candidates';
import type {
  CommunityView,
  Funnel,
  MembersPage,
  PastImport,
  Person,
  ProposalSeen,
} from '@lapwing/shared/protocol/community-api';
import { at } from '../fixtures.ts';
import type { Look } from './looks.ts';

const person = (name: string, headline: string, years: number): Person => ({
  ...{ id: memberId(name), name, headline, years },
});
const SEUN = person('Oluwaseun Adébáyọ̀-Fitzgerald', 'Studies economics, second year', 0);
const AISHA = person('Aisha Khan', 'Studies law', 0);
const BEN = person('Ben Okafor', 'First job: data analyst at a charity', 1);
const PRIYA = person('Priya Raman', 'Head of data at a bank', 12);
const TOM = person('Tom Achebe', 'Product manager, started as a lawyer', 6);
const LENA = person('Lena Ruiz', 'CTO of a company of forty', 17);

const ASK: Ask = {
  ...{ industries: ['banking'], roles: ['data-scientist'], stepsAhead: null, languages: [] },
  line: 'Do I need a master’s degree to begin, or is a good project enough?',
};
const REASON: Reason = {
  ...{ code: 'role-and-industry', role: 'data-scientist', industry: 'banking', years: 12 },
  ...{ yearsOf: 'work', stepsAhead: 4, language: 'en', metAtTable: false, waitedDays: 9, badLuck: 0 },
};
const proposal = (id: string, asker: Person, mentor: Person, more: Partial<ProposalSeen> = {}): ProposalSeen => ({
  ...{ id, asker, mentor, ask: ASK, askedAt: after(at(0), days(-9)), reason: REASON, timesMet: 0 },
  ...{ load: { taken: 1, perMonth: 3 }, state: 'proposed', by: '', openBy: '', goesAt: null },
  ...more,
});
const KEEPER = {
  ...{ community: 'Careers friends of Lapwing Road', name: 'Kim Adébáyọ̀ and the careers team' },
  contact: 'careers@lapwing-road.example.org',
};
/** As the demo begins. */
const DEMO = { keeper: INVENTED_KEEPER, invented: { members: 38, keeper: true } };
const PROPOSALS = [
  proposal('one', SEUN, PRIYA),
  proposal('two', AISHA, TOM, {
    ask: { ...ASK, industries: [], roles: ['product'], stepsAhead: 2, line: '' },
    reason: {
      ...{ ...REASON, code: 'role', role: 'product', industry: null },
      ...{ years: 3, yearsOf: 'role', stepsAhead: 2, badLuck: 1 },
    },
    openBy: 'Nadia',
  }),
  proposal('three', BEN, LENA, {
    ask: { ...ASK, industries: [], roles: [], line: 'How did you know that it was time to lead?' },
    reason: { ...REASON, code: 'anything', role: null, industry: null, years: 17, stepsAhead: 5, metAtTable: true },
    timesMet: 2,
  }),
];
const VIEW: CommunityView = {
  at: at(0),
  joinAt: 'https://night.example.org/community',
  keeper: KEEPER,
  invented: { members: 0, keeper: false },
  counts: { members: 2_041, giving: 388, unconfirmed: 12, requests: 63 },
  run: { at: after(at(0), days(-2)), served: 50, left: 3, longestWaitDays: 21, optimal: true },
  nextRunAt: after(at(0), days(5)),
  proposals: PROPOSALS,
  without: [
    { asker: BEN, ask: { ...ASK, industries: ['games'], roles: [], line: '' }, why: 'nobody-free' },
    { asker: AISHA, ask: { ...ASK, industries: ['media'], roles: [], line: '' }, why: 'nobody-in-field' },
  ],
  ...{ missed: [], inSlack: [] },
  underWay: [
    { asker: SEUN, mentor: LENA, phase: 'asked', since: after(at(0), days(-1)), nextAt: after(at(0), days(2)) },
    { asker: BEN, mentor: TOM, phase: 'introduced', since: after(at(0), days(-6)), nextAt: after(at(0), days(1)) },
    { asker: AISHA, mentor: PRIYA, phase: 'met', since: after(at(0), days(-3)), nextAt: null },
  ],
};
const MISSED: CommunityView['missed'] = [
  {
    ...{ id: 'mail-one', to: 'ben@example.org', subject: 'You are introduced', state: 'refused' },
    ...{ reason: '550 5.1.1 No such user here', at: after(at(0), days(-1)) },
  },
  {
    ...{ id: 'mail-two', to: 'priya@bank.example.org', subject: 'Can we introduce you to somebody?', state: 'unsure' },
    ...{ reason: '', at: after(at(0), days(-2)) },
  },
];
const IN_SLACK: CommunityView['inSlack'] = [
  {
    ...{ id: 'in-slack', asker: BEN.name, mentor: PRIYA.name, at: after(at(0), days(-1)) },
    reason: 'The conversation is too long to look for it.',
  },
];
const MEMBERS: MembersPage = {
  byHand: true,
  total: 2_041,
  members: [SEUN, AISHA, BEN, PRIYA, TOM, LENA].map((one, index) => ({
    ...one,
    email: `${one.name.toLowerCase().split(' ')[0]}@example.org`,
    industries: index % 2 === 0 ? ['banking', 'software'] : ['law'],
    ...{ perMonth: one.years > 3 ? 3 : 0, confirmed: index !== 2, origin: 'joined', introductions: index },
    lastSeenAt: after(at(0), days(-index * 7)),
  })),
};
const FUNNEL: Funnel = { came: 412, picked: 301, introduced: 188, met: 121, inTouch: null };

/** The first so many are approved. */
const approved = (count: number): readonly ProposalSeen[] =>
  PROPOSALS.map((one, nth) => (nth < count ? { ...one, state: 'approved', by: 'Mei', goesAt: at(1) } : one));

const imported = (id: string, more: Partial<PastImport>): PastImport => ({
  ...{ id, kind: 'members', at: after(at(0), days(-9)), by: 'Mei', fileName: 'members.csv', rows: 40, added: 0 },
  ...{ changed: 0, same: 0, undoneAt: null, asked: 0, toAsk: 0, undo: { removes: 0, restores: 0, stays: {} } },
  ...more,
});
const IMPORTS: readonly PastImport[] = [
  imported('made', {
    ...{ kind: 'introductions', fileName: 'introductions-until-summer.csv', rows: 31, added: 28, same: 3 },
    undo: { removes: 26, restores: 0, stays: { answered: 2 } },
  }),
  imported('members', {
    ...{ rows: 2_003, added: 1_961, changed: 31, same: 11, asked: 1_420, toAsk: 304, at: after(at(0), days(-30)) },
    undo: { removes: 1_604, restores: 28, stays: { 'their-word': 270, 'later-import': 2, introduced: 88 } },
  }),
  imported('old', {
    ...{ fileName: '', by: '', at: after(at(0), days(-400)), added: 40, undoneAt: after(at(0), days(-390)) },
    undo: { removes: 0, restores: 0, stays: { 'their-word': 3 } },
  }),
  imported('agreed', {
    ...{ fileName: 'friends.csv', at: after(at(0), days(-410)), added: 2, rows: 2, asked: 2 },
    undo: { removes: 0, restores: 0, stays: { 'their-word': 2 } },
  }),
];

const page = (
  view: Partial<CommunityView>,
  part = 'queue',
  more: Look['steps'] = [],
  imports: readonly PastImport[] = IMPORTS,
): Look => ({
  at: `/community/${part}`,
  scene: {
    replies: {
      'GET /api/community': { ...VIEW, ...view },
      'GET /api/community/members': MEMBERS,
      'GET /api/community/funnel': FUNNEL,
      'GET /api/community/imports': imports,
      'GET /api/events': [],
      'POST /api/community/imports': {
        ...{ id: 'i', kind: 'members', rows: 2_003, added: 1_961, changed: 31, same: 6, applied: false },
        problems: [
          { row: 17, field: 'email', code: 'email-invalid', value: 'seun at example' },
          { row: 208, field: 'years', code: 'not-a-number', value: 'many' },
        ],
      },
      ...Object.fromEntries(PROPOSALS.map(({ id }) => [`PUT /api/community/proposals/${id}/open`, null])),
      'PUT /api/community/proposals/one': { ...VIEW, proposals: approved(1) },
      'PUT /api/community/proposals/two': { ...VIEW, proposals: approved(2) },
    },
  },
  steps: more,
});

const file = new File(['name,email\n'], 'members.csv', { type: 'text/csv' });

/** The community's page of the console, in every state. */
export const COMMUNITY_LOOKS = {
  'o-community-queue': page({}, 'queue', [{ see: '.proposal' }]),
  'o-community-approved': page({}, 'queue', [{ see: '.proposal' }, { key: 'a' }, { key: 'a' }, { see: '.undo-strip' }]),
  'o-community-empty': page({ proposals: [], without: [] }, 'queue', [{ see: '.queue .empty' }]),
  'o-community-under-way': page({}, 'under-way', [{ see: '.table-box' }]),
  'o-community-missed': page({ missed: MISSED }, 'under-way', [{ see: '.team-list' }]),
  'o-community-in-slack': page({ inSlack: IN_SLACK }, 'under-way', [{ see: '.team-list' }]),
  'o-community-members': page({}, 'members', [{ see: '.table-box' }]),
  'o-community-import': page({}, 'import', [{ file }, { see: '.import-problems' }]),
  'o-community-past-imports': page({}, 'import', [{ press: 'undo.plain', nth: 1 }, { see: '.past-follows' }]),
  'o-community-nothing-imported': page({}, 'import', [{ see: '.note' }], []),
  'o-community-figures': page({}, 'figures', [{ see: '.funnel' }]),
  'o-community-invented': page({ ...DEMO }, 'queue', [{ see: '.proposal' }]),
  'o-community-invented-sure': page({ ...DEMO }, 'members', [
    { press: 'community.invented.remove' },
    { see: '.danger' },
  ]),
  'o-community-invented-keeper': page({ ...DEMO, invented: { members: 0, keeper: true } }, 'queue', [
    { see: '.proposal' },
  ]),
  'o-community-unsaid': page({ keeper: NO_KEEPER }, 'queue', [{ see: '.proposal' }]),
  'o-community-keeper': page({}, 'keeper', [{ see: '.community-page form [type=submit]' }]),
  'o-community-keeper-empty': page({ keeper: NO_KEEPER }, 'keeper', [{ see: '.community-page form [type=submit]' }]),
  'o-community-keeper-wrong': page({ keeper: NO_KEEPER }, 'keeper', [
    { see: '.community-page form [type=submit]' },
    { into: '.community-page form input', text: 'Careers friends' },
    { on: '.community-page form [type=submit]' },
    { see: '.error' },
  ]),
} as const satisfies Readonly<Record<string, Look>>;
