/** Every table of the database, room by room: what a repository, a migration or a test may name. */
export * from './schema/audit.ts';
export * from './schema/community.ts';
export * from './schema/doors.ts';
export * from './schema/events.ts';
export * from './schema/feedback.ts';
export * from './schema/floor.ts';
export * from './schema/introductions.ts';
export * from './schema/mails.ts';
export * from './schema/night.ts';
export * from './schema/notes.ts';
export * from './schema/people.ts';
export * from './schema/plans.ts';
export * from './schema/privacy.ts';
export * from './schema/slack.ts';
export * from './schema/staff.ts';
export * from './schema/trust.ts';
