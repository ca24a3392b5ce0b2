import type { Attendee } from '@lapwing/shared/event/roster';
import type { EventId } from '@lapwing/shared/kernel/ids';
import type { PublicMentor } from '@lapwing/shared/protocol/registration-api';
import { findInvitation } from '../db/repositories/invitations.ts';
import type { Services } from './services.ts';

/** Mentors who agreed to stand on the public page, where the organiser shows them; not whom a stranger may have typed. */
export function publicMentors(services: Services, eventId: EventId): PublicMentor[] {
  if (!findInvitation(services.db, eventId).showMentors) return [];
  return [...(services.evenings.get(eventId)?.people.values() ?? [])].filter(isPublic).map(({ id, name, card }) => {
    const { jobTitle, company, industry, askMeAbout } = card;
    return { id, name, jobTitle, company, industry, askMeAbout };
  });
}

const isPublic = ({ role, standing, registration, unconfirmed }: Attendee): boolean =>
  role === 'mentor' && standing === 'active' && !unconfirmed && registration.consents.publicCard !== undefined;
