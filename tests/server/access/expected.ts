import type { Access, Caller as Who } from '@lapwing/shared/protocol/access';
import type { Whose } from './addresses.ts';

const DONE = [200, 204, 409, 422];
/** Whether whoever got this answer came through the door, also where what they asked for could not be done. */
export const isLetIn = (status: number): boolean => DONE.includes(status);

/** What the access table promises to whoever asks, as the statuses that keep the promise. */
export function expected(route: string, access: Access, who: Who, whose: Whose): readonly number[] {
  // Slack is off
  if (access.door === 'slack') return [404];
  if (access.door === 'anybody') {
    if (route === 'GET /api/auth/passkey/generate-authenticate-options') return [200];
    // the same answer whether there is such an account
    if (route === 'POST /api/auth/sign-in/magic-link') return [200];
    // nothing that these hold proves anything; at last even trying is slowed down
    if (route.includes('/api/auth/')) return [400, 401, 429];
    if (/console\/(join|mailed-link)$/u.test(route)) return [404];
    if (/:code\/(event|waiting|way|students|mentors)$/u.test(route) && whose === 'missing') return [404];
    if (route === 'POST /api/helpers/session') return [422, 429];
    // no mail server
    if (route === 'POST /new-link') return [409];
    if (route === 'POST /community/links') return [409];
    // a secret that is not the member’s
    if (/^(POST|PUT) \/(community\/:memberId\/|introductions\/)/u.test(route)) return [404];
    // a secret that is not the question’s, or not that of these requests
    if (/^(POST \/answer|POST \/requests|PUT \/requests)\//u.test(route)) return [404];
    // the evening is over
    if (/:code\/(students|mentors)$/u.test(route)) return [409];
    return /(session|not-mine)$|\*$/u.test(route) ? [204, 404] : [200];
  }
  if (access.door === 'console') {
    if (who !== 'owner' && who !== 'organiser' && who !== 'helper') return [401];
    if (!access.callers.includes(who)) return [403];
    // of another evening nothing is told, not even that it exists
    if (who === 'helper' && whose === 'other event') return [404];
    if (route.includes('/api/auth/')) return [401];
    if (route.includes('/api/staff')) return [200, 204, 404, 409];
    // no mail of the community went wrong
    if (/^POST \/api\/community\/(mails|slack-messages)\//u.test(route)) return [404];
    // nothing came in from a file
    if (route.startsWith('POST /api/community/imports/:importId/')) return [404];
    // Bringing back an event that was not deleted is no mistake, and the console holds all events.
    return whose === 'mixed' || (whose === 'missing' && route.includes(':eventId')) ? [404] : DONE;
  }
  const owner = access.callers.includes(who) && (whose === 'own' || (who === 'display' && whose === 'same event'));
  // the evening is over, or has not begun
  const late = /^PUT .*(details|coming|feedback)$/u.test(route) ? [409] : [];
  // other devices of theirs were there before
  const desk = route.endsWith('/not-me') ? [409] : [];
  return owner ? [200, 204, ...late, ...desk] : [404];
}

/** On pages that are open to all, what is shown is shown to the person with their own cookie. */
export function mayShow(access: Access, field: string, who: Who, whose: Whose): boolean {
  const own = (who === 'student' || who === 'mentor') && whose === 'own';
  const shows = who === 'helper' && access.door === 'console' ? (access.showsHelper ?? []) : access.shows;
  return shows.some((shown) => shown === field) && (access.door !== 'anybody' || own);
}
