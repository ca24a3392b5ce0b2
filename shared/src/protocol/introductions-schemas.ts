/** What the routes of picks and introductions accept. Only the server imports this file: TypeBox is heavy. */
import Type from 'typebox';
import { LINE_LENGTH, WISHES } from '../introductions/pick.ts';
import { TOGETHER } from '../introductions/suggest.ts';
import { LANGUAGE_TAGS } from '../kernel/language.ts';
import { DRAFT_LENGTH, MOST_PER_MONTH, SENDING } from './introductions-api.ts';
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

const secret = Type.String({ minLength: 1, maxLength: 128 });
const language = oneOf(...LANGUAGE_TAGS);
export const OpenRequests = Type.Object({ secret, language }, closed);
export const AnswerRequest = Type.Object({ secret, language, wish: oneOf(...WISHES), to: orNull(id) }, closed);

export const DraftParams = Type.Object({ eventId: id, introductionId: id });
export const ChooseSending = Type.Object({ sending: oneOf(...SENDING) }, closed);
export const ChangeDraft = Type.Object(
  { words: Type.Optional(text(DRAFT_LENGTH)), held: Type.Optional(Type.Boolean()) },
  { ...closed, minProperties: 1 },
);
export const SendDrafts = Type.Object({ ids: Type.Array(id, { maxItems: 1_000 }) }, closed);
export const ApproveSuggestions = Type.Object(
  {
    suggestions: Type.Array(
      Type.Object({ students: Type.Array(id, { minItems: 1, maxItems: TOGETHER }), mentor: id }, closed),
      { maxItems: 1_000 },
    ),
  },
  closed,
);
export const SuggestionParams = Type.Object({ eventId: id, suggestionId: id });
