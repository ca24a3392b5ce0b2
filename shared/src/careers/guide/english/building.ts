import type { TagText } from '../guide-text.ts';
import type { BuildingRole } from '../role-groups.ts';

export const ENGLISH_BUILDING: Readonly<Record<BuildingRole, TagText>> = {
  'front-end': {
    what: 'Builds the part of a site or program that you see and touch: pages, buttons, forms, the small movement when something opens. It has to work on a cracked phone in the sun, with a keyboard alone, and read aloud to somebody who cannot see it.',
    day: 'You take a drawing from a designer and turn it into something that behaves. In the morning you may chase a button that jumps in one browser, in the afternoon review a colleague’s code or talk about what should happen when the network is gone. You see your work at once, and so does everybody else.',
    wayIn:
      'Through a computing degree, a course of some months, or by yourself: the tools are free and every page can be looked into. Put two or three finished things online.',
    firstJobs: ['Junior front-end developer', 'Web developer at an agency', 'Working student on an internal tool'],
    ask: [
      'What was hardest to get right on your last page?',
      'How do you check that somebody who cannot see can use it?',
    ],
  },
  'back-end': {
    what: 'Builds what happens behind the page: it stores, decides and answers. When you press “buy”, the back end checks that the thing is still there, takes the money once and not twice, and remembers it for years.',
    day: 'You write code that nobody sees and many depend on. You design how data is kept, answer how two services should talk, and read logs to find out why one request in ten thousand takes nine seconds. A good part is thinking about what may go wrong, and a part is reading what others wrote before you.',
    wayIn:
      'A computing degree is the usual way, a conversion course a good second. Build something small that keeps data for real users, and be ready to explain each choice.',
    firstJobs: [
      'Junior back-end developer',
      'Graduate software engineer',
      'Support engineer who fixes the bugs they find',
    ],
    ask: ['What is the oldest code you still change?', 'How do you find a mistake that happens once a week?'],
  },
  'full-stack': {
    what: 'Does both halves: the page and what is behind it. Usually found in small teams, where one person takes a wish from a first talk to a thing that runs, without handing it over at the middle.',
    day: 'One hour you change a table in the database, the next a form in the browser, then you find out why the two disagree. You talk with the people who asked for it more often than specialists do. The price is that you are never the deepest expert in the room, and have to look things up all day.',
    wayIn:
      'Small companies and agencies hire for it directly. A complete project of your own, however modest, is the best proof, since it shows that you can finish.',
    firstJobs: ['Junior developer in a startup', 'Agency developer', 'The one developer in a charity or a laboratory'],
    ask: ['Which half would you give away, if you had to?', 'How do you keep up with both?'],
  },
  mobile: {
    what: 'Makes apps for phones and tablets. Screens are small, batteries are smaller, the network comes and goes, and each new version passes an app shop before people get it. A mistake that is out cannot be taken back in five minutes.',
    day: 'You build a screen, try it on a new phone and on one that is five years old, and find that the keyboard covers the button. You follow what the makers of the phones change each year. There are crash reports to read, releases to plan, and designers who care about each millimetre, rightly.',
    wayIn:
      'An app in the shop, even with twelve users, opens doors. Most learn one system first and the other on the job.',
    firstJobs: ['Junior app developer', 'App tester', 'Working student in an app team'],
    ask: ['What do you do about phones that are five years old?', 'What did a crash report last teach you?'],
  },
  graphics: {
    what: 'Makes worlds move: light, water, crowds, a car that slides. A picture has to be ready sixty times a second, so each has about sixteen thousandths of one. It is used in games, in film, in simulators for pilots and surgeons, and in design programs.',
    day: 'You write code close to the machine, look at the result, measure where the time goes, and win back two milliseconds. Artists ask for more, the console says no, and you find the trick between them. Much is geometry and linear algebra, and much is patience.',
    wayIn:
      'With a demo. A small renderer, an effect, or a game jam entry that you can explain in detail counts more than grades, though the mathematics has to be there.',
    firstJobs: ['Junior gameplay programmer', 'Tools programmer', 'Graphics intern in a simulator or film firm'],
    ask: ['What did you last make twice as fast, and how?', 'How much of it is mathematics on a normal day?'],
  },
  embedded: {
    what: 'Writes the code inside things: cars, kettles, pacemakers, satellites. The computer in there may have less memory than this page needs, must never hang, and often cannot be updated once it has left the factory.',
    day: 'There is a bench with a board, wires and a meter that shows what the chip really does. You read data sheets, write in a language close to the machine, and ask whether the fault is in your code or in the solder. Tests run on hardware. Some days end with a motor that finally turns the right way.',
    wayIn:
      'From electronics, computing, physics or a hobby with small boards. Bring a thing that blinks, measures or drives, and the story of what it did wrong at first.',
    firstJobs: ['Junior embedded developer', 'Test engineer for devices', 'Intern in a hardware laboratory'],
    ask: ['What happens when your code hangs?', 'How do you repair something that is in orbit or under a road?'],
  },
  test: {
    what: 'Finds out how a thing breaks before the people who use it do, and says so in a manner that helps to mend it. Testers think about what nobody meant: two clicks at once, a name with an apostrophe, a Sunday at midnight when the clocks change.',
    day: 'You read what is planned and ask what happens if. You try the new version by hand with an idea in mind, write programs that try the old parts again each night, and look into why one failed. You talk a lot with developers, and bring bad news kindly and with proof.',
    wayIn:
      'Open to many subjects, since curiosity and clear writing count most. Learn some programming; most jobs now ask for it. It is also a way into development, in both directions.',
    firstJobs: ['Junior test engineer', 'Games or app tester', 'Support with a share of testing'],
    ask: ['What is the best bug you ever found?', 'What do you do when there is no time to test?'],
  },
  platform: {
    what: 'Builds the machinery that other developers ship on. When somebody’s change is tested, packed and put on hundreds of computers within minutes and without a phone call, a platform team made that road. Their users sit in the same building.',
    day: 'You write code that builds and moves code: pipelines, templates, scripts for machines in the cloud. You watch what slows colleagues down and take it away. Somebody always wants an exception. There are bills to look at, since computers are rented by the second.',
    wayIn:
      'Many come from development or from running systems, so it is seldom the first job, but graduate programmes exist. Set something up for a student project so that it releases itself.',
    firstJobs: ['Junior DevOps engineer', 'Cloud support engineer', 'Developer with a share in the build'],
    ask: [
      'How long does a change take until it is live, and what was it before you?',
      'Whom do you ask what to build?',
    ],
  },
  reliability: {
    what: 'Keeps a service up, and learns from the night when it was not. Reliability engineers decide with others how much failure is acceptable, measure it, and write software so that the same fault does not wake anybody twice.',
    day: 'Most days are calm: you read graphs, plan for the next big day, automate a thing that was done by hand, and go through a past failure without looking for somebody to blame. Some weeks you carry the alarm, are paid for it, and must decide with little sleep and half the facts.',
    wayIn:
      'Usually after a year or two as developer or in operations; some large firms take graduates. Know how a computer and a network really work, and like to find out why.',
    firstJobs: [
      'Junior site reliability engineer',
      'Operations engineer',
      'Developer in a team that carries its own alarm',
    ],
    ask: ['What woke you last, and what did you change?', 'How good is good enough, in your service?'],
  },
  security: {
    what: 'Thinks like a burglar and is paid like a locksmith: finds the weak places in a system before somebody else does, closes them, and notices when one was used. The weak place is as often a tired person as a line of code.',
    day: 'You read code and plans with the question of how they could be abused, answer what to patch first, watch for odd behaviour, and explain to people why a password list on the wall is a problem without making them feel stupid. When something happens you work with facts, quickly and in writing.',
    wayIn:
      'From computing, networks or support, and through competitions in which breaking in is allowed. Never try it where you have no permission: that closes the field.',
    firstJobs: [
      'Security operations analyst',
      'Junior penetration tester',
      'Developer who looks after security in a team',
    ],
    ask: ['What was the cleverest attack you saw?', 'How do you say no so that people ask again?'],
  },
  network: {
    what: 'Makes computers talk to each other and stay healthy: cables and radio in a building, machines in a data centre or rented in a cloud, accounts, backups. If it works people think that it works by itself.',
    day: 'There is planned work, such as a new office or a move to newer machines, and there is the phone. You find out why one floor has no network, replace what is old before it fails, test whether a backup can really be read, and write down how it all hangs together for whoever comes next.',
    wayIn:
      'The most open door in computing: apprenticeships, support desks and certificates all lead in. A small network at home with an old computer teaches more than one would think.',
    firstJobs: ['IT support technician', 'Junior systems administrator', 'Network operations engineer'],
    ask: ['When did you last need a backup?', 'What do people ask you that is not your job at all?'],
  },
};
