/** How an event deals with people's data, as the console may send it. Only the server imports this file. */
import Type from 'typebox';
import { closed } from './schema-parts.ts';

export const ChangePrivacy = Type.Object(
  { namesDays: Type.Optional(Type.Integer()), under18: Type.Optional(Type.Boolean()) },
  closed,
);
