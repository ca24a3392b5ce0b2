import type { AttendeeDetails } from '../event/roster.ts';

/**
 * What is written down of somebody at an evening with people under 18: nobody is introduced, nobody hands out an address of
 * their own, nobody is photographed or stands in the careers guide, whatever a form, a file or the organiser says.
 */
export function amongUnder18<Details extends Pick<AttendeeDetails, 'card' | 'registration'>>(
  details: Details,
): Details {
  const { introductions: _, guide: _guide, ...consents } = details.registration.consents;
  return {
    ...details,
    card: { ...details.card, contact: '' },
    registration: { ...details.registration, consents, photo: 'no', introductionsPerMonth: 0 },
  };
}
