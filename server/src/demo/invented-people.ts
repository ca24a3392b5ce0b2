import type { MentorCard } from '@lapwing/shared/event/roster';
import { EMPTY_CARD } from '@lapwing/shared/event/roster';

/** Everybody here is invented. */
const FIRST = [
  'Aisha', 'Ben', 'Chidi', 'Dina', 'Esme', 'Farid', 'Gita', 'Hugo', 'Imani', 'Jaya', 'Kofi', 'Lena', 'Milo', 'Noor',
  'Oscar', 'Petra', 'Qasim', 'Rosa', 'Sami', 'Tara', 'Uma', 'Viktor', 'Wen', 'Xenia', 'Yara', 'Zach', 'Bilal', 'Cora',
]; // biome-ignore format: names to read across
const LAST = [
  'Karim', 'Lindqvist', 'Mensah', 'Novak', 'Osei', 'Patel', 'Quigley', 'Rahman', 'Svensson', 'Tanaka', 'Usman', 'Vogt',
  'Webb', 'Yilmaz', 'Zhang', 'Adeyemi', 'Brough', 'Castro', 'Doyle', 'Eriksen', 'Feldman', 'Gwilym', 'Haddad',
]; // biome-ignore format: names to read across
const COURSES = ['BSc Computer Science', 'BSc Mathematics', 'BA Economics', 'MEng Robotics', 'BSc Biology', 'LLB Law'];
const YEARS = ['1st year', '2nd year', '3rd year', '4th year'];
const QUESTIONS = [
  'What does a normal week look like?',
  'How did you get your first job?',
  'Should I do a master’s degree?',
  'What would you do differently?',
  '',
];
const INDUSTRIES = [
  'Banking & payments',
  'Software & internet',
  'Health & life sciences',
  'Games',
  'Public sector & civic tech',
  'Energy, water & climate',
  'Media & broadcasting',
  'Law, property & construction',
];
const MENTORS: readonly (readonly [string, string, string, number])[] = [
  ['Grace Oduya', 'Trader', 'Aldgate Capital', 0],
  ['Leo Marchetti', 'Barrister', 'Temple Row Chambers', 7],
  ['Tom Achebe', 'Civil engineer', 'Longspan', 7],
  ['Hana Sato', 'Junior doctor', 'Riverside Hospital', 2],
  ['Ruth Feldman', 'Data scientist', 'City Rail Lab', 1],
  ['Omar Haddad', 'Founder', 'Seedling', 1],
  ['Niamh Doyle', 'Policy adviser', 'Department for Forms', 4],
  ['Priya Raman', 'Product manager', 'Northlamp', 1],
  ['Marcus Bell', 'Auditor', 'Bell & Rowe', 0],
  ['Sofia Lindqvist', 'UX researcher', 'Openbook', 1],
  ['Dev Kapoor', 'Actuary', 'Northgate Insurance', 0],
  ['Ana Ruiz', 'Journalist', 'Glen Broadcasting', 6],
  ['Kwame Larbi', 'Wind engineer', 'Tideway Power', 5],
  ['Ingrid Holt', 'Games programmer', 'Tin Kettle Games', 3],
];

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;

/** Nobody can have such an address (RFC 2606). */
const AT_DEMO = '@students.example.org';

/** Whether a student was made up here: their personal link may be shown to anybody. */
export const isInvented = ({ email }: { readonly email: string }): boolean => email.endsWith(AT_DEMO);

/** The student with this number, from 0; names repeat only with a numeral after them. */
export function inventedStudent(index: number) {
  const lap = Math.floor(index / (FIRST.length * LAST.length));
  const name = `${pick(FIRST, index)} ${pick(LAST, index * 5 + Math.floor(index / FIRST.length))}`;
  return {
    name: lap === 0 ? name : `${name} ${lap + 1}`,
    email: `student${index + 1}${AT_DEMO}`,
    course: pick(COURSES, index * 7 + 1),
    yearOfStudy: pick(YEARS, index),
    industries: [pick(INDUSTRIES, index), pick(INDUSTRIES, index * 3 + 2)],
    question: pick(QUESTIONS, index),
  };
}

/** The mentor with this number, from 0. */
export function inventedMentor(index: number): { name: string; email: string; card: MentorCard } {
  const [name, jobTitle, company, industry] = pick(MENTORS, index);
  const lap = Math.floor(index / MENTORS.length);
  return {
    name: lap === 0 ? name : `${name} ${lap + 1}`,
    email: `mentor${index + 1}@mentors.example.org`,
    card: { ...EMPTY_CARD, jobTitle, company, industry: pick(INDUSTRIES, industry) },
  };
}
