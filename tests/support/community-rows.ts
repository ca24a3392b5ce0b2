import { emailKey, nameKey } from '@lapwing/shared/roster-import/keys';
import type Database from 'better-sqlite3';

/** A member who confirmed and agreed to both, as rows of a data file. */
export interface MemberRows {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly years: number;
  readonly perMonth: number;
  /** What they ask for a product manager; null for nothing. */
  readonly line: string | null;
}

/** Writes members and what they ask for, so many days ago, into the data of a server that runs. */
export function writeMembers(db: Database.Database, members: readonly MemberRows[], now: number, daysAgo = 7): void {
  const member = db.prepare(
    'INSERT INTO members (id, email_key, name_key, created_at, last_seen_at) VALUES (?,?,?,?,?)',
  );
  const profile = db.prepare(
    `INSERT INTO community_profiles (member_id, name, email, headline, languages, industries, roles, years, per_month,
       language, member_consent_at, introductions_consent_at, confirmed_at, origin, joined_at)
     VALUES (?,?,?,'','["en"]','[]',?,?,?,'en',?,?,?,'joined',?)`,
  );
  const request = db.prepare(
    `INSERT INTO intro_requests (id, member_id, key, industries, roles, languages, line, asked_at, state)
     VALUES (?,?,?,'[]','["product"]','[]',?,?,'open')`,
  );
  for (const { id, name, email, years, perMonth, line } of members) {
    const at = now - daysAgo * 86_400_000;
    const roles = years === 0 ? [] : [{ role: 'product', years }];
    member.run(id, emailKey(email), nameKey(name), at, now);
    profile.run(id, name, email, JSON.stringify(roles), years, perMonth, at, at, at, at);
    if (line !== null) request.run(`request-${id}`, id, `key-of-${id}`, line, at);
  }
}
