/** How an event deals with people's data, and what people agree to, as pages may send it. Only the server imports this file. */
import Type from 'typebox';
import { closed, oneOf } from './schema-parts.ts';

export const ChangeConsents = Type.Object(
  {
    consents: Type.Object(
      {
        ...{ publicCard: Type.Boolean(), introductions: Type.Boolean(), keep: Type.Boolean() },
        guide: Type.Optional(Type.Boolean()),
      },
      closed,
    ),
    photo: oneOf('yes', 'no', ''),
    offWalls: Type.Optional(Type.Boolean()),
  },
  closed,
);

export const ChangePrivacy = Type.Object(
  { namesDays: Type.Optional(Type.Integer()), under18: Type.Optional(Type.Boolean()) },
  closed,
);
