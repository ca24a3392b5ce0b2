import { firstName } from '@lapwing/shared/event/roster';
import type { MemberId } from '@lapwing/shared/kernel/ids';
import { after, days, type Instant, minutes } from '@lapwing/shared/kernel/time';
import { type CommunityTexts, communityTexts, type MemberFacts, signed } from '@lapwing/shared/mails/community-texts';
import { calledInMail } from '@lapwing/shared/mails/facts';
import type { MailText } from '@lapwing/shared/mails/mail-texts';
import { keeperInMails } from '../db/repositories/community-keeper.ts';
import type { ProfileRow } from '../db/repositories/community-profiles.ts';
import { mailedToMember } from '../db/repositories/mails.ts';
import type { Tx } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { type Services, wholeNow } from '../services/services.ts';

/** Nobody gets a link more often, whoever types their address. */
const NOT_WITHIN = minutes(10);
const MOST_A_DAY = 5;

export const factsOf = ({ language, name }: Pick<ProfileRow, 'language' | 'name'>): MemberFacts => ({
  language,
  firstName: calledInMail(firstName(name)),
});

export interface MemberMail {
  readonly key: string;
  readonly text: (texts: CommunityTexts, facts: MemberFacts) => MailText;
  /** Whom it tells about: it goes with them. */
  readonly about?: MemberId;
}

/** Writes a mail to a member, inside the caller's transaction. @returns whether it was new */
export function mailMember(
  services: Services,
  tx: Tx,
  row: ProfileRow,
  { key, text, about }: MemberMail,
  notBefore: Instant | null = null,
): boolean {
  const facts = factsOf(row);
  const keeper = keeperInMails(tx);
  return queueMail(
    tx,
    services,
    {
      ...{ key, kind: 'community', eventId: null, attendeeId: null, memberId: row.memberId, to: row.email },
      ...(about === undefined ? {} : { aboutMember: about }),
      ...signed(text(communityTexts(facts), facts), facts, keeper, 'keeper'),
      ...{ calendar: '', replyTo: keeper.contact },
    },
    notBefore,
  );
}

/** Whether they may be sent a further mail that a stranger can bring about. Codes that their own page asks for count besides. */
export function mayWrite(services: Services, tx: Tx, id: MemberId): boolean {
  const now = wholeNow(services.clock);
  const [last, ...others] = mailedToMember(tx, id, 'member', after(now, days(-1)));
  return (last === undefined || now >= after(last, NOT_WITHIN)) && others.length + 1 <= MOST_A_DAY;
}
