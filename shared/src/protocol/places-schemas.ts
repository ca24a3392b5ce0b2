/** What the routes of places, invitations and asks accept. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { closed, eveningTime, id, instant, oneOf, orNull } from './schema-parts.ts';

const movedUp = Type.Optional(Type.Array(Type.Object({ id, since: instant }, closed), { maxItems: 4_000 }));

export const ChangeInvitation = Type.Object(
  {
    invitation: Type.Object(
      {
        open: Type.Boolean(),
        about: Type.String({ maxLength: 2_000 }),
        capacity: orNull(Type.Integer({ minimum: 1, maximum: 2_000 })),
        overbookPercent: Type.Integer({ minimum: 0, maximum: 100 }),
        showMentors: Type.Boolean(),
        inGuide: Type.Boolean(),
        contactName: Type.String({ maxLength: 120 }),
        contactEmail: Type.String({ maxLength: 254 }),
        closesAt: orNull(eveningTime),
        conduct: Type.String({ maxLength: 2_000 }),
        trustedName: Type.String({ maxLength: 120 }),
        trustedReach: Type.String({ maxLength: 120 }),
      },
      closed,
    ),
    movedUp,
  },
  closed,
);

export const ChangeStanding = Type.Object(
  {
    standing: oneOf('active', 'waiting', 'cancelled'),
    waitingSince: Type.Optional(orNull(instant)),
    saidNo: Type.Optional(Type.Boolean()),
    lentUntil: Type.Optional(orNull(instant)),
    movedUp,
  },
  closed,
);

export const AskMentor = Type.Object({ attendeeId: id, insteadOf: orNull(id), send: Type.Boolean() }, closed);
export const KeepAsking = Type.Object({ open: Type.Boolean() }, closed);
export const AskParams = Type.Object({ eventId: id, askId: id });
export const AnswerParams = Type.Object({ askId: id });
export const AnswerAsk = Type.Object(
  { secret: Type.String({ minLength: 1, maxLength: 200 }), answer: oneOf('yes', 'no') },
  closed,
);
export const AskPastMentor = Type.Object({ memberId: id, send: Type.Boolean() }, closed);
