import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import type { SeatLock } from '@lapwing/shared/event/seat-lock';
import type { TableId } from '@lapwing/shared/kernel/ids';
import type { ImportPreview } from '@lapwing/shared/protocol/import-api';
import { at } from '../fixtures.ts';
import { EVENT, EVENTS, LENDING, MEI, OFF } from './console-evening.ts';
import { everybody, floor, inventedPlan, LENT, students } from './invented-evening.ts';
import type { Look } from './looks.ts';
import { TEAM } from './team-fixture.ts';

const NOTHING = { people: [], tables: [], plan: null, staff: { displays: [], phones: 0 } };
const preview = (more: Partial<ImportPreview>): ImportPreview => ({
  ...{ format: 'luma', role: 'student', fileName: 'guests.csv', sheet: '', digest: 'd', mappedBy: 'guess', same: 31 },
  counts: { rows: 58, unique: 52, duplicate: 2, cancelled: 2, waiting: 1, invalid: 1 },
  columns: [
    { header: 'name', subject: 'name', examples: ['Aisha Karim', 'Ben Adeyemi'] },
    { header: 'email', subject: 'email', examples: ['aisha@example.org'] },
    { header: 'What do you study?', subject: 'course', examples: ['Economics', 'Law', 'History'] },
    { header: 'approval_status', subject: 'status', examples: ['approved', 'declined'] },
  ],
  new: students
    .slice(0, 14)
    .map(({ name, email, role, standing }, record) => ({ record, name, email, role, standing, flags: [] })),
  changed: students.slice(14, 17).map(({ name, email, role, standing }, record) => ({
    ...{ record: 20 + record, name, email, role, standing, flags: [], fields: ['course'] },
  })),
  ...{ kept: [], missing: [], walkIns: [], problems: [], guests: { added: 0, cancelled: 0, changed: 0 } },
  ...more,
});
const file = (): File => new File(['name,email\n'], 'guests.csv', { type: 'text/csv' });
const previewed = (more: Partial<ImportPreview> = {}): Look => ({
  at: 'people',
  scene: { plan: null, replies: { [`POST ${EVENT}/imports/preview`]: preview(more) } },
  steps: [{ press: 'people.import' }, { file: file() }],
});
const first = students[0] ?? { name: '', email: '' };

/** The plan that people follow while a newer one is looked at: two rounds are the other way round. */
const [one = {}, two = {}, three = {}, ...others] = inventedPlan().schedule.rounds;
const earlier = inventedPlan({
  ...{ version: 2, status: 'published', aim: 'wishes', madeAt: at(-120) },
  schedule: { rounds: [one, three, two, ...others] },
});

/** Of three tables everybody's seat in round 2, and a seat that this plan does not have. */
const LOCKED: readonly SeatLock[] = [
  ...Object.entries(two)
    .slice(0, 3)
    .flatMap(([table, seating]) => seating.students.map((person) => ({ round: 2, person, table: table as TableId }))),
  ...Object.entries(one)
    .slice(0, 1)
    .flatMap(([table, seating]) =>
      seating.students.slice(0, 1).map((person) => ({ round: 3, person, table: table as TableId })),
    ),
];

/** The console before the night. */
export const BEFORE_LOOKS = {
  'o-sign-in': { scene: { replies: { 'GET /api/console/door': { ...MEI, me: null } } } },
  'o-sign-in-first': { scene: { replies: { 'GET /api/console/door': { ...MEI, me: null, isNew: true } } } },
  'o-sign-in-plain': { scene: { replies: { 'GET /api/console/door': { ...MEI, me: null, maySignIn: false } } } },
  'o-events': {},
  'o-events-none': { scene: { replies: { 'GET /api/events': [] } } },
  'o-events-off': { scene: { replies: { 'GET /api/events': EVENTS.map((one) => ({ ...one, cancelled: true })) } } },
  'o-team': { at: '/team', scene: { replies: { 'GET /api/staff': TEAM } } },
  'o-set-up': { at: 'set-up', scene: { plan: inventedPlan() } },
  'o-set-up-what-if': { at: 'set-up', steps: [{ on: '.what-if summary' }, { into: '.what-if input', text: '19:45' }] },
  'o-set-up-cancel': { at: 'set-up', steps: [{ on: '.cancel .danger' }, { see: '.cancel-told' }] },
  'o-set-up-off': { at: 'set-up', scene: { detail: OFF } },
  'o-set-up-new': {
    at: 'set-up',
    scene: {
      ...NOTHING,
      replies: {
        [`GET ${EVENT}/invitation`]: {
          ...{ invitation: CLOSED_INVITATION, address: 'http://192.168.1.20:3000/e/KQ4T', stayedAway: null },
          places: { places: null, active: 0, line: [] },
        },
      },
    },
  },
  'o-people': { at: 'people' },
  'o-people-none': { at: 'people', scene: NOTHING },
  'o-people-person': { at: 'people', steps: [{ on: 'main table button' }] },
  'o-people-add': { at: 'people', steps: [{ press: 'people.add' }] },
  'o-people-waitlist': {
    at: 'people',
    scene: {
      people: everybody.map((one, index) =>
        index > 54 ? { ...one, standing: 'waiting', unconfirmed: index > 56 } : one,
      ),
      replies: LENDING,
    },
    steps: [{ press: 'people.filter.waiting' }],
  },
  'o-people-unconfirmed': { at: '/events/careers/people/unconfirmed', scene: { people: LENT, replies: LENDING } },
  'o-people-kept': {
    at: '/events/careers/people/unconfirmed',
    scene: { people: LENT, replies: LENDING },
    steps: [{ on: 'main table button' }],
  },
  'o-import': { at: 'people', scene: { plan: null }, steps: [{ press: 'people.import' }] },
  'o-import-preview': previewed(),
  'o-import-problems': previewed({
    problems: [
      { record: 12, outcome: 'invalid', name: 'Farah', reason: 'email-malformed', field: 'email', value: 'farah@' },
      {
        record: 31,
        outcome: 'duplicate',
        name: first.name,
        reason: 'duplicate-of',
        field: 'email',
        value: first.email,
      },
    ],
    missing: students.slice(40, 43).map(({ id, name, email }) => ({ id, name, email })),
    walkIns: [
      { record: 44, role: 'student', name: 'Sam Doyle', email: '', standing: 'active', flags: [], known: false },
    ],
  }),
  'o-import-refused': {
    at: 'people',
    scene: { plan: null, replies: { [`POST ${EVENT}/imports/preview`]: { error: { code: 'file-not-recognised' } } } },
    steps: [{ press: 'people.import' }, { file: file() }],
  },
  'o-floor': { at: 'floor' },
  'o-floor-none': { at: 'floor', scene: NOTHING },
  'o-plan': { at: 'plan', scene: { plan: inventedPlan() } },
  'o-plan-published': { at: 'plan' },
  'o-plan-none': { at: 'plan', scene: { plan: null } },
  'o-plan-few-seats': { at: 'plan', scene: { plan: null, tables: floor.map((one) => ({ ...one, seats: 4 })) } },
  'o-plan-nobody': { at: 'plan', scene: NOTHING },
  'o-plan-person': {
    at: 'plan',
    scene: { plan: inventedPlan() },
    steps: [{ into: '.person-finder input', text: first.name }],
  },
  'o-plan-outdated': { at: 'plan', scene: { plan: inventedPlan({ outdated: true }) } },
  'o-plan-making': {
    at: 'plan',
    scene: {
      plan: null,
      staff: { planning: { aim: 'wishes', done: 42, tried: 42_000, of: 100_000, gained: 310, stopping: false } },
    },
  },
  'o-plan-by-hand': { at: 'plan', scene: { plan: inventedPlan() }, steps: [{ press: 'plan.by-hand' }] },
  'o-plan-locked': {
    at: 'plan',
    scene: { plan: inventedPlan(), replies: { [`GET ${EVENT}/seat-locks`]: LOCKED } },
    steps: [{ press: 'plan.by-hand' }, { on: 'td[data-round="2"] button.seat' }],
  },
  'o-plan-compare': {
    at: 'plan',
    scene: {
      plan: inventedPlan(),
      replies: { [`GET ${EVENT}/plans`]: [inventedPlan(), earlier], [`GET ${EVENT}/plan/2`]: earlier },
    },
    steps: [{ press: 'plan.compare' }, { see: '.compare-moves' }],
  },
  'o-plan-compare-none': { at: 'plan', scene: { plan: inventedPlan() }, steps: [{ press: 'plan.compare' }] },
  'o-plan-again': { at: 'plan', scene: { plan: inventedPlan() }, steps: [{ press: 'plan.again' }] },
} satisfies Record<string, Look>;
