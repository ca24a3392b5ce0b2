import type { CallKind } from '@lapwing/shared/event/desk-call';
import type { Boundary, WhoMoves } from '@lapwing/shared/event/event';
import type { MailKind, MailState } from '@lapwing/shared/event/mail';
import type { PresenceVoice } from '@lapwing/shared/event/presence';
import {
  EMPTY_REGISTRATION,
  NO_NEEDS,
  type PairRule,
  type Registration,
  type SeatNeeds,
} from '@lapwing/shared/event/registration';
import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { RoomTonight } from '@lapwing/shared/event/room-tonight';
import { type AttendeeRole, EMPTY_CARD, type MentorCard, type Standing } from '@lapwing/shared/event/roster';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { AttendeeId, DisplayId, EventId, MemberId, TableId } from '@lapwing/shared/kernel/ids';
import type { Instant } from '@lapwing/shared/kernel/time';
import type { LiveCommand, Moment } from '@lapwing/shared/live/state';
import type { PlanBasis } from '@lapwing/shared/protocol/api';
import type { DisplayLayout } from '@lapwing/shared/protocol/messages';
import type { DetailField } from '@lapwing/shared/roster-import/roster-file';
import type { PlanReport } from '@lapwing/shared/rotation/report';
import type { Aim } from '@lapwing/shared/rotation/solve';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Instants are kept as whole milliseconds since 1970 UTC. */
const at = (name: string) => integer(name).$type<Instant>();

export const events = sqliteTable('events', {
  id: text('id').$type<EventId>().primaryKey(),
  code: text('code').notNull().unique(),
  name: text('name').notNull(),
  place: text('place').notNull(),
  startsAt: at('starts_at').notNull(),
  timeZone: text('time_zone').notNull(),
  rounds: integer('rounds').notNull(),
  roundMinutes: integer('round_minutes').notNull(),
  changeoverMinutes: integer('changeover_minutes').notNull(),
  breakAfterRound: integer('break_after_round').notNull(),
  breakMinutes: integer('break_minutes').notNull(),
  whoMoves: text('who_moves').$type<WhoMoves>().notNull(),
  boundary: text('boundary').$type<Boundary>().notNull(),
  displayId: text('display_id').$type<DisplayId>().notNull().unique(),
  createdAt: at('created_at').notNull(),
  deletedAt: at('deleted_at'),
  talkBegins: text('talk_begins').$type<Boundary>().notNull().default('auto'),
  welcomeMinutes: integer('welcome_minutes').notNull().default(0),
  panelMinutes: integer('panel_minutes').notNull().default(0),
  freeTalkMinutes: integer('free_talk_minutes').notNull().default(0),
  /** Whether people may say on their own page that they are here. */
  selfCheckIn: integer('self_check_in', { mode: 'boolean' }).notNull().default(true),
});

const anyEventRef = () =>
  text('event_id')
    .$type<EventId>()
    .references(() => events.id, { onDelete: 'cascade' });
const eventRef = () => anyEventRef().notNull();

export const attendees = sqliteTable(
  'attendees',
  {
    id: text('id').$type<AttendeeId>().primaryKey(),
    eventId: eventRef(),
    role: text('role').$type<AttendeeRole>().notNull(),
    standing: text('standing').$type<Standing>().notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    course: text('course').notNull(),
    yearOfStudy: text('year_of_study').notNull(),
    industries: text('industries', { mode: 'json' }).$type<readonly string[]>().notNull(),
    question: text('question').notNull(),
    access: text('access').notNull(),
    diet: text('diet').notNull(),
    availability: text('availability').notNull(),
    card: text('card', { mode: 'json' }).$type<MentorCard>().notNull(),
    checkedInAt: at('checked_in_at'),
    linkGeneration: integer('link_generation').notNull().default(1),
    createdAt: at('created_at').notNull(),
    registration: text('registration', { mode: 'json' }).$type<Registration>().notNull().default(EMPTY_REGISTRATION),
    needs: text('needs', { mode: 'json' }).$type<SeatNeeds>().notNull().default(NO_NEEDS),
    /** Null in rows older than badges; filled at the next start. */
    badgeCode: text('badge_code').unique(),
    /** The number of the account at the tool of the import, where it gives no address. */
    accountId: text('account_id').notNull().default(''),
    /** Whose guest this is. */
    guestOf: text('guest_of').$type<AttendeeId>(),
    unnamed: integer('unnamed', { mode: 'boolean' }).notNull().default(false),
    /** Fields that the organiser changed by hand: an import leaves them. */
    handEdited: text('hand_edited', { mode: 'json' }).$type<readonly DetailField[]>().notNull().default([]),
    /** Since when on the waitlist; its order. */
    waitingSince: at('waiting_since'),
    memberId: text('member_id')
      .$type<MemberId>()
      .references(() => members.id, { onDelete: 'set null' }),
  },
  (table) => [index('attendees_by_event').on(table.eventId)],
);

/** A row that goes with its person, or forgets them. Needs an index: without one, whoever is removed costs a walk through the table. */
const attendeeRef = (column = 'attendee_id', onDelete: 'cascade' | 'set null' = 'cascade') =>
  text(column)
    .$type<AttendeeId>()
    .references(() => attendees.id, { onDelete });

/** People across events: who asked to be kept on file, recognised by address and name. */
export const members = sqliteTable(
  'members',
  {
    id: text('id').$type<MemberId>().primaryKey(),
    emailKey: text('email_key').notNull(),
    nameKey: text('name_key').notNull(),
    createdAt: at('created_at').notNull(),
    /** The last time they registered, came or answered. */
    lastSeenAt: at('last_seen_at').notNull(),
    /** What a mentor said last time, offered again for the next event. */
    card: text('card', { mode: 'json' }).$type<MentorCard>().notNull().default(EMPTY_CARD),
    introductionsPerMonth: integer('introductions_per_month'),
  },
  (table) => [uniqueIndex('members_by_keys').on(table.emailKey, table.nameKey)],
);

/** The public side of an event; an event without a row has it closed. */
export const invitations = sqliteTable('invitations', {
  eventId: eventRef().primaryKey(),
  open: integer('open', { mode: 'boolean' }).notNull(),
  about: text('about').notNull(),
  capacity: integer('capacity'),
  overbookPercent: integer('overbook_percent').notNull(),
  showMentors: integer('show_mentors', { mode: 'boolean' }).notNull(),
  contactName: text('contact_name').notNull(),
  contactEmail: text('contact_email').notNull(),
  closesAt: at('closes_at'),
});

/** Who is never, and who always, at one table. */
export const pairRules = sqliteTable(
  'pair_rules',
  {
    eventId: eventRef(),
    one: attendeeRef('one').notNull(),
    other: attendeeRef('other').notNull(),
    kind: text('kind').$type<PairRule['kind']>().notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.one, table.other] }), index('pair_rules_by_other').on(table.other)],
);

/** A reserve mentor who was asked to step in. */
export const mentorAsks = sqliteTable(
  'mentor_asks',
  {
    id: text('id').primaryKey(),
    eventId: eventRef(),
    attendeeId: attendeeRef().notNull(),
    /** Whose place it is. */
    insteadOf: attendeeRef('instead_of', 'set null'),
    askedAt: at('asked_at').notNull(),
    answer: text('answer').$type<'yes' | 'no' | 'too-late'>(),
    answeredAt: at('answered_at'),
  },
  (table) => [index('mentor_asks_by_attendee').on(table.attendeeId), index('mentor_asks_by_place').on(table.insteadOf)],
);

/** E-mail on its way: written in the transaction that wants it sent, sent after. */
export const mails = sqliteTable(
  'mails',
  {
    id: text('id').primaryKey(),
    /** What it is for, e.g. "confirmation:ID:1": the same key is never written twice. */
    key: text('key').notNull().unique(),
    eventId: anyEventRef(),
    attendeeId: attendeeRef(),
    kind: text('kind').$type<MailKind>().notNull(),
    to: text('to_address').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** An iCalendar object to go with it; '' for none. */
    calendar: text('calendar').notNull(),
    state: text('state').$type<MailState>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    nextAttemptAt: at('next_attempt_at'),
    /** What the other side said, of the last attempt that failed. */
    lastError: text('last_error').notNull().default(''),
    createdAt: at('created_at').notNull(),
    sentAt: at('sent_at'),
  },
  (table) => [
    index('mails_by_state').on(table.state, table.nextAttemptAt),
    index('mails_by_attendee').on(table.attendeeId),
  ],
);

/** Which plan the paper in the room is of. */
export const prints = sqliteTable(
  'prints',
  {
    eventId: eventRef(),
    sheet: text('sheet').notNull(),
    planVersion: integer('plan_version').notNull(),
    at: at('at').notNull(),
    by: text('by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.sheet] })],
);

export const floorTables = sqliteTable(
  'floor_tables',
  {
    id: text('id').$type<TableId>().primaryKey(),
    eventId: eventRef(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    seats: integer('seats').notNull(),
    stepFree: integer('step_free', { mode: 'boolean' }).notNull(),
    column: integer('grid_column').notNull(),
    row: integer('grid_row').notNull(),
    quiet: integer('quiet', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [uniqueIndex('floor_tables_by_number').on(table.eventId, table.number)],
);

export const tableMentors = sqliteTable('table_mentors', {
  attendeeId: attendeeRef().primaryKey(),
  eventId: eventRef(),
  tableId: text('table_id')
    .$type<TableId>()
    .notNull()
    .references(() => floorTables.id, { onDelete: 'cascade' }),
  /** 0 or 1: who is named first. */
  chair: integer('chair').notNull(),
});

/** A plan mended while its evening ran: what for, for which room, and where the evening stood. */
export interface Repair {
  readonly change: RoomChange;
  /** The room that the plan is for. */
  readonly room: RoomTonight;
  /** The plan that people followed. */
  readonly basedOn: number;
  readonly done: number;
  readonly current: number | null;
}

/** Plans never change once made; which one is published stands in the night's moment. */
export const plans = sqliteTable(
  'plans',
  {
    eventId: eventRef(),
    version: integer('version').notNull(),
    basis: text('basis').$type<PlanBasis>().notNull(),
    madeAt: at('made_at').notNull(),
    /** Hash of everything the plan was made from; another hash today means that it is outdated. */
    inputsHash: text('inputs_hash').notNull(),
    schedule: text('schedule', { mode: 'json' }).$type<Schedule>().notNull(),
    report: text('report', { mode: 'json' }).$type<PlanReport>().notNull(),
    seed: integer('seed').notNull(),
    /** Moves the search was to try. */
    iterations: integer('iterations').notNull(),
    /** Made to show what *Start* would do: nobody asked for it, so it is no draft on the plan page. */
    forStart: integer('for_start', { mode: 'boolean' }).notNull(),
    /** Moves after which it was stopped; null when it came to its end. */
    stoppedAfter: integer('stopped_after'),
    aim: text('aim').$type<Aim>().notNull().default('balanced'),
    /** The plan that this one was changed from by hand; null for one that a search found. */
    editedFrom: integer('edited_from'),
    /** Null for a plan made before *Start*. */
    repair: text('repair', { mode: 'json' }).$type<Repair>(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.version] })],
);

/** The truth for a restart: one row a night, written with every command. */
export const nights = sqliteTable('nights', {
  eventId: eventRef().primaryKey(),
  version: integer('version').notNull(),
  moment: text('moment', { mode: 'json' }).$type<Moment>().notNull(),
});

/** The audit and the undo stack. */
export const nightCommands = sqliteTable(
  'night_commands',
  {
    eventId: eventRef(),
    /** The version of the night that the command made. */
    version: integer('version').notNull(),
    /** Idempotency key of the press; null when the clock did it. */
    key: text('key'),
    bodyHash: text('body_hash'),
    command: text('command', { mode: 'json' }).$type<LiveCommand>().notNull(),
    /** First name of who pressed; '' for the clock. */
    by: text('by').notNull(),
    at: at('at').notNull(),
    before: text('before', { mode: 'json' }).$type<Moment>().notNull(),
    phase: text('phase', { mode: 'json' }).$type<Moment['phase']>().notNull(),
    undone: integer('undone', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.version] }),
    uniqueIndex('night_commands_by_key').on(table.eventId, table.key),
  ],
);

/** What people told the desk from their phones. */
export const deskCalls = sqliteTable(
  'desk_calls',
  {
    eventId: eventRef(),
    attendeeId: attendeeRef().notNull(),
    kind: text('kind').$type<CallKind>().notNull(),
    minutes: integer('minutes').notNull(),
    at: at('at').notNull(),
    answeredAt: at('answered_at'),
  },
  (table) => [primaryKey({ columns: [table.attendeeId, table.kind] })],
);

/** The newest word about whether somebody is here: a word that was said earlier and comes later does not undo it. */
export const presenceWords = sqliteTable('presence_words', {
  attendeeId: attendeeRef().primaryKey(),
  eventId: eventRef(),
  here: integer('here', { mode: 'boolean' }).notNull(),
  at: at('at').notNull(),
  by: text('by').$type<PresenceVoice>().notNull(),
});

/** Tables at which everybody sits, as one of them said. */
export const seatedTables = sqliteTable(
  'seated_tables',
  {
    eventId: eventRef(),
    round: integer('round').notNull(),
    tableId: text('table_id').$type<TableId>().notNull(),
    at: at('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.round, table.tableId] })],
);

/** Pages that show the display, each with the cookie it came with. */
export const displays = sqliteTable('displays', {
  id: text('id').primaryKey(),
  eventId: eventRef(),
  sessionHash: text('session_hash').notNull().unique(),
  name: text('name').notNull(),
  layout: text('layout').$type<DisplayLayout>().notNull().default('auto'),
  createdAt: at('created_at').notNull(),
});

/** Only the hash of a link's secret is kept. */
export const links = sqliteTable(
  'links',
  {
    hash: text('hash').primaryKey(),
    eventId: eventRef(),
    attendeeId: attendeeRef(),
    displayId: text('display_id').$type<DisplayId>(),
    createdAt: at('created_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (table) => [index('links_by_attendee').on(table.attendeeId)],
);

/** What an opened link or a sign-in became: a cookie, kept as its hash. `eventId` is null for the console. */
export const sessions = sqliteTable(
  'sessions',
  {
    hash: text('hash').primaryKey(),
    /** registration: not a cookie, but the key with which somebody registered: it opens nothing. */
    kind: text('kind').$type<'console' | 'attendee' | 'display' | 'registration'>().notNull(),
    eventId: anyEventRef(),
    attendeeId: attendeeRef(),
    displayId: text('display_id').$type<DisplayId>(),
    linkHash: text('link_hash'),
    firstName: text('first_name').notNull().default(''),
    createdAt: at('created_at').notNull(),
    lastSeenAt: at('last_seen_at').notNull(),
  },
  (table) => [index('sessions_by_attendee').on(table.attendeeId)],
);

/** What the organiser chose beside the settings of an event, e.g. the address that links begin with. */
export const settings = sqliteTable('settings', {
  key: text('key').$type<'link-host' | `no-reminder:${EventId}` | `columns:${string}`>().primaryKey(),
  value: text('value').notNull(),
});

/** An applied import and what it changed, so that it can be taken back whole. */
export const imports = sqliteTable('imports', {
  id: text('id').primaryKey(),
  eventId: eventRef(),
  appliedAt: at('applied_at').notNull(),
  by: text('by').notNull(),
  added: text('added', { mode: 'json' }).$type<readonly AttendeeId[]>().notNull(),
  /** The rows as they were before, of those the import changed, and how it left them standing; older imports lack that. */
  changed: text('changed', { mode: 'json' })
    .$type<readonly (typeof attendees.$inferSelect & { readonly became?: Standing })[]>()
    .notNull(),
  undoneAt: at('undone_at'),
});
