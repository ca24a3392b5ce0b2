/** What the routes of picks and introductions accept. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { LINE_LENGTH, WISHES } from '../introductions/pick.ts';
import { MOST_PER_MONTH } from './introductions-api.ts';
import { closed, id, instant, oneOf, orNull, text } from './schema-parts.ts';

export const PickParams = Type.Object({ attendeeId: id, otherId: id });
export const SayPick = Type.Object(
  {
    star: Type.Boolean(),
    wish: orNull(oneOf(...WISHES)),
    line: text(LINE_LENGTH),
    to: orNull(id),
    at: instant,
  },
  closed,
);
export const SayTerms = Type.Object(
  {
    consent: Type.Optional(Type.Boolean()),
    perMonth: Type.Optional(Type.Integer({ minimum: 0, maximum: MOST_PER_MONTH })),
  },
  { ...closed, minProperties: 1 },
);
