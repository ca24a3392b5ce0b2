import type { Problem } from '@lapwing/shared/registration/problems';
import { t } from './words.ts';

/** The pages of a mentor's form in their order, one thing on each, and which fields stand there. */
export const MENTOR_PAGES = [
  { name: 'who', fields: ['name', 'email', 'consents.run'] },
  {
    name: 'work',
    fields: ['card.jobTitle', 'card.company', 'card.organisationKind', 'card.yearsInWork', 'card.pronouns'],
  },
  { name: 'field', fields: ['card.industry', 'card.roles'] },
  { name: 'day', fields: ['card.allDay'] },
  { name: 'way', fields: ['card.howIGotHere', 'card.wouldDoDifferently'] },
  { name: 'ask', fields: ['card.askMeAbout', 'card.pleaseDontAsk'] },
  { name: 'more', fields: ['card.surprising', 'card.tools', 'card.firstJobs'] },
  { name: 'evening', fields: ['arrivesAt', 'leavesAt', 'access', 'stepFree', 'quiet', 'company', 'photo', 'offWalls'] },
  {
    name: 'after',
    fields: [
      ...['introductionsPerMonth', 'card.contact'],
      ...['consents.introductions', 'consents.publicCard', 'consents.guide', 'consents.keep'],
    ],
  },
] as const;

export type MentorPageName = (typeof MENTOR_PAGES)[number]['name'];

/** What stands above a page, in the form and where answers are read back. */
export const pageTitle = (page: MentorPageName): string => t(`page.${page}`);

/** Of all problems those of one page. */
export const problemsOn = (page: MentorPageName, problems: readonly Problem[]): Problem[] => {
  const fields: readonly string[] = MENTOR_PAGES.find(({ name }) => name === page)?.fields ?? [];
  return problems.filter(({ field }) => fields.includes(field));
};
