import { staffId } from '@lapwing/shared/kernel/ids';
import type { OwnSession, Team, TeamMember } from '@lapwing/shared/protocol/staff-api';
import { at } from '../fixtures.ts';

const member = (name: string, more: Partial<TeamMember>): TeamMember => ({
  ...{ id: staffId(name), name, email: `${name.toLowerCase().replace(' ', '.')}@example.org`, role: 'organiser' },
  ...{ secondFactor: false, lastSeenAt: at(-200) },
  ...more,
});
const browser = (device: string, minute: number, isThis = false): OwnSession => ({
  ...{ hash: device, device, createdAt: at(minute - 90), lastSeenAt: at(minute), isThis },
});

/** Who runs evenings at an invented university. */
export const TEAM: Team = {
  ...{ me: staffId('Mei Tanaka'), role: 'owner', secondFactor: true, passkeys: 0, mails: true },
  people: [
    member('Mei Tanaka', { role: 'owner', secondFactor: true, lastSeenAt: at(-41) }),
    member('Oluwaseun Adébáyọ̀-Fitzgerald', { email: 'oluwaseun.adebayo-fitzgerald@careers.example.org' }),
  ],
  invited: [{ name: 'Tom Achebe', email: 'tom@example.org', validUntil: at(4_000) }],
  sessions: [browser('Firefox on Linux', -41, true), browser('Safari on iPhone', -900)],
};
