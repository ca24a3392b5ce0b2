import type { AttendeeRole } from '../event/roster.ts';

/** What a column is about. One file may have several columns about the same thing. */
export type Subject =
  | 'email'
  | 'memberId'
  | 'firstName'
  | 'lastName'
  | 'name'
  | 'badge'
  | 'status'
  | 'checkedIn'
  | 'notes'
  | 'consent'
  | 'adult'
  | 'access'
  | 'diet'
  | 'course'
  | 'yearOfStudy'
  | 'industries'
  | 'question'
  | 'jobTitle'
  | 'company'
  | 'industry'
  | 'roles'
  | 'topics'
  | 'allDay'
  | 'how'
  | 'differently'
  | 'availability'
  | 'other';

type Wording = readonly [Subject, RegExp];

/** Tried from the top: the first wording that fits decides, so the narrow ones stand above the wide ones. */
const OF_EVERYBODY: readonly Wording[] = [
  ['consent', /^(?!.*\bphotos?\b).*(?:privacy (?:notice|policy|statement)|data protection)/u],
  ['consent', /^(?!.*(?:photo|contact|newsletter|marketing|mailing|publish|record)).*(?:\bconsent\b|\bagree to\b)/u],
  ['other', /\bphotos?\b|linkedin|contact (?:you|me)\b|\bphone|telephone|home address|\bbuyer|order status|emergency/u],
  ['status', /^(?:attendee status|approval status|rsvp|status)$/u],
  ['checkedIn', /^checked in at$/u],
  ['memberId', /^user id$/u],
  ['notes', /^(?:organi[sz]ers?'?s? )?(?:notes?|comments?|remarks?)$/u],
  ['adult', /\b18\b.*\b(?:over|older|above)\b|\b(?:over|under|at least)\b.*\b(?:18|eighteen)\b/u],
  ['email', /^(?:your )?(?:attendee )?e-?mail(?: ?address)?(?: ?2)?$|^username$|\be-?mail(?: address)?$/u],
  ['firstName', /^(?:attendee |your )?(?:first|given) name$|^forename$/u],
  ['lastName', /^(?:attendee |your )?(?:last|family) name$|^surname$/u],
  ['badge', /\bbadge\b|name ?tag/u],
  [
    'name',
    /^(?:(?:attendee|guest|student|mentor|participant)(?:'s)? )?name$|full name|^(?:what(?:'s| is) )?your name\b|table card/u,
  ],
  ['diet', /\bdiet|allerg|\bfood\b|\bmeal\b|\beat\b/u],
  [
    'access',
    /\baccess\b(?! code)|accessib|take part fully|adjustments?\b|step-free|anything (?:else )?we should know/u,
  ],
];

const OF_STUDENTS: readonly Wording[] = [
  [
    'yearOfStudy',
    /\byear of (?:study|your|the|course)|\b(?:which|what) year\b|^(?:study )?year(?: group)?$|level of study/u,
  ],
  ['question', /\bask\b.*\bmentors?\b|\bmentors?\b.*\bask\b|questions? (?:for|to)\b.*\bmentors?\b/u],
  ['industries', /\bindustr|\bsectors?\b/u],
  ['course', /\bcourse\b|\bstud(?:y|ying)\b|\bdegree\b|\bsubject\b/u],
];

const OF_MENTORS: readonly Wording[] = [
  ['differently', /differently/u],
  ['allDay', /\ball day\b|\b(?:typical|normal|usual) (?:work(?:ing)? )?day\b/u],
  ['how', /how did you (?:get|come|end up)|(?:career )?path\b/u],
  ['topics', /\btopics?\b|ask (?:me|you) about|talk about/u],
  ['roles', /describes? your work|\broles\b/u],
  ['jobTitle', /\bjob title\b|^(?:your )?(?:job|role|position)$|your (?:current )?(?:job|role|position)\b/u],
  ['company', /\bcompany\b|\borgani[sz]ation\b|\bemployer\b|where do you work/u],
  ['industry', /\bindustr|\bsector\b/u],
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

/** What a column is about, by the words of its header. */
export function subjectOf(header: string, role: AttendeeRole): Subject {
  const plain = plainHeader(header);
  const wordings = [...OF_EVERYBODY, ...(role === 'student' ? OF_STUDENTS : OF_MENTORS)];
  return wordings.find(([, wording]) => wording.test(plain))?.[0] ?? 'other';
}

/** Whether the questions were put to students or to mentors: whichever are more; students where neither. */
export function roleByQuestions(header: readonly string[]): AttendeeRole {
  const plain = header.map(plainHeader);
  const asked = (wordings: readonly Wording[]): number =>
    wordings.filter(([subject, wording]) => !/^industr/u.test(subject) && plain.some((text) => wording.test(text)))
      .length;
  return asked(OF_MENTORS) > asked(OF_STUDENTS) ? 'mentor' : 'student';
}
