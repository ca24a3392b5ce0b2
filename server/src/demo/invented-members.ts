import type { Ask, Profile } from '@lapwing/shared/community/profile';

/** What one of them asks for, and for how many days it has waited. */
export interface InventedAsk extends Pick<Ask, 'line' | 'stepsAhead'> {
  readonly roles: Ask['roles'];
  readonly industries: Ask['industries'];
  readonly waits: number;
}

/**
 * What happened so many days ago: a mentor is asked, says yes or no, nothing until the clock goes on, the two met, and are in
 * touch. Whom it is about follows from the rules.
 */
export type Happened = 'ask' | 'yes' | 'no' | 'clock' | 'met' | 'in-touch';

/** What somebody asked for before, and what came of it, the oldest first. */
export interface InventedStory {
  readonly ask: InventedAsk;
  readonly came: readonly (readonly [daysAgo: number, happened: Happened])[];
}

/** Somebody of the community whom nobody knows. */
export interface InventedMember extends Omit<Profile, 'email' | 'pausedUntil'> {
  /** For how many days they give no introductions; 0 for no pause. */
  readonly pauses: number;
  readonly asks: InventedAsk | null;
  readonly story: InventedStory | null;
}

const NOTHING_MORE = {
  ...{ languages: ['en'], industries: [], roles: [], years: 0, perMonth: 0, pauses: 0, asks: null, story: null },
} as const satisfies Partial<InventedMember>;

type Told = Pick<InventedMember, 'name' | 'headline'> & Partial<InventedMember>;
const somebody = (told: Told): InventedMember => ({ ...NOTHING_MORE, ...told });

type Wish = Pick<InventedAsk, 'line'> & Partial<InventedAsk>;
const asking = (waits: number, wish: Wish): InventedAsk => ({
  ...{ roles: [], industries: [], stepsAhead: null, ...wish, waits },
});

const as = (role: string, years: number) => ({ role, years });
const GERMAN_TOO = ['en', 'de'];

const STUDENTS: readonly Told[] = [
  {
    ...{ name: 'Lea Sommer', headline: 'Studies computer science, second year', languages: GERMAN_TOO },
    asks: asking(27, { roles: ['back-end'], line: 'Which of my projects would you want to see in an application?' }),
  },
  {
    ...{ name: 'Kwabena Asante', headline: 'Studies mathematics, third year' },
    asks: asking(24, {
      ...{ roles: ['data-scientist'], industries: ['banking'] },
      line: 'Do I need a master’s degree, or is a good project enough?',
    }),
  },
  {
    ...{ name: 'Mei Lin Chua', headline: 'Studies economics, second year' },
    asks: asking(23, { roles: ['product'], line: 'What does a product manager do on a Tuesday?' }),
  },
  {
    ...{ name: 'Jonas Albers', headline: 'Studies electrical engineering', languages: GERMAN_TOO },
    asks: asking(21, {
      ...{ roles: ['embedded'], industries: ['energy'] },
      line: 'I would like to work on wind or solar. Where do people like me begin?',
    }),
  },
  {
    ...{ name: 'Fatima Zahra Benali', headline: 'Studies design, first year' },
    asks: asking(20, { roles: ['design'], line: 'How many pieces belong into a first portfolio?' }),
  },
  {
    ...{ name: 'Callum Reid', headline: 'Studies law, writes small programs at night' },
    asks: asking(18, { industries: ['public-sector'], line: 'Can I come into civic tech with a law degree?' }),
  },
  {
    ...{ name: 'Ananya Gupta', headline: 'Studies physics, final year' },
    asks: asking(17, {
      ...{ roles: ['machine-learning'], industries: ['health'] },
      line: 'What did you have to learn that no course teaches?',
    }),
  },
  {
    ...{ name: 'Tomás Silva', headline: 'Studies game design' },
    asks: asking(15, { roles: ['graphics'], industries: ['games'], line: 'Would you look at my renderer with me?' }),
  },
  {
    ...{ name: 'Zoe Papadakis', headline: 'Studies computer science, third year' },
    asks: asking(13, { roles: ['security'], line: 'Certificates or capture-the-flag: what counts when you hire?' }),
  },
  {
    ...{ name: 'Ibrahim Sesay', headline: 'Studies business, second year' },
    asks: asking(12, {
      ...{ roles: ['business-analyst'], industries: ['insurance'] },
      line: 'Is insurance as dull as people say?',
    }),
  },
  {
    ...{ name: 'Hanna Virtanen', headline: 'Studies psychology, would like to do user research' },
    asks: asking(10, { roles: ['research'], line: 'How did you find your first study that was paid?' }),
  },
  {
    ...{ name: 'Luca Moretti', headline: 'Studies tourism, first year' },
    asks: asking(9, { industries: ['travel'], line: 'Who builds what travellers book with?' }),
  },
  {
    ...{ name: 'Noah Ekström', headline: 'Studies computing, builds sites for clubs' },
    story: {
      ask: asking(16, { roles: ['full-stack'], line: 'I can build it all, a little. Should I specialise?' }),
      came: [
        [8, 'ask'],
        [6, 'yes'],
      ],
    },
  },
  {
    ...{ name: 'David Osei', headline: 'Studies statistics, third year' },
    story: {
      ask: asking(26, { roles: ['data-scientist'], line: 'How much of your week is really models?' }),
      came: [
        [22, 'ask'],
        [21, 'no'],
        [18, 'yes'],
        [6, 'met'],
      ],
    },
  },
];

const GRADUATES: readonly Told[] = [
  {
    ...{ name: 'Priyanka Nair', headline: 'Junior front-end engineer at a newspaper' },
    ...{ years: 1, industries: ['media'], roles: [as('front-end', 1)] },
    asks: asking(8, { roles: ['front-end'], line: 'How did you stop being the one who only gets the small tickets?' }),
  },
  {
    ...{ name: 'Ben Achterberg', headline: 'First job: data analyst at a charity' },
    ...{ years: 2, industries: ['charity'], roles: [as('data-analyst', 2)] },
    asks: asking(7, {
      roles: ['data-engineer', 'data-scientist'],
      line: 'Which of the two would you go for from where I am?',
    }),
    story: {
      ask: asking(128, { roles: ['data-analyst'], line: 'What should I ask for in my first year?' }),
      came: [
        [124, 'ask'],
        [122, 'yes'],
        [108, 'met'],
        [30, 'clock'],
        [28, 'in-touch'],
      ],
    },
  },
  {
    ...{ name: 'Chloé Martin', headline: 'Data analyst in Lyon', languages: ['fr'] },
    ...{ years: 2, industries: ['retail'], roles: [as('data-analyst', 2)] },
    asks: asking(14, { roles: ['data-scientist'], line: 'Comment avez-vous changé de métier sans repartir de zéro ?' }),
  },
  {
    ...{ name: 'Sara Lindholm', headline: 'Trainee at an insurer', years: 1, industries: ['insurance'] },
    story: {
      ask: asking(9, { roles: ['delivery'], line: 'How do you lead people who know more than you?' }),
      came: [[2, 'ask']],
    },
  },
  {
    ...{ name: 'Wanjiru Kamau', headline: 'Graduate network engineer' },
    ...{ years: 2, industries: ['telecoms'], roles: [as('network', 2)] },
    story: {
      ask: asking(20, { roles: ['network', 'security'], line: 'I am the only woman in the team. Were you, too?' }),
      came: [
        [14, 'ask'],
        [12, 'yes'],
        [4, 'clock'],
      ],
    },
  },
  {
    ...{ name: 'Isla Morgan', headline: 'Analyst in a product team', years: 2, industries: ['software'] },
    story: {
      ask: asking(31, { roles: ['product'], line: 'How did you get the first thing that was yours to decide?' }),
      came: [
        [26, 'ask'],
        [22, 'clock'],
        [21, 'yes'],
        [12, 'met'],
      ],
    },
  },
];

const IN_WORK: readonly Told[] = [
  {
    ...{ name: 'Amara Diallo', headline: 'Data analyst at a chain of bakeries', years: 4, perMonth: 1 },
    ...{ industries: ['retail'], roles: [as('data-analyst', 4)] },
    asks: asking(4, { roles: ['data-scientist'], line: 'I would like to change sideways. Is it too late at thirty?' }),
    story: {
      ask: asking(133, { roles: ['business-analyst'], line: 'What is the difference to what I do?' }),
      came: [
        [129, 'ask'],
        [127, 'yes'],
        [115, 'met'],
        [35, 'clock'],
        [34, 'in-touch'],
      ],
    },
  },
  {
    ...{ name: 'Rohan Iyer', headline: 'Platform engineer at an online shop', years: 8, perMonth: 2 },
    ...{ industries: ['software', 'retail'], roles: [as('platform', 6), as('reliability', 6)] },
    asks: asking(3, { roles: ['manager'], line: 'How did you know that you wanted to lead people?' }),
    story: {
      ask: asking(126, { roles: ['architect'], line: 'Do I have to stop writing code?' }),
      came: [
        [120, 'ask'],
        [118, 'yes'],
        [104, 'met'],
        [26, 'clock'],
        [25, 'in-touch'],
      ],
    },
  },
  {
    ...{ name: 'Dan Whitlock', headline: 'Product manager, was a consultant', years: 7, perMonth: 1 },
    ...{ industries: ['consulting'], roles: [as('product', 3)] },
    asks: asking(0, { roles: ['product'], stepsAhead: 1, line: 'How do you say no to whoever pays you?' }),
  },
  {
    ...{ name: 'Yuki Tanabe', headline: 'Machine-learning engineer for hospitals', years: 7, perMonth: 3 },
    ...{ industries: ['software', 'health'], roles: [as('machine-learning', 5), as('data-scientist', 3)] },
  },
  {
    ...{ name: 'Clara Voss', headline: 'Business analyst at an insurer', years: 8, perMonth: 2, languages: GERMAN_TOO },
    ...{ industries: ['insurance'], roles: [as('business-analyst', 8)] },
  },
  {
    ...{ name: 'Elena Popescu', headline: 'Graphics programmer, three games shipped', years: 9, perMonth: 2 },
    ...{ industries: ['games'], roles: [as('graphics', 9)] },
  },
  {
    ...{ name: 'Nadia El-Amin', headline: 'User researcher at a charity', years: 6, perMonth: 2 },
    ...{ industries: ['charity', 'education'], roles: [as('research', 6)] },
  },
  {
    ...{ name: 'Owen Pritchard', headline: 'Front-end engineer at a broadcaster', years: 6, perMonth: 2 },
    ...{ industries: ['media'], roles: [as('front-end', 6), as('full-stack', 4)] },
  },
  {
    ...{ name: 'Tobias Keller', headline: 'Makes wind turbines listen', years: 9, perMonth: 1, languages: GERMAN_TOO },
    ...{ industries: ['energy', 'engineering'], roles: [as('embedded', 9)] },
  },
  {
    ...{ name: 'Sofía Marín', headline: 'Test lead for a metro', years: 10, perMonth: 2, pauses: 20 },
    ...{ industries: ['transport'], roles: [as('test', 10)] },
  },
];

const FURTHER_ALONG: readonly Told[] = [
  {
    ...{ name: 'Ada Brandt', headline: 'CTO of a company of forty', years: 18, perMonth: 2, languages: GERMAN_TOO },
    ...{ industries: ['software', 'health'], roles: [as('manager', 8), as('architect', 12)] },
    asks: asking(2, { roles: ['founder'], line: 'We may found a second company. What would you do the other way?' }),
  },
  {
    ...{ name: 'Femi Okonkwo', headline: 'Founded two companies, sold one', years: 21, perMonth: 2 },
    ...{ industries: ['software', 'banking'], roles: [as('founder', 12)] },
    asks: asking(1, { roles: ['founder'], line: 'When did you hand your company on, and to whom?' }),
  },
  {
    ...{ name: 'Marta Kowalska', headline: 'Head of data at a bank', years: 14, perMonth: 4 },
    ...{ industries: ['banking'], roles: [as('data-scientist', 9), as('manager', 5)] },
  },
  {
    ...{ name: 'Henrik Solberg', headline: 'Staff engineer for payments', years: 12, perMonth: 2 },
    ...{ industries: ['banking', 'software'], roles: [as('back-end', 12), as('architect', 5)] },
  },
  {
    ...{ name: 'Lucia Ferrari', headline: 'Product director, health apps', years: 13, perMonth: 2 },
    ...{ industries: ['health'], roles: [as('product', 9)] },
  },
  {
    ...{ name: 'Samir Nasser', headline: 'Leads security for a city', years: 10, perMonth: 2 },
    ...{ industries: ['telecoms', 'public-sector'], roles: [as('security', 8), as('network', 10)] },
  },
  {
    ...{ name: 'Ines Carvalho', headline: 'Design lead at a publisher', years: 11, perMonth: 2 },
    ...{ industries: ['media', 'software'], roles: [as('design', 11), as('research', 6)] },
  },
  {
    ...{ name: 'Grace Mbeki', headline: 'Delivers what a ministry promised', years: 15, perMonth: 2 },
    ...{ industries: ['public-sector'], roles: [as('delivery', 9)] },
  },
];

/** Everybody of the demo's community, from students to founders. */
export const INVENTED_MEMBERS: readonly InventedMember[] = [
  ...STUDENTS,
  ...GRADUATES,
  ...IN_WORK,
  ...FURTHER_ALONG,
].map(somebody);
