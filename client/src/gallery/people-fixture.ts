import {
  type MentorAnswers,
  NO_MENTOR_ANSWERS,
  NO_STUDENT_ANSWERS,
  type StudentAnswers,
} from '@lapwing/shared/registration/answers';

const consents = { run: true, publicCard: true, introductions: false, keep: false };

export const AISHA: StudentAnswers = {
  ...NO_STUDENT_ANSWERS,
  ...{ name: 'Aisha Karim', email: 'aisha@example.org', course: 'Economics', yearOfStudy: '2nd year', adult: true },
  ...{ industries: ['software', 'banking'], roles: ['product'], question: 'How do you get from a bank to a startup?' },
  ...{ photo: 'no', stepFree: true, consents },
};
export const PRIYA: MentorAnswers = {
  ...NO_MENTOR_ANSWERS,
  ...{ name: 'Priya Raman', email: 'priya@example.org', introductionsPerMonth: 2, consents },
  card: {
    ...NO_MENTOR_ANSWERS.card,
    ...{ jobTitle: 'Product manager', company: 'Northlamp', industry: 'software', roles: ['product'] },
    allDay: 'I decide what we make next, and ask people why.',
    askMeAbout: 'saying no, first jobs, moving country',
  },
};
