import { TAG_NAMES } from '@lapwing/shared/careers/guide/tag-names';
import { firstName } from '@lapwing/shared/event/roster';
import type { Language } from '@lapwing/shared/kernel/language';
import {
  type AskFacts,
  type CommunityTexts,
  communityTexts,
  type MemberFacts,
  signed,
} from '@lapwing/shared/mails/community-texts';
import { calledInMail } from '@lapwing/shared/mails/facts';
import type { MailText } from '@lapwing/shared/mails/mail-texts';
import type { Reason } from '@lapwing/shared/matching/candidates';
import { keeperInMails } from '../db/repositories/community-keeper.ts';
import type { ProfileRow } from '../db/repositories/community-profiles.ts';
import type { RequestRow } from '../db/repositories/intro-requests.ts';
import type { AnyIntroduction } from '../db/repositories/introductions.ts';
import type { ProposalRow } from '../db/repositories/proposals.ts';
import type { Tx } from '../db/transact.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Services } from '../services/services.ts';
import { areKeptApart } from './history.ts';
import { type MemberMail, mailMember } from './member-mails.ts';
import { questionInKey, questionKey } from './question-link.ts';
import { otherSide, type Party, partyOf } from './sides.ts';

const wordFor = (id: string | null, language: Language): string =>
  id === null ? '' : (TAG_NAMES[language][id as keyof (typeof TAG_NAMES)['en']]?.name ?? id);

/** What a mentor is told of who asks: their first name, what they do, what they would like to ask (C12). */
export const askFacts = (
  asker: ProfileRow,
  { reason }: Pick<ProposalRow, 'reason'>,
  { line }: Pick<RequestRow, 'line'>,
  language: Language,
): AskFacts => ({
  ...{ askerFirstName: calledInMail(firstName(asker.name)), askerHeadline: asker.headline, line },
  field: fieldOf(reason, language),
  metAtTable: reason.metAtTable,
});

const fieldOf = ({ role, industry }: Reason, language: Language): string => fieldWords([role, industry], language);

/** Fields as they are read. @param ids null: none chosen */
export const fieldWords = (ids: readonly (string | null)[], language: Language): string =>
  ids
    .map((id) => wordFor(id, language))
    .filter((word) => word !== '')
    .join(', ');

/** Asks a mentor; its link is the question's, and it goes with either of the two. */
export function mailAsk(
  services: Services,
  tx: Tx,
  proposal: ProposalRow,
  people: { readonly asker: ProfileRow; readonly mentor: ProfileRow; readonly request: RequestRow },
): void {
  const { asker, mentor, request } = people;
  mailMember(services, tx, mentor, {
    key: questionKey({ is: 'introduce', proposal: proposal.id }),
    about: asker.memberId,
    text: (texts, facts) => texts.introAsk(facts, askFacts(asker, proposal, request, facts.language)),
  });
}

/** One mail to a member about what they asked for. */
export const tell = (
  services: Services,
  tx: Tx,
  to: ProfileRow | undefined,
  key: string,
  text: MemberMail['text'],
): void => {
  if (to) mailMember(services, tx, to, { key, text });
};

export type BothText = (
  texts: CommunityTexts,
  facts: MemberFacts,
  other: Party,
  side: 'student' | 'mentor',
) => MailText;

/**
 * Writes to both sides of an introduction, each about the other; an answer goes to the other side, but of a question: it
 * would quote the link by which its reader alone answers, so it goes to who keeps the community (C14, C20). Nothing goes to
 * two who are kept apart by now (C18). What goes by Slack instead is `intro-slack`'s.
 * @param key of the mail to each side
 */
export function mailBoth(
  services: Services,
  tx: Tx,
  introduction: AnyIntroduction,
  key: (side: 'student' | 'mentor') => string,
  write: BothText,
): void {
  const [student, mentor] = [partyOf(tx, introduction, 'student'), partyOf(tx, introduction, 'mentor')];
  if (!student || !mentor || areKeptApart(services, student, mentor)) return;
  const parties = { student, mentor };
  const keeper = keeperInMails(tx);
  for (const side of ['student', 'mentor'] as const) {
    const [to, other] = [parties[side], parties[otherSide(side)]];
    if (to.email === '') continue;
    const facts = { language: to.language, firstName: calledInMail(to.firstName) };
    const answers = questionInKey(key(side)) ? 'keeper' : 'other side';
    queueMail(tx, services, {
      ...{ key: key(side), kind: 'community', eventId: to.eventId, attendeeId: to.attendeeId, to: to.email },
      ...(to.memberId === null ? {} : { memberId: to.memberId }),
      ...(other.memberId === null ? {} : { aboutMember: other.memberId }),
      ...signed(write(communityTexts(facts), facts, other, side), facts, keeper, answers),
      ...{ calendar: '', replyTo: answers === 'keeper' ? keeper.contact : other.email },
    });
  }
}
