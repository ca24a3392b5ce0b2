import { USUAL_CONDUCT } from '@lapwing/shared/event/conduct';
import { CLOSED_INVITATION, type Invitation } from '@lapwing/shared/event/invitation';
import { describe, expect, it } from 'vitest';
import { checklist } from '../../../client/src/organiser/set-up/checklist.ts';
import { invitationDraftOf, invitationIn } from '../../../client/src/organiser/set-up/invitation-draft.ts';
import { say } from '../../../client/src/organiser/words.ts';
import { at, NINETEEN, person, settings } from './builders.ts';

const ZONE = 'Europe/London';
const full: Invitation = {
  open: true,
  about: 'Come!',
  capacity: 60,
  overbookPercent: 53,
  showMentors: true,
  inGuide: false,
  contactName: 'Mei',
  contactEmail: 'mei@example.org',
  closesAt: NINETEEN,
  conduct: 'Be nice.',
  trustedName: 'Noor',
  trustedReach: '020 7946 0000',
};

describe('the invitation as it is typed', () => {
  it('comes back as it was', () => {
    for (const invitation of [full, CLOSED_INVITATION])
      expect(invitationIn(invitationDraftOf(invitation, ZONE, 'en'), ZONE)).toEqual({ ok: true, invitation });
  });

  it('names each field that is wrong', () => {
    const draft = invitationDraftOf(full, ZONE, 'en');
    const wrong = { capacity: '0', overbookPercent: '', contactEmail: 'mei', closesDate: '', closesTime: '18:00' };
    const read = invitationIn({ ...draft, ...wrong }, ZONE);
    expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual([
      'capacity',
      'closesDate',
      'contactEmail',
      'overbookPercent',
    ]);
    expect(invitationIn({ ...draft, capacity: '' }, ZONE)).toMatchObject({ ok: true, invitation: { capacity: null } });
  });
});

describe('the code of conduct as it is typed', () => {
  it('is our words where there are none of their own, and ours are not stored', () => {
    const draft = invitationDraftOf(CLOSED_INVITATION, ZONE, 'en');
    expect(draft.conduct).toBe(USUAL_CONDUCT.en);
    expect(invitationIn(invitationDraftOf(CLOSED_INVITATION, ZONE, 'de'), ZONE)).toMatchObject({
      invitation: { conduct: '' },
    });
    expect(invitationIn({ ...draft, conduct: ' ' }, ZONE)).toMatchObject({ invitation: { conduct: '' } });
    expect(invitationIn({ ...draft, conduct: ' Be nice. ' }, ZONE)).toMatchObject({
      invitation: { conduct: 'Be nice.' },
    });
  });
});

describe('what is missing in the invitation', () => {
  const lines = (
    invitation: Invitation,
    places: number | null,
    people = [person('Ann')],
    origin = 'https://night.example.org',
  ) => {
    const links = { join: `${origin}/e/ABCD`, display: '' };
    const event = { settings: settings(), tables: [], publishedPlan: 0, links };
    const view = { invitation, places: { places, active: 1, lends: false, line: [] } };
    return checklist(event, people, null, at(-60), view)
      .filter(({ line }) => /^check.(invitation|reach)/u.test(line.id))
      .map(({ done, line }) => `${done ? '✓' : '!'} ${say(line)}`);
  };

  it('is an address that mails can be opened from', () => {
    const [, hall] = lines(full, 92, [person('Ann')], 'http://192.168.1.20:3000');
    expect(hall).toBe('! Links in mails open only in the network of the hall: set PUBLIC_URL');
    const [, here] = lines(full, 92, [person('Ann')], 'http://localhost:3000');
    expect(here).toBe('! Links in mails open only on this machine: set PUBLIC_URL');
  });

  it('is nothing where it is open and says enough', () => {
    expect(lines(full, 92)).toEqual(['✓ Registration is open: 1 of 92 places taken']);
    expect(lines(full, null)).toEqual(['✓ Registration is open: 1 student so far']);
  });

  it('is its words and whom to write to, while it is open', () => {
    expect(lines({ ...CLOSED_INVITATION, open: true }, null)).toEqual([
      '✓ Registration is open: 1 student so far',
      '! The public page does not say what the evening is about',
      '! Nobody is named for when something is wrong',
      '! The public page has no e-mail address to write to',
    ]);
  });

  it('is that it is closed, unless students came in by another way', () => {
    expect(lines(CLOSED_INVITATION, null, [])).toEqual(['! Registration is closed']);
    expect(lines(CLOSED_INVITATION, null)).toEqual([]);
  });
});
