import type { NeighbourKey } from '../neighbours.ts';

export const ENGLISH_NEIGHBOURS: Readonly<Record<NeighbourKey, string>> = {
  'banking/investment':
    'A bank keeps and lends what customers bring; an investment firm bets it on what will be worth more later. Big banks have departments for both.',
  'banking/insurance':
    'A bank gives your own money back when you ask; an insurer pays more than you put in, but only if something happens.',
  'investment/insurance':
    'Both calculate what may come. Investors look for what may go up, insurers ask what may go wrong and how often.',
  'software/consulting':
    'A software firm works on one product for years; a consultancy works on many clients’ problems, one after another.',
  'software/telecoms': 'Telecoms firms own the wires and masts; software firms sell what travels over them.',
  'software/games': 'Both ship code. Ordinary software should save people time; a game should be worth spending it on.',
  'consulting/law':
    'Both advise clients by the hour. Lawyers answer what is allowed, consultants what is wise; only lawyers need a licence.',
  'media/games':
    'Media tells a story to people who watch; a game hands them the controls and has to work whatever they do.',
  'media/telecoms':
    'Media makes what is seen and heard; telecoms brings it there. A streaming firm has people for both.',
  'health/education':
    'Both work with people one at a time and do research. Health mends or prevents; education helps somebody to do more.',
  'health/public-sector':
    'Hospitals are often paid for by the state, but patients and medicine set their day; elsewhere in the public sector it is laws and citizens.',
  'public-sector/charity':
    'Both serve a purpose. The state must serve everybody and is paid by taxes; a charity chooses whom it serves and asks for the money.',
  'education/charity':
    'Schools and universities have a fixed task and terms; charities also teach, but for their own cause and where they see a gap.',
  'retail/travel':
    'A shop sells a thing that can wait on a shelf; travel and leisure sell an hour that is gone if nobody comes.',
  'retail/transport':
    'Retail decides what to sell and to whom; transport brings it there. In online shops the two sit next to each other.',
  'travel/transport':
    'Transport gets people from here to there; travel and leisure is why they go and what they do there.',
  'energy/engineering':
    'Engineering firms make pumps and turbines; energy firms run them for decades and sell what comes out.',
  'energy/law':
    'Both build large things under many rules. Energy runs what was built; property and construction hand it over or let it.',
  'engineering/transport': 'Engineering makes the vehicle; transport runs it every day, on time, with people in it.',
  'front-end/back-end': 'Front-end makes what you see and press; back-end makes what happens after you pressed.',
  'front-end/design':
    'A designer decides how it should work and look; the front-end engineer makes it do that in every browser. Many can do some of both.',
  'front-end/mobile':
    'Both make what people touch. Front-end work runs in a browser and can be changed at once; an app is installed and passes a shop.',
  'back-end/full-stack':
    'A back-end engineer goes deep on one side; a full-stack developer takes a thing through both sides, usually at smaller scale.',
  'back-end/data-engineer':
    'Back-end code answers one request now; data pipelines collect millions of them for questions asked later.',
  'front-end/full-stack':
    'A front-end engineer knows browsers to the bottom; a full-stack developer also builds what the page asks.',
  'mobile/embedded':
    'Both write for small machines with batteries. A phone runs any app and has a screen; an embedded computer does one job and has none.',
  'graphics/front-end':
    'Both put things on a screen. Graphics draws whole moving worlds from mathematics; front-end arranges text, pictures and controls.',
  'graphics/embedded':
    'Both fight for milliseconds and memory. One for a beautiful picture, the other for a motor, a sensor or a brake.',
  'test/full-stack':
    'A developer asks how to make it work, a tester how it could fail. Testers also write code, and good developers also test.',
  'test/security': 'Testers look for what breaks by accident; security looks for what somebody could break on purpose.',
  'platform/reliability':
    'Platform teams build the road on which changes travel; reliability teams keep what arrived running, and answer the alarm.',
  'platform/network':
    'Platform engineers write software so that others get machines by themselves; network and systems engineers look after the machines and lines.',
  'reliability/network':
    'Reliability looks after one service and changes its code; network and systems engineers look after everything that services run on.',
  'security/network':
    'Network people make things reachable; security people ask by whom. In small firms it is one person.',
  'data-analyst/data-scientist':
    'An analyst says what happened and why; a scientist says what is likely to happen, and how sure that is.',
  'data-analyst/data-engineer':
    'The engineer brings the numbers, the analyst reads them. If a figure is missing ask the engineer, if it is puzzling ask the analyst.',
  'data-analyst/business-analyst':
    'A data analyst asks the database, a business analyst asks the people. Their job titles are mixed up often, so read the tasks.',
  'data-engineer/data-scientist':
    'The scientist needs data that can be trusted; the engineer makes it so, every night, also when nobody watches.',
  'data-scientist/machine-learning':
    'A scientist finds out whether a model helps; a machine-learning engineer makes it run for everybody, every day.',
  'data-scientist/quant':
    'Much the same mathematics. A quant works on markets that react to them, and on code in which microseconds cost money.',
  'machine-learning/quant':
    'Both put models to daily use. A quant’s model can lose money by lunch; a machine-learning system may be wrong for months unseen.',
  'business-analyst/product':
    'A business analyst makes clear what is needed; a product manager chooses what of it is built, and answers for the choice.',
  'business-analyst/delivery':
    'A business analyst sees to it that everybody means the same thing; a delivery manager that it is done by its date.',
  'product/delivery':
    'Product answers what and why, delivery answers who and when. One is asked “was it right?”, the other “is it done?”.',
  'product/design':
    'Product chooses the problem, design shapes the answer. They share the user, and argue about scope.',
  'product/founder':
    'A product manager decides for one product within a firm; a founder also has to find the money, the people and the first customer.',
  'delivery/manager':
    'A delivery manager looks after the work and its date; an engineering manager looks after the people and their growth.',
  'design/research':
    'A researcher finds out what people do and need; a designer makes something of it. In small teams one person does both.',
  'research/data-analyst': 'An analyst sees what a million people did; a researcher sits with eight and learns why.',
  'architect/manager':
    'Both are next steps for an engineer: the architect answers for the system, the manager for the people.',
  'architect/back-end':
    'A back-end engineer builds one service well; an architect decides which services there are and how they meet.',
  'founder/business-analyst':
    'Both translate between people and technology. The analyst writes inwards for those who build, the others outwards for those who buy or use.',
};
