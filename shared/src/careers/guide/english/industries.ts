import type { Industry, TagText } from '../guide-text.ts';

export const ENGLISH_INDUSTRIES: Readonly<Record<Industry, TagText>> = {
  banking: {
    what: 'Banks hold money for people and companies, move it where it should go, and lend it to those who will pay it back. Payment firms do the moving alone: the tap of a card in a shop passes through five or six companies in under two seconds.',
    day: 'Much of the work is making sure that nothing goes missing. Somebody builds the screen that shows a balance, somebody hunts a payment that arrived twice, somebody decides whether a bakery gets a loan. Rules are strict, and almost every change is checked by a second person before it goes out.',
    wayIn:
      'Large banks hire by the hundred each autumn, often from any subject, and train you. Payment startups hire fewer people, later in the year, and expect you to have built something.',
    firstJobs: [
      'Graduate analyst',
      'Junior software engineer',
      'Fraud or payments operations',
      'Customer support with a move after a year',
    ],
    ask: [
      'What happens in your team when a payment fails at six in the evening?',
      'How long does a small change take from idea to customer?',
    ],
  },
  investment: {
    what: 'These firms decide what to buy and sell: shares, bonds, currencies, whole companies. Some think for months before they buy once. Others write programs that trade thousands of times a day. Either way they work with money that belongs to somebody else, such as a pension fund.',
    day: 'The day follows the markets. People read, calculate, argue about whether an idea is right, and watch what happened to the last one. Feedback is quick and public: the number at the end of the day is green or red. Some desks start at seven and are quiet by six, others are not quiet at all.',
    wayIn:
      'Summer internships decide most places, and applications open a year ahead. Trading firms test mathematics and clear thinking; fund managers care more about how you explain an opinion.',
    firstJobs: ['Summer or spring intern', 'Junior trader', 'Investment analyst', 'Quantitative or software developer'],
    ask: [
      'What was the last idea you were sure of that turned out wrong?',
      'Which part of the job would a student not guess from outside?',
    ],
  },
  insurance: {
    what: 'Many people pay a little so that the few whose house burns down are not ruined. The firm has to work out how likely the fire is, ask a fair price, and pay when it happens. The same idea covers ships, phones, concerts and satellites.',
    day: 'Actuaries and analysts look for patterns in decades of claims. Underwriters decide which risks to take and on what terms. Claims handlers talk to people on one of the worst days of their year. Software ties it together, some of it older than the people who look after it.',
    wayIn:
      'Open to most subjects and less crowded than banking. Mathematics leads to actuarial work, which comes with paid exams for some years. Broking and claims hire for curiosity and for how you talk to people.',
    firstJobs: ['Actuarial trainee', 'Underwriting assistant', 'Claims handler', 'Graduate in technology or data'],
    ask: [
      'What is the strangest thing you ever had to put a price on?',
      'How do you decide that a claim is not honest?',
    ],
  },
  software: {
    what: 'Here the product is the software itself: a program companies rent by the month, an app, a service other developers build on. Writing one more copy costs almost nothing, so everything turns on whether people want it and stay.',
    day: 'Small teams pick a problem, build a first version, show it to some users and change it. There are meetings, written proposals and reviews of each other’s code, and then hours of quiet work. Releases may go out several times a day. What you made in the morning can be used by strangers in the afternoon.',
    wayIn:
      'Computing degrees are common but not needed everywhere. Something you made and can talk about, however small, weighs more than a list of languages. Large firms run internships; small ones answer a good e-mail.',
    firstJobs: ['Junior software engineer', 'Technical support engineer', 'Associate product manager', 'Test engineer'],
    ask: ['Who decides what your team builds next?', 'What did you build that nobody used?'],
  },
  consulting: {
    what: 'Consultants and agencies are hired by other companies for a while: to answer a hard question, to build a website, to lead a change that the client has no people for. The work is sold by the project, so the people who do it move from one field to another.',
    day: 'You learn a client’s business in a week, talk to the people who do the work, and turn what you find into slides, a plan or running code. Part of the job is being trusted by strangers. Deadlines are real, teams change every few months, and some firms travel a lot.',
    wayIn:
      'Big consultancies take any subject and select by interviews in which you solve a case aloud. Agencies look at a portfolio. Both like people who can explain a complicated thing to someone in a hurry.',
    firstJobs: ['Graduate consultant', 'Junior developer at an agency', 'Business analyst', 'Account executive'],
    ask: ['What do you know about a client on the first morning?', 'Do you ever see what became of your advice?'],
  },
  media: {
    what: 'News, television, film, music, podcasts and everything that is streamed. Some people make what is read and heard, others find the money for it, and a growing number build the systems that bring it to a screen without a stutter.',
    day: 'It depends on the clock of the product. A newsroom works to the minute, a documentary to the year. There is planning, a rush before something goes out, and a short breath after it. Much of it is team work between people who make things and people who count who watched.',
    wayIn:
      'Rarely by a degree alone. Student radio, a blog, a short film or a small tool for a local paper show that you do it anyway. Many start as runners or on short contracts and are asked back.',
    firstJobs: [
      'Runner or production assistant',
      'Junior reporter',
      'Social video editor',
      'Developer in a streaming team',
    ],
    ask: ['How secure did your first three years feel?', 'What do you make that you would watch yourself?'],
  },
  games: {
    what: 'Studios make things to play, on phones, consoles and tables. A large game takes hundreds of people four years; a small one takes two people and a winter. Code, drawing, sound, story and rules have to fit together, and in the end it must be fun, which nobody can calculate.',
    day: 'You make a small piece, play it, and change it: a jump that feels heavy, a level people leave at the same spot. Builds break and are mended before the evening playtest. Shortly before a release hours can get long; good studios plan so that this is rare, and it is fair to ask.',
    wayIn:
      'By what you have made. A finished tiny game says more than an unfinished large one. Game jams bring both a portfolio and people who remember you.',
    firstJobs: ['Games tester', 'Junior gameplay programmer', 'Junior artist or level designer', 'Community assistant'],
    ask: ['What did you cut from your last game, and was it right?', 'How were the last three months before release?'],
  },
  telecoms: {
    what: 'Telecoms firms run the networks that carry calls and data: cables under streets and seas, masts on roofs, satellites, and the computers that decide which way each packet goes. When it works nobody notices. When it stops, shops, ambulances and homework stop with it.',
    day: 'Teams watch traffic, plan where the next mast or cable goes, and repair what a digger cut this morning. There is radio physics, a great deal of software, and work outdoors for those who like it. Some people sell and support what the network offers to companies.',
    wayIn:
      'Apprenticeships and graduate schemes both lead in, from engineering, computing, physics or geography. It is a field with steady hiring and fewer applicants than its size would suggest.',
    firstJobs: [
      'Network operations engineer',
      'Radio planning engineer',
      'Field technician',
      'Graduate in software or data',
    ],
    ask: ['What happens in your network on New Year’s Eve?', 'Who gets the call when a cable is cut?'],
  },
  health: {
    what: 'Keeping people well and making them better: hospitals and surgeries, makers of medicines and devices, laboratories, and the software between them. Much of it is biology, but a hospital also needs planners, engineers and people who make forms that a tired nurse can fill in.',
    day: 'Work is careful because mistakes hurt somebody. Results are checked twice, changes are tested and written down, and a new medicine takes ten years. In a hospital team the day is set by patients; in a laboratory by experiments; in health software by long talks with the people who will use it.',
    wayIn:
      'Clinical jobs need their own training. Everything around them takes scientists, programmers, designers and managers from ordinary degrees, and values those who listen to staff and patients.',
    firstJobs: [
      'Laboratory technician',
      'Clinical trial assistant',
      'Junior developer in health software',
      'Graduate manager in a hospital',
    ],
    ask: [
      'How do you know that what you did helped somebody?',
      'What takes longest in your work, and does it have to?',
    ],
  },
  'public-sector': {
    what: 'Ministries, councils, tax offices, courts, and the teams that build their services. A shop may choose its customers; the state may not. A form for a benefit has to work for somebody without a printer, with poor eyesight, in a second language, on the worst day of a month.',
    day: 'You work out what a law means for real people, write it simply, build it, and watch somebody try. Decisions are made in the open and take longer, since they are paid for by everybody. There is politics above you and a queue of citizens in front of you.',
    wayIn:
      'Fixed programmes and published vacancies, with clear criteria: answer each of them with an example. Any subject fits somewhere. Pay starts lower than in banks, hours are kinder, and people move between departments.',
    firstJobs: ['Policy officer', 'Fast-track graduate', 'Junior developer in digital services', 'Caseworker'],
    ask: [
      'What did you change that people outside noticed?',
      'What is slow here for a good reason, and what for none?',
    ],
  },
  education: {
    what: 'Schools, universities, training, the makers of learning tools, and the laboratories where things are found out that nobody knew. The result is not a product but a person who can do more, or a piece of knowledge that others can build on.',
    day: 'Teachers prepare, explain, mark, and notice who went quiet. Researchers read, try, fail, write, and ask for money for the next try. In learning software, people watch a class use the thing and see where it loses them. The year has a rhythm of its own, with a heavy spring.',
    wayIn:
      'Teaching has its own training year, often paid. Research usually means a doctorate, which is a job with an end date. Companies for learning tools hire developers and designers, and love former teachers.',
    firstJobs: [
      'Trainee teacher',
      'Research assistant',
      'Learning designer',
      'Developer in a university or learning firm',
    ],
    ask: ['When did you last see somebody understand?', 'How do you live with contracts that end?'],
  },
  charity: {
    what: 'Organisations with a purpose first and money to serve it: food banks, rescue at sea, housing advice, protecting a forest. A social enterprise sells something to pay for its purpose. Both have staff, budgets, software and bosses like any firm, and less of each.',
    day: 'You might write to donors in the morning, count what last year’s project really changed before lunch, and stand in for a colleague after it. Roles are broad because teams are small. Meeting those it is for keeps many people in the work; stretched budgets wear some of them out.',
    wayIn:
      'Volunteering helps, if you can say what you did and what came of it. Fundraising, data and technical skills are scarce here, so somebody with them is given responsibility early.',
    firstJobs: ['Fundraising assistant', 'Project officer', 'Volunteer coordinator', 'Data or digital officer'],
    ask: ['How do you know that it works?', 'What does the money allow, and what not?'],
  },
  retail: {
    what: 'Selling things to people, in a shop or on a page. Behind a jar on a shelf are a buyer who chose it, somebody who guessed how many would sell, a warehouse, a lorry and a price that changed twice. Online, the shop window is software and each click is counted.',
    day: 'Numbers arrive every morning: what sold, what did not, what was sent back. People change a price, a page or an order because of it and see the effect within days. November is hectic everywhere. In shops you learn to lead a team sooner than almost anywhere else.',
    wayIn:
      'Graduate schemes for buying, shops and head office; online firms hire analysts, developers and marketers. Having worked on a till counts for more than students think.',
    firstJobs: [
      'Buying or merchandising assistant',
      'Trainee store manager',
      'E-commerce analyst',
      'Junior developer in an online shop',
    ],
    ask: ['Which product surprised you?', 'What do people send back, and why?'],
  },
  travel: {
    what: 'Where people go, sleep, eat and enjoy themselves: hotels, restaurants, festivals, museums, sport, and the sites on which it is booked. An empty seat tonight can never be sold again, so much turns on the right price at the right time, and on being remembered kindly.',
    day: 'Guests set the pace. In a hotel or a stadium you plan for a full house and then improvise. In the office behind it people set prices, write to guests, mend the booking page and read reviews. Evenings and weekends are working time for many, and the season decides the holidays.',
    wayIn:
      'Start in the house: service, kitchen, box office. Those who stay lead early, and head offices like people who know the floor. Booking firms hire like any software company.',
    firstJobs: [
      'Trainee manager in hotel or restaurant',
      'Event assistant',
      'Revenue analyst',
      'Support or developer in a booking firm',
    ],
    ask: ['What does a full evening look like from behind?', 'How do you plan for a summer you cannot foresee?'],
  },
  transport: {
    what: 'Moving people and things on time: trains, buses, aircraft, ships, parcels, and warehouses in which robots and people share the floor. Everything depends on everything else, so a driver who is ill in the morning can be a missed connection in another country at night.',
    day: 'Planners make a timetable that looks perfect on paper, control rooms rescue it when a point freezes, and analysts ask afterwards what would have helped. Software finds routes and predicts delays. Safety comes before time in every decision, and that is trained until it is habit.',
    wayIn:
      'Apprenticeships, engineering degrees and graduate schemes in operations. If you like puzzles with trucks in them, say so. Geography, mathematics and languages are all welcome.',
    firstJobs: ['Operations planner', 'Supply chain analyst', 'Graduate engineer', 'Shift manager in a warehouse'],
    ask: ['What was your worst morning, and how was it solved?', 'Which delay is cheaper to accept than to prevent?'],
  },
  energy: {
    what: 'Power, heat and water, and getting them with less harm to the climate. Wires and pipes that last fifty years meet solar roofs that change by the minute. At each second as much electricity has to go in as comes out, or the lights go off.',
    day: 'Engineers plan, inspect and repair; modellers forecast wind and demand; others negotiate with landowners, councils and regulators. Some days are spent in boots at a site, others with a spreadsheet about 2040. Projects are long, and what you build will outlast your career.',
    wayIn:
      'Engineering, physics, chemistry, geography, economics and computing all lead here. Network companies train well, and young climate firms want people who can do two things at once.',
    firstJobs: ['Graduate engineer', 'Energy analyst', 'Site technician', 'Project developer for wind or solar'],
    ask: [
      'What keeps the lights on when the wind drops?',
      'What in the talk about climate do you see differently since you work here?',
    ],
  },
  engineering: {
    what: 'Making physical things: cars, pumps, chips, chairs, robots, and the machines that make them. Nearly all of them have software inside now. Unlike an app a part cannot be replaced overnight, so it is calculated, tried and tried again before the first thousand are made.',
    day: 'You move between a screen with a drawing, a bench with a prototype, and a line where it is made by people who know best what is wrong with it. Tests fail and teach. Suppliers are late. Then a thing you helped to shape rolls out of a door and you can touch it.',
    wayIn:
      'Engineering degrees and apprenticeships, both respected. Makers with a project of their own, such as a race car team or a robot at home, have something to show. Software people are wanted and rarely apply.',
    firstJobs: [
      'Graduate design engineer',
      'Production or quality engineer',
      'Robotics technician',
      'Embedded developer',
    ],
    ask: ['What did the last prototype teach you?', 'How far is your desk from the factory?'],
  },
  law: {
    what: 'Rules, buildings and places: lawyers who write and defend agreements, firms that plan, build, let and look after homes and offices, and a young trade in software for both. They belong together because each building is also a stack of contracts.',
    day: 'Lawyers read closely, write precisely and explain to clients what they may do. On a building site the day is a chain of dates: if the windows come late, so do twenty others. Estate people inspect, value and negotiate. In all three, a small word or a small measurement can be expensive.',
    wayIn:
      'Law has fixed stages with exams; a degree in another subject plus a conversion is common. Building and property take apprentices and graduates of engineering, geography and business.',
    firstJobs: [
      'Paralegal or trainee solicitor',
      'Assistant site manager',
      'Graduate surveyor',
      'Developer or analyst in legal software',
    ],
    ask: ['Which sentence or which measurement cost most?', 'How much of your training do you use each week?'],
  },
};
