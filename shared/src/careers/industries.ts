import { type CareerTag, labelIn } from './career-tag.ts';

const tag = (id: string, label: string, line: string): CareerTag => ({ id, label, line });

/**
 * What a company is about. Each id is how its label begins, so that the planner, which takes names for the same when
 * one begins with the other, finds the words of an import and the ids of the form alike.
 */
export const INDUSTRIES: readonly CareerTag[] = [
  tag('banking', 'Banking & payments', 'Accounts, loans and cards: other people’s money, kept safe and on the move'),
  tag('investment', 'Investment & trading', 'Deciding what to buy and sell, often by numbers and often fast'),
  tag('insurance', 'Insurance', 'Working out what might go wrong, and who pays if it does'),
  tag('software', 'Software & internet', 'Companies that sell programs, apps or online services'),
  tag('consulting', 'Consulting & agencies', 'Hired by other companies for advice or for a project'),
  tag('media', 'Media & broadcasting', 'What people read, watch and listen to'),
  tag('games', 'Games', 'Worlds and rules that people play with'),
  tag('telecoms', 'Telecoms', 'The lines, masts and satellites behind every call and page'),
  tag('health', 'Health & life sciences', 'Keeping people well: care, medicine, devices, research'),
  tag('public-sector', 'Public sector & civic tech', 'Services of the state, which nobody may be shut out from'),
  tag('education', 'Education & research', 'Teaching, learning and finding things out'),
  tag('charity', 'Charity & social enterprise', 'A purpose comes first, and the money is there for it'),
  tag('retail', 'Retail & e-commerce', 'Shops, with a door or with a basket on a page'),
  tag('travel', 'Travel, food & leisure', 'Where people go, eat, stay and enjoy themselves'),
  tag('transport', 'Transport & logistics', 'Getting people and goods from here to there on time'),
  tag('energy', 'Energy, water & climate', 'Light, heat and water, with less harm to the planet'),
  tag('engineering', 'Engineering, manufacturing & robotics', 'Things you can touch, and the machines that make them'),
  tag('law', 'Law, property & construction', 'Contracts, homes and buildings'),
];

/** The label of an industry; words of an import stand for themselves. */
export const industryLabel = (words: string): string => labelIn(INDUSTRIES, words);
