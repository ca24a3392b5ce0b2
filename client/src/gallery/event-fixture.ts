import { attendeeId, eventId } from '@lapwing/shared/kernel/ids';
import { after, minutes } from '@lapwing/shared/kernel/time';
import type { PublicEvent } from '@lapwing/shared/protocol/registration-api';
import { at, STARTS_AT, TIME_ZONE } from './fixtures.ts';

const mentor = (id: string, name: string, jobTitle: string, company: string, industry: string, askMeAbout: string) => ({
  ...{ id: attendeeId(id), name, jobTitle, company, industry, askMeAbout },
});

/** The evening of the other fixtures as its public page tells it. */
export const CAREERS: PublicEvent = {
  id: eventId('careers'),
  name: 'Careers Night',
  place: 'King’s Hall',
  startsAt: STARTS_AT,
  endsAt: after(STARTS_AT, minutes(125)),
  timeZone: TIME_ZONE,
  roundMinutes: 10,
  atDoor: false,
  phase: 'toCome',
  about:
    'Six short talks at small tables, with people who do the work that you wonder about.\n\nFood is there from 18:30.',
  programme: [
    { title: 'doors', at: STARTS_AT, rounds: 0 },
    { title: 'welcome', at: STARTS_AT, rounds: 0 },
    { title: 'rounds', at: at(10), rounds: 3 },
    { title: 'break', at: at(44), rounds: 0 },
    { title: 'rounds', at: at(59), rounds: 3 },
    { title: 'freeTalk', at: at(95), rounds: 0 },
    { title: 'end', at: at(125), rounds: 0 },
  ],
  mentors: [
    mentor('m1', 'Priya Raman', 'Product manager', 'Northlamp', 'software', 'saying no, first jobs, moving country'),
    mentor('m2', 'Oluwaseun Adébáyọ̀-Fitzgerald', 'Civil engineer', 'Longspan', 'engineering', ''),
  ],
  contactName: 'Mei Tanaka',
  contactEmail: 'mei@example.org',
  conduct: '',
  trustedName: 'Mei Tanaka',
  open: { student: true, mentor: true },
  placesLeft: 12,
  cancelled: null,
  community: 'Careers friends of Lapwing Road',
  mails: true,
  data: { morningAt: at(690), namesAt: at(690 + 30 * 1_440), under18: false },
};
