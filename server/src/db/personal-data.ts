/**
 * Every personal column: whose it is and when it goes. A test walks the schema and fails on a column that is neither
 * here nor among the impersonal ones.
 */
export interface PersonalColumn {
  readonly owner: 'student or mentor' | 'organiser';
  /** When it has to be gone at the latest. */
  readonly expiry: Expiry;
}

export type Expiry =
  /** The morning after the event. */
  | 'next-morning'
  /** 30 days after the event, unless the person asked to be kept for the next ones. */
  | 'event+30d'
  /** With the membership: when they leave, or 24 months without a sign of life. */
  | 'membership'
  /** When the session ends: 12 hours idle or 7 days for organisers, 7 days after the event for attendees. */
  | 'session'
  /** With the account, or an invitation to one after seven days. */
  | 'account'
  /** With the event. */
  | 'event';

const attendee = (expiry: Expiry): PersonalColumn => ({ owner: 'student or mentor', expiry });

export const PERSONAL_COLUMNS: Readonly<Record<string, PersonalColumn>> = {
  'attendees.name': attendee('event+30d'),
  'attendees.email': attendee('event+30d'),
  'attendees.course': attendee('event+30d'),
  'attendees.year_of_study': attendee('event+30d'),
  'attendees.industries': attendee('event+30d'),
  'attendees.question': attendee('event+30d'),
  'attendees.access': attendee('next-morning'),
  'attendees.diet': attendee('next-morning'),
  'attendees.availability': attendee('event+30d'),
  'attendees.card': attendee('event+30d'),
  'attendees.checked_in_at': attendee('event+30d'),
  'attendees.registration': attendee('event+30d'),
  'attendees.needs': attendee('next-morning'),
  'attendees.account_id': attendee('event+30d'),
  'attendees.said_no': attendee('event+30d'),
  'attendees.badge_code': attendee('event+30d'),
  'pair_rules.one': attendee('next-morning'),
  'pair_rules.other': attendee('next-morning'),
  'pair_rules.kind': attendee('next-morning'),
  'reports.attendee_id': attendee('event+30d'),
  'reports.text': attendee('event+30d'),
  'reports.kind': attendee('event+30d'),
  'reports.about': attendee('event+30d'),
  // who is kept from whom holds as long as the two are known
  'blocks.one': attendee('membership'),
  'blocks.other': attendee('membership'),
  'mentor_asks.attendee_id': attendee('event+30d'),
  'mentor_asks.instead_of': attendee('event+30d'),
  'mentor_asks.answer': attendee('event+30d'),
  'mails.to_address': attendee('event+30d'),
  'mails.subject': attendee('event+30d'),
  'mails.body': attendee('event+30d'),
  'mails.calendar': attendee('event+30d'),
  'mails.last_error': attendee('event+30d'),
  'members.email_key': attendee('membership'),
  'members.name_key': attendee('membership'),
  'members.card': attendee('membership'),
  'members.introductions_per_month': attendee('membership'),
  'members.last_seen_at': attendee('membership'),
  'audit_lines.by': { owner: 'organiser', expiry: 'event' },
  'prints.by': { owner: 'organiser', expiry: 'event' },
  'desk_calls.attendee_id': attendee('next-morning'),
  'desk_calls.kind': attendee('next-morning'),
  'desk_calls.minutes': attendee('next-morning'),
  'desk_calls.at': attendee('next-morning'),
  'desk_calls.answered_at': attendee('next-morning'),
  'presence_words.attendee_id': attendee('next-morning'),
  'presence_words.here': attendee('next-morning'),
  'presence_words.at': attendee('next-morning'),
  'presence_words.by': attendee('next-morning'),
  'imports.changed': attendee('next-morning'),
  'imports.by': { owner: 'organiser', expiry: 'event' },
  'night_commands.by': { owner: 'organiser', expiry: 'event' },
  'sessions.first_name': { owner: 'organiser', expiry: 'session' },
  'sessions.device': { owner: 'organiser', expiry: 'session' },
  'staff.name': { owner: 'organiser', expiry: 'account' },
  'staff.email': { owner: 'organiser', expiry: 'account' },
  'staff.image': { owner: 'organiser', expiry: 'account' },
  'staff_passkeys.name': { owner: 'organiser', expiry: 'account' },
  'staff_proofs.ip_address': { owner: 'organiser', expiry: 'session' },
  'staff_proofs.user_agent': { owner: 'organiser', expiry: 'session' },
  'staff_verifications.value': { owner: 'organiser', expiry: 'session' },
  'staff_verifications.identifier': { owner: 'organiser', expiry: 'session' },
  'staff_invitations.email': { owner: 'organiser', expiry: 'account' },
  'staff_invitations.name': { owner: 'organiser', expiry: 'account' },
};

/** Columns that say nothing about a person: ids, numbers, settings, hashes. A whole table is named with `.*`. */
export const IMPERSONAL_COLUMNS: readonly string[] = [
  'events.*',
  'floor_tables.*',
  // a contact the organiser publishes
  'invitations.*',
  'table_mentors.*',
  'nights.*',
  'links.*',
  'plans.*',
  'settings.*',
  // ids that are nobody's any more
  'erasures.*',
  'event_privacy.*',
  'seated_tables.*',
  'displays.*',
  'desk_calls.event_id',
  'presence_words.event_id',
  'attendees.id',
  'attendees.event_id',
  'attendees.role',
  'attendees.standing',
  'attendees.link_generation',
  'attendees.guest_of',
  'attendees.unnamed',
  'attendees.hand_edited',
  'attendees.waiting_since',
  'attendees.member_id',
  'members.id',
  'members.created_at',
  'pair_rules.event_id',
  'pair_rules.created_at',
  // people as ids, which are nobody's once they are erased
  'audit_lines.id',
  'audit_lines.event_id',
  'audit_lines.at',
  'audit_lines.act',
  'audit_lines.person',
  'audit_lines.other',
  'audit_lines.count',
  'reports.id',
  'reports.event_id',
  'reports.key',
  'reports.at',
  'reports.settled_at',
  'blocks.event_id',
  'blocks.created_at',
  'mentor_asks.id',
  'mentor_asks.event_id',
  'mentor_asks.asked_at',
  'mentor_asks.answered_at',
  'mails.id',
  'mails.key',
  'mails.event_id',
  'mails.attendee_id',
  'mails.kind',
  'mails.state',
  'mails.attempts',
  'mails.next_attempt_at',
  'mails.created_at',
  'mails.sent_at',
  'prints.event_id',
  'prints.sheet',
  'prints.plan_version',
  'prints.at',
  'attendees.created_at',
  'night_commands.event_id',
  'night_commands.version',
  'night_commands.key',
  'night_commands.body_hash',
  'night_commands.command',
  'night_commands.at',
  'night_commands.before',
  'night_commands.phase',
  'night_commands.undone',
  'sessions.hash',
  'sessions.kind',
  'sessions.event_id',
  'sessions.attendee_id',
  'sessions.display_id',
  'sessions.link_hash',
  'sessions.created_at',
  'sessions.ended_by',
  'sessions.last_seen_at',
  'sessions.proven_at',
  'sessions.staff_id',
  ...['id', 'email_verified', 'created_at', 'updated_at', 'role', 'two_factor_enabled'].map((name) => `staff.${name}`),
  ...['id', 'token', 'expires_at', 'created_at', 'updated_at', 'staff_id'].map((name) => `staff_proofs.${name}`),
  // password hashes, and what other ways of signing in would need
  'staff_logins.*',
  ...['id', 'expires_at', 'created_at', 'updated_at'].map((name) => `staff_verifications.${name}`),
  // encrypted
  'staff_second_factors.*',
  ...['id', 'public_key', 'staff_id', 'credential_id', 'counter', 'device_type'].map(
    (name) => `staff_passkeys.${name}`,
  ),
  ...['backed_up', 'transports', 'created_at', 'aaguid'].map((name) => `staff_passkeys.${name}`),
  ...['hash', 'role', 'created_at', 'valid_until'].map((name) => `staff_invitations.${name}`),
  'helper_doors.*',
  'imports.id',
  'imports.event_id',
  'imports.applied_at',
  'imports.added',
  'imports.undone_at',
];
