import type { RoomChange } from '@lapwing/shared/event/room-change';
import type { RoomTonight } from '@lapwing/shared/event/room-tonight';
import type { Schedule } from '@lapwing/shared/event/schedule';
import type { TableId } from '@lapwing/shared/kernel/ids';
import type { PlanBasis } from '@lapwing/shared/protocol/api';
import type { PlanReport } from '@lapwing/shared/rotation/report';
import type { Aim } from '@lapwing/shared/rotation/solve';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { eventRef } from './events.ts';
import { attendeeRef } from './people.ts';

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

/** Seats that stay when the evening is planned again. */
export const seatLocks = sqliteTable(
  'seat_locks',
  {
    eventId: eventRef(),
    attendeeId: attendeeRef().notNull(),
    /** From 1. */
    round: integer('round').notNull(),
    /** Not a reference: a table that is gone from the floor says so on the plan page. */
    tableId: text('table_id').$type<TableId>().notNull(),
    createdAt: at('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.attendeeId, table.round] }), index('seat_locks_by_event').on(table.eventId)],
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
    /** What each table card says, as hashes; '' for sheets that are of their plan and no other. */
    mark: text('mark').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.eventId, table.sheet] })],
);

/** Badges that hang on people: of which plan, and a hash of what each says, so that those that are wrong can be named. */
export const badgePrints = sqliteTable(
  'badge_prints',
  {
    attendeeId: attendeeRef().primaryKey(),
    eventId: eventRef(),
    planVersion: integer('plan_version').notNull(),
    at: at('at').notNull(),
    mark: text('mark').notNull(),
  },
  (table) => [index('badge_prints_by_event').on(table.eventId)],
);
