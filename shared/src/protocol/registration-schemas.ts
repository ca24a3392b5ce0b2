/**
 * What the public forms and a person's own details may send: shapes only, with room to spare. What is wrong with an
 * answer is said by `registration/problems`, in words that a form can show. Only the server imports this file.
 */
import Type from 'typebox';
import { EMPTY_CARD } from '../event/roster.ts';
import { closed, eveningTime, id, orNull, text } from './schema-parts.ts';

const answer = text(4_000);
const tags = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 40 });

const shared = {
  name: answer,
  email: answer,
  access: answer,
  stepFree: Type.Boolean(),
  quiet: Type.Boolean(),
  photo: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('')]),
  offWalls: Type.Optional(Type.Boolean()),
  company: answer,
  consents: Type.Object(
    {
      ...{ run: Type.Boolean(), publicCard: Type.Boolean(), introductions: Type.Boolean(), keep: Type.Boolean() },
      guide: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
};

const Student = Type.Object(
  {
    ...shared,
    course: answer,
    yearOfStudy: answer,
    industries: tags,
    roles: tags,
    wishes: Type.Array(id, { maxItems: 40 }),
    question: answer,
    adult: orNull(Type.Boolean()),
  },
  closed,
);

const card = Object.fromEntries(Object.keys(EMPTY_CARD).map((field) => [field, field === 'roles' ? tags : answer]));

const Mentor = Type.Object(
  {
    ...shared,
    card: Type.Object(card, closed),
    arrivesAt: orNull(eveningTime),
    leavesAt: orNull(eveningTime),
    introductionsPerMonth: orNull(Type.Integer()),
  },
  closed,
);

const key = Type.String({ minLength: 22, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
export const RegisterStudent = Type.Object({ key, answers: Student }, closed);
export const RegisterMentor = Type.Object({ key, answers: Mentor }, closed);
const either = Type.Union([Student, Mentor]);
export const ChangeAnswers = Type.Object({ answers: either, was: Type.Optional(either) }, closed);
export const AskForLink = Type.Object(
  { email: text(254), code: orNull(Type.String({ minLength: 1, maxLength: 12 })) },
  closed,
);
export const Coming = Type.Object({ coming: Type.Boolean() }, closed);
