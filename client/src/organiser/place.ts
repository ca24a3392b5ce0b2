import { type EventId, eventId } from '@lapwing/shared/kernel/ids';

/** The sections of an event, in the order of the work. */
export const SECTIONS = ['set-up', 'people', 'floor', 'plan', 'live', 'after'] as const;
/** Pages of the event besides: `print` is reached from Plan and from Live, `guide` from Live, `outbox` from People, `reports` from the header, `audit` from Set up and After. */
export const PAGES = ['print', 'guide', 'outbox', 'reports', 'audit'] as const;
export type Section = (typeof SECTIONS)[number] | (typeof PAGES)[number];

/** What a matchmaker does, the most frequent first. */
export const COMMUNITY_PARTS = ['queue', 'under-way', 'members', 'import', 'figures', 'keeper'] as const;
export type CommunityPart = (typeof COMMUNITY_PARTS)[number];

/** Where in the console somebody is; kept in the hash of the address. */
export type Place =
  | { readonly kind: 'events' }
  /** Who runs evenings here, and one's own account. */
  | { readonly kind: 'team' }
  /** Members and introductions between evenings. */
  | { readonly kind: 'community'; readonly part: CommunityPart }
  /** `part`: what of the section, where it has parts. */
  | { readonly kind: 'event'; readonly id: EventId; readonly section: Section; readonly part?: string }
  /** A one-time secret: exchanged for a session and removed at once. `next` is the hash to go on to, '' for none. */
  | { readonly kind: 'secret'; readonly secret: string; readonly next: string };

const isSection = (text: string | undefined): text is Section =>
  [...SECTIONS, ...PAGES].some((section) => section === text);

/**
 * Reads `#/events/<id>/<section>`; a hash without a leading slash is a secret, which may be followed by such a place;
 * anything else is the list of events.
 */
export function placeOf(hash: string): Place {
  const text = hash.startsWith('#') ? hash.slice(1) : hash;
  if (text !== '' && !text.startsWith('/')) {
    const [secret = '', ...place] = text.split('/');
    return { kind: 'secret', secret, next: place.length > 0 ? `#/${place.join('/')}` : '' };
  }
  const [first, id, section, part] = text.split('/').filter((part) => part !== '');
  if (first === 'team') return { kind: 'team' };
  if (first === 'community') return { kind: 'community', part: COMMUNITY_PARTS.find((part) => part === id) ?? 'queue' };
  if (first !== 'events' || id === undefined) return { kind: 'events' };
  const place = { kind: 'event', id: eventId(decodeURIComponent(id)) } as const;
  if (!isSection(section)) return { ...place, section: 'set-up' };
  return { ...place, section, ...(part === undefined ? {} : { part: decodeURIComponent(part) }) };
}

/** The hash of an event's section, for links. */
export const sectionHash = (id: EventId, section: Section): string => `#/events/${encodeURIComponent(id)}/${section}`;
/** The hash of the page to print, with those sheets chosen; null for those that the page offers first. */
export const printHash = (id: EventId, sheets: readonly string[] | null): string =>
  sheets === null ? sectionHash(id, 'print') : `${sectionHash(id, 'print')}/${sheets.join('+') || 'none'}`;
export const EVENTS_HASH = '#/';
export const TEAM_HASH = '#/team';
export const communityHash = (part: CommunityPart = 'queue'): string => `#/community/${part}`;

/** The address that signs a device in, and leads it to a section of an event. */
export const leadingTo = (signInUrl: string, id: EventId, section: Section): string =>
  signInUrl + sectionHash(id, section).slice(1);

/** The secret in what somebody pasted: a bare secret, or the whole printed address; '' when there is none. */
export function secretIn(pasted: string): string {
  const text = pasted.trim();
  const hash = text.lastIndexOf('#');
  if (hash < 0) return text.includes('/') ? '' : text;
  const place = placeOf(text.slice(hash));
  return place.kind === 'secret' ? place.secret : '';
}

const CHECK_IN = '/check-in';

/** The check-in has a page of its own: the only one whose camera may read codes. */
export const checkInAddress = (id: EventId): string => `${CHECK_IN}#/events/${encodeURIComponent(id)}`;
export const isCheckIn = (pathname: string): boolean => pathname.replace(/\/+$/u, '') === CHECK_IN;

/** The badge that the check-in was opened with, by a phone's own camera; null for none. */
export const badgeIn = (hash: string): string | null => /\/badge\/([^/]+)$/u.exec(hash)?.[1] ?? null;
