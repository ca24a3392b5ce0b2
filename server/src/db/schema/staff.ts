import type { StaffRole } from '@lapwing/shared/event/staff';
import type { StaffId } from '@lapwing/shared/kernel/ids';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { at } from './columns.ts';
import { eventRef } from './events.ts';

/** better-auth reads and writes dates; they are kept as milliseconds since 1970 like all instants. */
const date = (name: string) => integer(name, { mode: 'timestamp_ms' });
const flag = (name: string) => integer(name, { mode: 'boolean' });

/** Who may run evenings. The tables up to `staffPasskeys` have the columns that better-auth asks for. */
export const staff = sqliteTable('staff', {
  id: text('id').$type<StaffId>().primaryKey(),
  /** As the log calls them. */
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: flag('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: date('created_at').notNull(),
  updatedAt: date('updated_at').notNull(),
  role: text('role').$type<StaffRole>().notNull(),
  twoFactorEnabled: flag('two_factor_enabled').notNull().default(false),
});

const staffRef = () =>
  text('staff_id')
    .$type<StaffId>()
    .notNull()
    .references(() => staff.id, { onDelete: 'cascade' });

/** Proofs of a sign-in that is minutes old: what changes an account asks for one. Being signed in is a row of `sessions`. */
export const staffProofs = sqliteTable(
  'staff_proofs',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    expiresAt: date('expires_at').notNull(),
    createdAt: date('created_at').notNull(),
    updatedAt: date('updated_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: staffRef(),
  },
  (table) => [index('staff_proofs_by_staff').on(table.userId)],
);

/** Passwords, hashed with argon2id. */
export const staffLogins = sqliteTable(
  'staff_logins',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: staffRef(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: date('access_token_expires_at'),
    refreshTokenExpiresAt: date('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: date('created_at').notNull(),
    updatedAt: date('updated_at').notNull(),
  },
  (table) => [index('staff_logins_by_staff').on(table.userId)],
);

/** Half-done sign-ins: second factors that are awaited, mailed links, passkey challenges. */
export const staffVerifications = sqliteTable(
  'staff_verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: date('expires_at').notNull(),
    createdAt: date('created_at').notNull(),
    updatedAt: date('updated_at').notNull(),
  },
  (table) => [index('staff_verifications_by_identifier').on(table.identifier)],
);

/** Keys of authenticator apps and recovery codes, both encrypted with a key from the data folder. */
export const staffSecondFactors = sqliteTable(
  'staff_second_factors',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: staffRef(),
    verified: flag('verified').default(true),
    failedVerificationCount: integer('failed_verification_count').default(0),
    lockedUntil: date('locked_until'),
  },
  (table) => [index('staff_second_factors_by_staff').on(table.userId)],
);

export const staffPasskeys = sqliteTable(
  'staff_passkeys',
  {
    id: text('id').primaryKey(),
    name: text('name'),
    publicKey: text('public_key').notNull(),
    userId: staffRef(),
    credentialID: text('credential_id').notNull(),
    counter: integer('counter').notNull(),
    deviceType: text('device_type').notNull(),
    backedUp: flag('backed_up').notNull(),
    transports: text('transports'),
    createdAt: date('created_at'),
    aaguid: text('aaguid'),
  },
  (table) => [index('staff_passkeys_by_staff').on(table.userId)],
);

/** One-time links with which somebody joins, or chooses a new password; only the hash is kept. */
export const staffInvitations = sqliteTable('staff_invitations', {
  hash: text('hash').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  role: text('role').$type<StaffRole>().notNull(),
  createdAt: at('created_at').notNull(),
  validUntil: at('valid_until').notNull(),
});

/** The code with which helpers join for tonight: derived, as links are, from the event and a number that grows. */
export const helperDoors = sqliteTable('helper_doors', {
  eventId: eventRef().primaryKey(),
  generation: integer('generation').notNull(),
  openUntil: at('open_until').notNull(),
});
