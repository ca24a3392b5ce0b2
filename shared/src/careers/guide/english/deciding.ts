import type { TagText } from '../guide-text.ts';
import type { DecidingRole } from '../role-groups.ts';

export const ENGLISH_DECIDING: Readonly<Record<DecidingRole, TagText>> = {
  'data-analyst': {
    what: 'Answers questions with numbers that people already have. Did the new page help? Which shops lose money on Mondays? An analyst finds the figures, checks whether they mean what they seem to mean, and tells others so that they can decide.',
    day: 'Somebody asks a vague question; half the work is to make it precise. Then you query a database, find that March counts twice, clean it, draw two pictures and throw one away. You present it to people who hoped for another answer. Some reports come every week, the interesting ones come once.',
    wayIn:
      'From any subject in which you worked with figures: economics, psychology, geography, biology. Learn to query a database and show a question that you answered with public data.',
    firstJobs: ['Junior data analyst', 'Reporting analyst', 'Marketing or operations analyst'],
    ask: ['When did your numbers change a decision?', 'What do you do when the answer is not welcome?'],
  },
  'data-engineer': {
    what: 'Builds the pipes through which numbers arrive, right and on time. Sales from three hundred shops, clicks, sensors: each speaks its own dialect and sometimes stops. The engineer brings them to one place where others can trust them.',
    day: 'You write and mend programs that fetch, check and join data, mostly at night while you sleep. In the morning one has failed, because a supplier renamed a column. You talk with analysts about what they need and with other teams about what they send. Little of it is seen, and everything stands on it.',
    wayIn:
      'Through programming and databases; many were developers or analysts first. A project that collects something daily and still runs after a month is a fine proof.',
    firstJobs: ['Junior data engineer', 'Database developer', 'Analyst who automates their own reports'],
    ask: ['What broke last, and who noticed first?', 'How do you know that a number is right?'],
  },
  'data-scientist': {
    what: 'Works out from data what is likely to come, and how sure one may be of it. Who might cancel? Does the medicine work, or was it chance? It is statistics and programming for questions in which the answer is a probability.',
    day: 'You spend more time on understanding the data than on models. You plan an experiment, fit something simple, check whether it beats a guess, and explain it to people who want yes or no. Many ideas do not work. Saying so early is part of being good at it.',
    wayIn:
      'Often after a master’s degree in statistics, mathematics, physics, economics or computing, or from an analyst’s job. Show one question followed to its end, with its doubts.',
    firstJobs: ['Junior data scientist', 'Data analyst who runs experiments', 'Research assistant'],
    ask: ['Which of your models is really used?', 'When was the simple answer the best one?'],
  },
  'machine-learning': {
    what: 'Turns a clever model into something that runs every day, for many people, at a price one can pay. The model that suggests, translates or reads an X-ray is a small part; around it are data, tests, computers and a plan for when it is wrong.',
    day: 'You prepare training data, start a run, look at what it gets wrong and for whom, and make the next one faster or fairer. Then comes ordinary engineering: an interface, a limit, monitoring, a way back. The field moves each month, so reading belongs to the job, and so does not believing everything.',
    wayIn:
      'From computing with statistics, often with a master’s degree; also from development by taking over such a system. Put one small model to use for real people.',
    firstJobs: ['Junior machine-learning engineer', 'Developer in a team with models', 'Research engineer'],
    ask: ['How do you notice that it has become worse?', 'What should it never be allowed to decide?'],
  },
  quant: {
    what: 'Writes fast and exact programs with which firms price risks and trade. “Quant” is short for quantitative: mathematics decides, and code carries it out. Some work on the model, some on the microseconds, most on both.',
    day: 'You test an idea on years of market data, doubt why it looks so good, and find that it knew the future by accident. You make a calculation ten times faster, or explain to a trader why today’s price differs. Markets judge by evening. It is intense and well paid, with clever and direct colleagues.',
    wayIn:
      'Mathematics, physics, computing or engineering, with hard interviews on probability and programming. Internships lead to most offers; apply a year before.',
    firstJobs: ['Quantitative developer intern', 'Graduate in pricing or risk', 'Software engineer in a trading firm'],
    ask: ['How do you know that a result is not luck?', 'What does a bad week feel like?'],
  },
  'business-analyst': {
    what: 'Finds out what people need, and writes it down so that it can be built. Between the nurse who says “the form is useless” and the team that could change it stands somebody who asks until both mean the same thing.',
    day: 'You sit with people while they work, draw how a thing really runs, find the step nobody can explain, and agree what should be different. You write short examples that a developer and a lawyer both understand. Later you check whether what was built does it.',
    wayIn:
      'Any subject, if you like to ask and can write plainly. Many begin in the business itself, in customer service or administration, and know its knots from inside.',
    firstJobs: ['Junior business analyst', 'Graduate in a consultancy', 'Project support officer'],
    ask: ['What did people ask for, and what did they need?', 'How do you find out what nobody tells you?'],
  },
  product: {
    what: 'Decides what gets built next, and why. A product manager has a hundred good wishes on the table and a team that can do three. They answer for whether the result helps users and pays for itself, mostly without being anybody’s boss.',
    day: 'You talk with users, look at figures, write a page on what you would do and why, and defend it before designers, developers and sales. You say no often and must be liked afterwards. In the evening you try your own product and write down what annoys you.',
    wayIn:
      'Seldom a first job: most were developers, designers, analysts or in support. Some large firms take associates from university. Anything that you started and others used is worth telling.',
    firstJobs: ['Associate product manager', 'Product analyst', 'Customer support in a small company'],
    ask: ['What did you last say no to?', 'How do you know that you were wrong?'],
  },
  delivery: {
    what: 'Makes sure that a thing gets built: by whom, by when, in which order, and what to do when the one person who knows is ill. Called project, delivery or programme manager; in some teams scrum master.',
    day: 'You keep a plan that is true, which means that you change it. You ask how it goes and hear what is not said, remove what stands in the way, tell those who wait the truth early, and make meetings short. You do none of the building and are thanked when nobody noticed you.',
    wayIn:
      'From any subject, by having organised something with a date: a festival, a society, a move. Short certificates help with the words of the trade.',
    firstJobs: ['Project assistant', 'Junior delivery manager', 'Graduate in a projects programme'],
    ask: ['How do you notice that a date will not hold?', 'What was your worst meeting?'],
  },
  design: {
    what: 'Decides how a thing should work for the person who uses it: what comes first, what a button is called, what happens after a mistake. How it looks is part of it; what it saves people from is the larger part.',
    day: 'You sketch many answers to one problem, throw most away, build a version that can be clicked, and watch somebody fail with it. You argue for them in meetings. Then you work out each state with developers: empty, loading, too long, in Arabic, on a bus.',
    wayIn:
      'By a portfolio of three pieces that shows how you thought and what you changed, not only pretty ends. Design degrees help; psychology, architecture and self-taught people are common.',
    firstJobs: ['Junior product or UX designer', 'Designer at an agency', 'Designer and developer in a small firm'],
    ask: ['What did you change after you watched someone use it?', 'Who has the last word on your drafts?'],
  },
  research: {
    what: 'Finds out how people really behave, by asking and watching. What they say they do and what they do differ; a user researcher knows how to see both without pushing, and gives a team fewer guesses.',
    day: 'You find eight people who are not like your colleagues, sit with them, ask open questions and bear the silence. Then you sort notes, look for what repeats, and make it so vivid that a team acts on it. There is care in it: consent, privacy, and people who are having a hard time.',
    wayIn:
      'From psychology, sociology, anthropology, design or journalism. A small honest study, of a library or of a bus ticket machine, is the best thing to bring.',
    firstJobs: ['Junior user researcher', 'Research assistant', 'Designer with a share of research'],
    ask: ['What did you believe before you watched?', 'What happens when a team does not want to hear it?'],
  },
  architect: {
    what: 'Chooses the big shapes of a system that are expensive to change later: what is separate, what is shared, where the data lives, what may fail alone. A software architect has usually built for ten years and been wrong a few times.',
    day: 'You read, draw boxes, ask what happens at ten times the load, and write down decisions with their reasons so that others can disagree. You sit between teams that want different things. The good ones still write code, to feel what their decisions cost.',
    wayIn:
      'Not from university: through years of development. What you can do now is to look at the whole of a project, keep notes on why it is as it is, and see what became of it.',
    firstJobs: [
      'Software engineer with an eye for the whole',
      'Graduate in a large systems house',
      'Technical consultant',
    ],
    ask: ['Which decision of yours would you take back?', 'How do you convince teams that do not report to you?'],
  },
  manager: {
    what: 'Looks after the people who build: hires them, helps them grow, clears the way, and tells them the truth. An engineering manager’s work is done by others, which takes getting used to for somebody who liked doing it.',
    day: 'Talks with each person, planning, interviews, a conflict that nobody wanted to mention, a budget. Between them you read enough to know what is hard. You are judged by what the team does and by who stays. On a good day you solved nothing yourself and it all went well.',
    wayIn:
      'After some years as an engineer, often by leading two people and being asked to go on. Running a society, a team or a kitchen is real practice.',
    firstJobs: ['Software engineer', 'Team lead of a student project', 'Mentor of interns'],
    ask: ['Do you miss writing code?', 'What was the hardest thing you had to tell somebody?'],
  },
  founder: {
    what: 'Jobs in technology in which you talk, write or sell as much as you code. A founder starts a firm. Developer relations helps outside developers. A technical writer explains. A sales engineer shows a buyer what a product can do, and what not.',
    day: 'You change between a screen and people many times. A demonstration at nine, a text that must be right by noon, a customer’s odd problem in the afternoon. Founders add money, hiring and worry. Somebody who can both understand a thing and explain it is rare, so you are called often.',
    wayIn:
      'From development, support, teaching or journalism. Write about something you learned, give a short talk, answer questions in a forum. For founding: start small, with somebody you trust.',
    firstJobs: [
      'Technical writer',
      'Solutions or sales engineer',
      'Community or developer support',
      'First employee of a startup',
    ],
    ask: ['How much of your week is still technical?', 'What did you have to unlearn?'],
  },
};
