/**
 * What the public forms and a person's own details may send: shapes only, with room to spare. What is wrong with an
 * answer is said by `registration/problems`, in words that a form can show. Only the server imports this file.
 */
import Type from 'typebox';
import { EMPTY_CARD } from '../event/roster.ts';

const id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
const instant = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 });
const text = Type.String({ maxLength: 4_000 });
const tags = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 40 });
const closed = { additionalProperties: false } as const;

const shared = {
  name: text,
  email: text,
  access: text,
  stepFree: Type.Boolean(),
  quiet: Type.Boolean(),
  photo: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('')]),
  company: text,
  consents: Type.Object(
    { run: Type.Boolean(), publicCard: Type.Boolean(), introductions: Type.Boolean(), keep: Type.Boolean() },
    closed,
  ),
};

const Student = Type.Object(
  {
    ...shared,
    course: text,
    yearOfStudy: text,
    industries: tags,
    roles: tags,
    wishes: Type.Array(id, { maxItems: 40 }),
    question: text,
    adult: Type.Union([Type.Boolean(), Type.Null()]),
  },
  closed,
);

const card = Object.fromEntries(Object.keys(EMPTY_CARD).map((field) => [field, field === 'roles' ? tags : text]));

const Mentor = Type.Object(
  {
    ...shared,
    card: Type.Object(card, closed),
    arrivesAt: Type.Union([instant, Type.Null()]),
    leavesAt: Type.Union([instant, Type.Null()]),
    introductionsPerMonth: Type.Union([Type.Integer(), Type.Null()]),
  },
  closed,
);

const key = Type.String({ minLength: 22, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' });
export const RegisterStudent = Type.Object({ key, answers: Student }, closed);
export const RegisterMentor = Type.Object({ key, answers: Mentor }, closed);
export const ChangeAnswers = Type.Object({ answers: Type.Union([Student, Mentor]) }, closed);
export const Coming = Type.Object({ coming: Type.Boolean() }, closed);
