import { type CareerTag, labelIn } from './career-tag.ts';

const tag = (id: string, label: string, line: string): CareerTag => ({ id, label, line });

/** What a person does all day, whatever their company is about. */
export const ROLES: readonly CareerTag[] = [
  tag('front-end', 'Front-end engineer', 'Makes the pages and buttons that people use'),
  tag('back-end', 'Back-end engineer', 'Makes what happens behind the page: rules, data, answers'),
  tag('full-stack', 'Full-stack developer', 'Works on the page and behind it'),
  tag('mobile', 'Mobile developer', 'Makes apps for phones and tablets'),
  tag('graphics', 'Game / graphics programmer', 'Draws moving worlds, many times each second'),
  tag('embedded', 'Embedded engineer', 'Writes the code inside machines and devices'),
  tag('test', 'Test / QA engineer', 'Looks for what breaks, before users find it'),
  tag('platform', 'DevOps / platform engineer', 'Makes the tools with which others build and release'),
  tag('reliability', 'Site reliability engineer', 'Sees to it that services stay up, and why one fell'),
  tag('security', 'Security engineer', 'Finds the weak spots and closes them'),
  tag('network', 'Network / systems engineer', 'Connects computers, in a building or in the cloud'),
  tag('data-analyst', 'Data analyst', 'Reads numbers and tells others what they say'),
  tag('data-engineer', 'Data engineer', 'Brings data where it is needed, clean and in time'),
  tag('data-scientist', 'Data scientist', 'Learns from data what is likely to come'),
  tag('machine-learning', 'Machine-learning engineer', 'Puts models that learn to daily use'),
  tag('quant', 'Quantitative developer', 'Turns mathematics into fast code for markets'),
  tag('business-analyst', 'Business analyst', 'Asks what people need and writes it down so that it can be made'),
  tag('product', 'Product manager', 'Chooses what to make next, and gives the reasons'),
  tag('delivery', 'Delivery / project manager', 'Keeps people, plan and date together'),
  tag('design', 'UX / product designer', 'Shapes how a thing works for whoever uses it'),
  tag('research', 'User researcher', 'Watches and asks people, to learn how they really do things'),
  tag('architect', 'Software architect', 'Decides early what would be hard to change later'),
  tag('manager', 'Engineering manager', 'Hires, helps and leads a team of engineers'),
  tag(
    'founder',
    'Founder, developer relations, technical writer, sales engineer',
    'Explains, writes or sells, with one foot in technology',
  ),
];

/** The label of a role; words of an import stand for themselves. */
export const roleLabel = (words: string): string => labelIn(ROLES, words);
