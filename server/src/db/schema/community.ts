import type { Profile } from '@lapwing/shared/community/profile';
import type { IntroRequestId, MemberId } from '@lapwing/shared/kernel/ids';
import type { Language } from '@lapwing/shared/kernel/language';
import type { WhyNone } from '@lapwing/shared/matching/match';
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { members } from './people.ts';

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
