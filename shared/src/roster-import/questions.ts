import type { AttendeeRole } from '../event/roster.ts';
import type { Subject } from './subject.ts';
import { ABROAD } from './words-abroad.ts';

type Wording = readonly [Subject, RegExp];

/** What looks like one of our questions and is not: marks of a quiz, the buyer of a ticket, where somebody lives. */
const NEVER: readonly Wording[] = [
  ['other', /^(?:points|feedback) ?-|\[(?:score|feedback)\]$/u],
  [
    'other',
    /linkedin|\b(?:may|can|could)\b.*\bcontact (?:you|me)\b|\bphone|telephone|home address|\bbuyer\b|\bpurchaser\b|\bbilling\b|^order\b|emergency|\bheadshot\b|profile (?:photo|picture)|upload|\bphoto (?:url|link)/u,
  ],
];

/** Tried from the top: the first wording that fits decides, so the narrow ones stand above the wide ones. */
const OF_EVERYBODY: readonly Wording[] = [
  ...NEVER,
  ['keep', /\b(?:keep|kept|remember|stay)\b.*\b(?:next|future|other|later)\b.*\bevents?\b/u],
  ['consent', /^(?!.*\bphotos?\b).*(?:privacy (?:notice|policy|statement)|data protection)/u],
  [
    'consent',
    /^(?!.*(?:photo|contact|newsletter|marketing|mailing|publish|record|pictures|film)).*(?:\bconsent\b|\bagree to\b)/u,
  ],
  ['offWalls', /^(?=.*\bnames?\b).*\b(?:walls?|(?:big |large )?screens?|displays?|projected|projector)\b/u],
  ['photo', /\bphoto(?:s|graph\w*)?\b|\bpictures? (?:of|with|that|taken)\b|\bfilm(?:ed|ing)\b/u],
  [
    'role',
    /\b(?:student|mentee)s?\b.*\bor\b.*\bmentors?\b|\bmentors?\b.*\bor\b.*\b(?:student|mentee)s?\b|^(?:attending|registering|coming|joining) as|^(?:participant|attendee|guest) type$|^i am an?$/u,
  ],
  [
    'status',
    /^(?:(?:attendee|approval|rsvp|registration|ticket|booking|guest|void|attendance) )?status$|^rsvp$|^(?:will|can|are) you (?:be )?(?:able to )?(?:attend|come|join|coming|attending)\b/u,
  ],
  ['checkedIn', /^checked[ -]?in(?: at| time| date)?$|^check-?in (?:time|date|at)$/u],
  ['memberId', /^user id$/u],
  ['notes', /^(?:organi[sz]ers?'?s? )?(?:notes?|comments?|remarks?)$/u],
  [
    'guests',
    /^(?:(?:number of |additional |extra )?guests?|plus[ -]?ones?|\+1s?)$|how many (?:guests|people).*(?:bring|with you)/u,
  ],
  ['adult', /\b18\b.*\b(?:over|older|above)\b|\b(?:over|under|at least)\b.*\b(?:18|eighteen)\b/u],
  [
    'email',
    /^(?:your |attendee |ticket |guest )?e-?mail(?: ?address)?(?: ?[2-9])?(?: ?\(.*\))?$|^username$|\be-?mail(?: address)?$/u,
  ],
  ['firstName', /^(?:attendee |your |ticket |guest |student |mentor )?(?:first|given) names?$|^forenames?$/u],
  ['lastName', /^(?:attendee |your |ticket |guest |student |mentor )?(?:last|family) name$|^surname$/u],
  ['badge', /\bbadge\b|name ?tag|^(?:your )?preferred (?:first )?name$|what should we call you/u],
  [
    'name',
    /^(?:(?:attendee|guest|student|mentor|participant|ticket holder)(?:'s)? )?(?:full )?name$|full name|^(?:what(?:'s| is) )?your name\b|table card|^(?:first (?:name )?and (?:last|family) name|name and surname)$/u,
  ],
  [
    'seatmates',
    /\b(?:not|apart|away|avoid|rather)\b.*\bsit|\bsit\b.*\b(?:with|apart|away)\b|keep (?:me )?(?:apart|away)/u,
  ],
  ['diet', /\bdiet|allerg|\bfood\b|\bmeal\b|\beat\b/u],
  [
    'access',
    /\baccess\b(?! code)|accessib|take part fully|adjustments?\b|step-free|anything (?:else )?we should know/u,
  ],
  ['pronouns', /\bpronouns?\b/u],
];

const OF_STUDENTS: readonly Wording[] = [
  [
    'yearOfStudy',
    /\byear of (?:study|your|the|course)|\b(?:which|what) year\b|^(?:study )?year(?: group)?$|level of study/u,
  ],
  ['question', /\bask\b.*\bmentors?\b|\bmentors?\b.*\bask\b|questions? (?:for|to)\b.*\bmentors?\b/u],
  ['industries', /\bindustr|\bsectors?\b/u],
  ['roles', /\b(?:which|what) (?:roles|jobs)\b|\broles\b.*\b(?:interest|curious)|\b(?:interest|curious).*\broles\b/u],
  ['course', /\bcourse\b|\bstud(?:y|ying)\b|\bdegree\b|\bsubject\b/u],
];

const OF_MENTORS: readonly Wording[] = [
  ['differently', /differently/u],
  ['allDay', /\ball day\b|\b(?:typical|normal|usual) (?:work(?:ing)? )?day\b/u],
  ['how', /how did you (?:get|come|end up)|(?:career )?path\b/u],
  ['avoid', /\b(?:do ?n[o']t|do not|rather not)\b.*\b(?:ask|talk|discuss)/u],
  ['topics', /\btopics?\b|ask (?:me|you) about|talk about/u],
  ['surprising', /\bsurpris/u],
  ['tools', /\btools?\b/u],
  ['firstJobs', /first jobs?\b|entry[ -]level/u],
  [
    'yearsInWork',
    /\byears? (?:in|of) (?:work|experience|industry|the industry)\b|\bhow (?:long|many years)\b.*\bwork/u,
  ],
  ['organisationKind', /\b(?:kind|type|size) of (?:company|organi[sz]ation|employer)\b/u],
  ['roles', /describes? your work|\broles\b/u],
  ['jobTitle', /\bjob title\b|^(?:your )?(?:job|role|position)$|your (?:current )?(?:job|role|position)\b/u],
  ['company', /\bcompany\b|\borgani[sz]ation\b|\bemployer\b|where do you work/u],
  ['industries', /\bindustr|\bsector\b/u],
  ['availability', /when can you|\bavailab|be with us|\barriv/u],
];

/** A header cell without what varies between exports: capitals, underscores, curly apostrophes, closing marks. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`]/gu, "'")
    .replace(/_/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/[\s?:*.!]+$/u, '')
    .trim();
}

/** Whose questions a file may hold: one role's, or both where a column says per row who is what. */
export type Asked = AttendeeRole | 'both';

/** What a column is about by the words of its header; undefined where no wording fits. */
export function wordedSubject(header: string, asked: Asked): Subject | undefined {
  const plain = plainHeader(header);
  const ofRole = asked === 'both' ? [...OF_STUDENTS, ...OF_MENTORS] : asked === 'student' ? OF_STUDENTS : OF_MENTORS;
  return [...OF_EVERYBODY, ...ofRole, ...ABROAD].find(([, wording]) => wording.test(plain))?.[0];
}

/** What many a sign-up asks of everybody, whoever they are. */
const OF_NO_ROLE: ReadonlySet<Subject> = new Set(['industries', 'company', 'jobTitle']);

/**
 * Whether the questions were put to students or to mentors: whichever are more. Job title and company count only where
 * nothing else was asked; students where nothing says more.
 */
export function roleByQuestions(header: readonly string[]): AttendeeRole {
  const plain = header.map(plainHeader).filter((text) => !NEVER.some(([, wording]) => wording.test(text)));
  const asked = (wordings: readonly Wording[]): number =>
    wordings.filter(([subject, wording]) => !OF_NO_ROLE.has(subject) && plain.some((text) => wording.test(text)))
      .length;
  const [students, mentors] = [asked(OF_STUDENTS), asked(OF_MENTORS)];
  if (mentors > 0 || students > 0) return mentors > students ? 'mentor' : 'student';
  return header.some((text) => wordedSubject(text, 'mentor') === 'jobTitle') ? 'mentor' : 'student';
}
