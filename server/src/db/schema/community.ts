import type { Profile, Typed } from '@lapwing/shared/community/profile';
import type { IntroRequestId, MemberId, StaffId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import type { Reason } from '@lapwing/shared/matching/candidates';
import type { WhyNone } from '@lapwing/shared/matching/match';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { members } from './people.ts';
import { staff } from './staff.ts';

/** A row that goes with its member. Needs an index. */
export const memberRef = (column = 'member_id') =>
  text(column)
    .$type<MemberId>()
    .references(() => members.id, { onDelete: 'cascade' });

/** Members of the community: what they tell, and what they agreed to. */
export const communityProfiles = sqliteTable(
  'community_profiles',
  {
    memberId: memberRef().primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    headline: text('headline').notNull(),
    languages: text('languages', { mode: 'json' }).$type<readonly string[]>().notNull(),
    industries: text('industries', { mode: 'json' }).$type<readonly string[]>().notNull(),
    roles: text('roles', { mode: 'json' }).$type<Profile['roles']>().notNull(),
    years: real('years').notNull(),
    perMonth: integer('per_month').notNull(),
    pausedUntil: at('paused_until'),
    /** In which we write to them. */
    language: text('language').$type<Language>().notNull(),
    /** When they agreed to be kept, and that their address goes to the other side; null where they did not. */
    memberConsentAt: at('member_consent_at'),
    introductionsConsentAt: at('introductions_consent_at'),
    /** Null until whoever has the mailbox said that it was they; until then all of it is what somebody typed. */
    confirmedAt: at('confirmed_at'),
    origin: text('origin').$type<'joined' | 'evening' | 'import'>().notNull(),
    /** Which of their links counts; the next one takes its place when it is first opened. */
    linkGeneration: integer('link_generation').notNull().default(1),
    joinedAt: at('joined_at').notNull(),
    /** The address they want instead, until they typed the code that went there; '' for none. */
    newEmail: text('new_email').notNull().default(''),
    /** How often another address took the place of theirs: the links of questions mailed before then end with it. */
    addressChanges: integer('address_changes').notNull().default(0),
    /** What was typed into the form since, and when: it counts for nothing until they take it over on their page. */
    again: text('again', { mode: 'json' }).$type<Typed>(),
    againAt: at('again_at'),
  },
  (table) => [index('community_profiles_by_email').on(table.email)],
);

/** What members ask for. */
export const introRequests = sqliteTable(
  'intro_requests',
  {
    id: text('id').$type<IntroRequestId>().primaryKey(),
    memberId: memberRef().notNull(),
    /** Made by the page: one request, however often it is sent. */
    key: text('key').notNull(),
    industries: text('industries', { mode: 'json' }).$type<readonly string[]>().notNull(),
    roles: text('roles', { mode: 'json' }).$type<readonly string[]>().notNull(),
    stepsAhead: integer('steps_ahead'),
    languages: text('languages', { mode: 'json' }).$type<readonly string[]>().notNull(),
    line: text('line').notNull(),
    askedAt: at('asked_at').notNull(),
    state: text('state').$type<'open' | 'introduced' | 'ended' | 'withdrawn'>().notNull(),
    endedAt: at('ended_at'),
    /** Why the last run had nobody for it; null where it had somebody, or none was made since. */
    why: text('why').$type<WhyNone>(),
  },
  (table) => [
    uniqueIndex('intro_requests_by_key').on(table.memberId, table.key),
    index('intro_requests_by_state').on(table.state),
  ],
);

/** Runs of the queue. */
export const communityRuns = sqliteTable('community_runs', {
  id: text('id').primaryKey(),
  /** One run, however often a press is sent; of the clock's, the day. */
  key: text('key').notNull().unique(),
  at: at('at').notNull(),
  served: integer('served').notNull(),
  left: integer('left').notNull(),
  longestWaitDays: integer('longest_wait_days').notNull(),
  /** Whether no other matching is worth more, as its own prices prove. */
  optimal: integer('optimal', { mode: 'boolean' }).notNull(),
});

/**
 * proposed: nobody has decided; approved: the mentor is asked at `goesAt`; asked: they have not answered; then yes, no, silent;
 * skipped by a matchmaker; withdrawn: the asker took it back after the mentor was asked.
 */
export type ProposalState = 'proposed' | 'approved' | 'asked' | 'skipped' | 'yes' | 'no' | 'silent' | 'withdrawn';
/** Of these there is one for a request at a time. */
export const LIVE_STATES = ['proposed', 'approved', 'asked'] as const;

/** Whom a request was, or may be, given to. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id')
      .$type<IntroRequestId>()
      .notNull()
      .references(() => introRequests.id, { onDelete: 'cascade' }),
    asker: memberRef('asker_id').notNull(),
    mentor: memberRef('mentor_id').notNull(),
    reason: text('reason', { mode: 'json' }).$type<Reason>().notNull(),
    state: text('state').$type<ProposalState>().notNull(),
    madeAt: at('made_at').notNull(),
    /** First name of the matchmaker who decided; '' for nobody. */
    by: text('decided_by').notNull().default(''),
    decidedAt: at('decided_at'),
    /** When what was decided cannot be taken back any more. */
    goesAt: at('goes_at'),
    askedAt: at('asked_at'),
    answeredAt: at('answered_at'),
    /** The one that was skipped for it. */
    insteadOf: text('instead_of'),
  },
  (table) => [
    uniqueIndex('proposals_live').on(table.requestId).where(sql`state IN ('proposed', 'approved', 'asked')`),
    index('proposals_by_request').on(table.requestId),
    index('proposals_by_asker').on(table.asker),
    index('proposals_by_mentor').on(table.mentor),
    index('proposals_by_state').on(table.state),
  ],
);

/** A file of members, or of earlier introductions, that was taken over. */
export const communityImports = sqliteTable('community_imports', {
  id: text('id').primaryKey(),
  kind: text('kind').$type<'members' | 'introductions'>().notNull(),
  appliedAt: at('applied_at').notNull(),
  rows: integer('rows').notNull(),
  same: integer('same').notNull(),
  /** When something of it was taken back last. */
  undoneAt: at('undone_at'),
  /** Who took it over; null once they have no account any more. */
  by: text('by_staff')
    .$type<StaffId>()
    .references(() => staff.id, { onDelete: 'set null' }),
  /** As the organiser's machine called it; '' once it has gone (C17). */
  fileName: text('file_name').notNull().default(''),
  added: integer('added').notNull().default(0),
  changed: integer('changed').notNull().default(0),
  /** How many were asked by mail whether they agree. */
  asked: integer('asked').notNull().default(0),
});

/**
 * Members whom an import added or changed, with what they were before; null for who was not there. The row of who was
 * taken back goes.
 */
export const communityImportRows = sqliteTable(
  'community_import_rows',
  {
    importId: text('import_id')
      .notNull()
      .references(() => communityImports.id, { onDelete: 'cascade' }),
    memberId: memberRef().notNull(),
    before: text('before', { mode: 'json' }).$type<Profile>(),
    /** When they were asked by mail because of it whether they agree. */
    askedAt: at('asked_at'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.memberId] }),
    index('community_import_rows_by_member').on(table.memberId),
  ],
);
