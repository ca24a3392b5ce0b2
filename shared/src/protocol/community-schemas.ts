/**
 * What the routes of the community accept: shapes only, with room to spare. What is wrong with an answer is said by
 * `community/problems`. Only the server imports this file: TypeBox is heavy.
 */
import Type from 'typebox';
import { closed, id, oneOf, orNull, text } from './schema-parts.ts';

const words = Type.Array(text(100), { maxItems: 20 });
/** Language tags (BCP 47), by their shape. */
const tags = Type.Array(Type.String({ maxLength: 35, pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}$' }), {
  maxItems: 20,
});
const time = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000 });

const Profile = Type.Object(
  {
    ...{ name: text(400), email: text(400), headline: text(400) },
    ...{ languages: tags, industries: words },
    roles: Type.Array(Type.Object({ role: text(100), years: orNull(Type.Number()) }, closed), { maxItems: 20 }),
    ...{ years: Type.Number(), perMonth: Type.Number(), pausedUntil: orNull(time) },
  },
  closed,
);

const Ask = Type.Object(
  { ...{ industries: words, roles: words }, stepsAhead: orNull(Type.Number()), languages: tags, line: text(1_000) },
  closed,
);

const consents = Type.Object({ member: Type.Boolean(), introductions: Type.Boolean() }, closed);
const language = oneOf('en', 'de');
const opened = { secret: Type.String({ minLength: 1, maxLength: 200 }), language };

export const MemberParams = Type.Object({ memberId: id });
export const MemberRequestParams = Type.Object({ memberId: id, requestId: id });
export const JoinTheCommunity = Type.Object({ profile: Profile, consents, ask: orNull(Ask), language }, closed);
export const AskForMemberLink = Type.Object({ email: Type.String({ minLength: 3, maxLength: 254 }), language }, closed);
export const OpenMembership = Type.Object(opened, closed);
/** Names what a page showed. */
const seen = text(100);
export const SaveProfile = Type.Object({ ...opened, profile: Profile, consents, seen: Type.Optional(seen) }, closed);
export const SettleAgain = Type.Object({ ...opened, seen, take: Type.Boolean() }, closed);
export const ConfirmAddress = Type.Object({ ...opened, code: text(40) }, closed);
export const SendRequest = Type.Object(
  { ...opened, key: Type.String({ minLength: 22, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }), ask: Ask },
  closed,
);
export const JoinFromEvening = Type.Object({ consents }, closed);
export const MembersQuery = Type.Object(
  { find: Type.Optional(text(100)), from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })) },
  closed,
);

export const QuestionParams = Type.Object({ questionId: id });
export const AnswerQuestion = Type.Object(
  {
    ...opened,
    answer: oneOf('yes', 'no', 'met', 'not-yet', 'not-met', 'asker-silent', 'in-touch', 'not-in-touch'),
    thanks: text(1_000),
  },
  closed,
);
export const ProposalParams = Type.Object({ proposalId: id });
export const ProposeNow = Type.Object(
  { key: Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }) },
  closed,
);
export const KeepCommunity = Type.Object({ ...{ community: text(400), name: text(400), contact: text(400) } }, closed);
export const DecideProposal = Type.Object({ decision: oneOf('approve', 'skip', 'undo') }, closed);
export const Nothing = Type.Object({}, closed);

export const CommunityImportQuery = Type.Object(
  { kind: oneOf('members', 'introductions'), apply: oneOf('yes', 'no') },
  closed,
);
export const CommunityImportParams = Type.Object({ importId: id });
export const FunnelQuery = Type.Object(
  { from: Type.Optional(time), until: Type.Optional(time), event: Type.Optional(id) },
  closed,
);
