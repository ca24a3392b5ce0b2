import type { MixUpText } from '../guide-text.ts';
import type { MixUp } from '../mix-ups.ts';

export const ENGLISH_MIX_UPS: Readonly<Record<MixUp, MixUpText>> = {
  data: {
    title: 'Analyst, scientist or engineer of data?',
    sides: [
      {
        name: 'Data analyst',
        is: 'Answers “what happened, and why?” with figures that are there, for people who decide this week.',
      },
      {
        name: 'Data scientist',
        is: 'Answers “what will probably happen?” with statistics and experiments, and says how sure that is.',
      },
      { name: 'Data engineer', is: 'Makes sure that the figures are there in the morning, complete and correct.' },
    ],
    tell: 'Ask what they handed over last week: a chart, a model, or a pipeline.',
  },
  models: {
    title: 'Data scientist or machine-learning engineer?',
    sides: [
      {
        name: 'Data scientist',
        is: 'Finds out whether a model is worth having. Much of the work ends in a report or a talk.',
      },
      {
        name: 'Machine-learning engineer',
        is: 'Makes the model part of a product: fast, watched, and replaceable. The work ends in running code.',
      },
    ],
    tell: 'Ask who is called when the model is wrong at night.',
  },
  leading: {
    title: 'Product, project or business analyst?',
    sides: [
      {
        name: 'Product manager',
        is: 'Chooses what to build and answers for whether it was worth it, for as long as the product lives.',
      },
      {
        name: 'Delivery or project manager',
        is: 'Gets an agreed thing done with the people and the time there are. Then comes the next.',
      },
      { name: 'Business analyst', is: 'Finds out what exactly is needed, and writes it so that nobody has to guess.' },
    ],
    tell: 'Ask what they could stop on their own: an idea, a date, or a misunderstanding.',
  },
  screens: {
    title: 'Designer or front-end engineer?',
    sides: [
      {
        name: 'UX or product designer',
        is: 'Decides what happens on the screen and why, in sketches and in versions one can click.',
      },
      { name: 'Front-end engineer', is: 'Writes the code by which it happens, on every device and for everybody.' },
    ],
    tell: 'Ask which program is open all day: one for drawing or one for code.',
  },
  halves: {
    title: 'Front-end, back-end or full-stack?',
    sides: [
      { name: 'Front-end engineer', is: 'The part in your hand: pages, buttons, speed, reading aloud.' },
      { name: 'Back-end engineer', is: 'The part far away: data, rules, payments, many people at once.' },
      { name: 'Full-stack developer', is: 'Both, for one feature at a time, mostly in smaller teams.' },
    ],
    tell: 'Ask where they look first when a page shows a wrong number.',
  },
  running: {
    title: 'DevOps, site reliability or systems?',
    sides: [
      {
        name: 'DevOps or platform engineer',
        is: 'Builds tools with which developers put out their changes by themselves.',
      },
      {
        name: 'Site reliability engineer',
        is: 'Keeps one large service within agreed limits of failure, by writing software.',
      },
      {
        name: 'Network or systems engineer',
        is: 'Looks after the machines, lines and accounts a whole organisation works with.',
      },
    ],
    tell: 'Firms use the names loosely. Ask whose phone rings, and for what.',
  },
  quality: {
    title: 'Tester or developer?',
    sides: [
      { name: 'Test engineer', is: 'Asks how it could fail, tries it, and builds checks which run each night.' },
      { name: 'Developer', is: 'Makes it work, and tests own work first. Sees the code more than the whole.' },
    ],
    tell: 'Ask what made their last week a good one: a bug that was found, or a feature that went out.',
  },
  people: {
    title: 'Designer or user researcher?',
    sides: [
      { name: 'UX or product designer', is: 'Makes a proposal and improves it.' },
      { name: 'User researcher', is: 'Makes no proposal, but shows what people do with it and without it.' },
    ],
    tell: 'Ask what they bring to a meeting: a draft, or what eight people said.',
  },
  ladder: {
    title: 'Architect or engineering manager?',
    sides: [
      {
        name: 'Software architect',
        is: 'Stays with technology: larger systems, longer decisions, few people to lead.',
      },
      { name: 'Engineering manager', is: 'Moves to people: hiring, talks, growth, less and less code.' },
    ],
    tell: 'Ask what is in the calendar on Tuesday: drawings or talks with people.',
  },
  money: {
    title: 'Banking or investment?',
    sides: [
      {
        name: 'Banking & payments',
        is: 'Keeps, moves and lends money. Earns by interest and fees, and fears a mistake.',
      },
      {
        name: 'Investment & trading',
        is: 'Buys and sells what may rise or fall. Earns by being right, and fears being wrong.',
      },
    ],
    tell: '“Investment bank” is a third thing: it mostly advises companies on raising money and buying each other.',
  },
  hired: {
    title: 'Consultant, contractor or in-house?',
    sides: [
      {
        name: 'Consultant',
        is: 'Employed by a consulting firm, lent to clients for a project. The firm finds the next one.',
      },
      {
        name: 'Contractor',
        is: 'Self-employed, paid by the day, finds each contract alone. More pay, no paid holiday, no training.',
      },
      { name: 'In-house', is: 'Employed by the firm that uses the work. Sees what becomes of it for years.' },
    ],
    tell: 'Ask who pays the salary in a month with nothing to do.',
  },
  place: {
    title: 'Startup or bank?',
    sides: [
      {
        name: 'Startup',
        is: 'Few people, many hats, quick decisions. You learn broadly, much is missing, and it may be gone in two years.',
      },
      {
        name: 'Bank or other large firm',
        is: 'Training, names that open doors, clear steps. You learn deeply, and changing something takes signatures.',
      },
    ],
    tell: 'Ask who would teach you, and what they did in their own first year.',
  },
};
