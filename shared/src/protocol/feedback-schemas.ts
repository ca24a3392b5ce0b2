/** What the route of the questions after the evening accepts. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { FEEDBACK } from '../event/feedback.ts';
import { closed, oneOf } from './schema-parts.ts';

export const GiveFeedback = Type.Object(
  {
    answers: Type.Object(
      {
        worth: Type.Optional(oneOf(...FEEDBACK.worth)),
        time: Type.Optional(oneOf(...FEEDBACK.time)),
        again: Type.Optional(oneOf(...FEEDBACK.again)),
      },
      { ...closed, minProperties: 1 },
    ),
  },
  closed,
);
