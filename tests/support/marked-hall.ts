import { EMPTY_REGISTRATION } from '@lapwing/shared/event/registration';
import { introductionId, suggestionId } from '@lapwing/shared/kernel/ids';
import { instant } from '@lapwing/shared/kernel/time';
import type { PersonalField } from '@lapwing/shared/protocol/access';
import type { ImportApplied, ImportPreview } from '@lapwing/shared/protocol/import-api';
import type { OutboxView } from '@lapwing/shared/protocol/outbox-api';
import { eq } from 'drizzle-orm';
import { saveFeedback } from '../../server/src/db/repositories/feedback.ts';
import { insertIntroduction } from '../../server/src/db/repositories/introductions.ts';
import { insertAsk } from '../../server/src/db/repositories/mentor-asks.ts';
import { savePick } from '../../server/src/db/repositories/picks.ts';
import { listReports } from '../../server/src/db/repositories/reports.ts';
import { insertSlackMessage } from '../../server/src/db/repositories/slack-messages.ts';
import { attendees } from '../../server/src/db/schema.ts';
import { makeCall } from '../../server/src/services/call-service.ts';
import { writeNote } from '../../server/src/services/note-service.ts';
import { report } from '../../server/src/services/report-service.ts';
import { changePerson } from '../../server/src/services/roster-service.ts';
import { member, request } from './community-builder.ts';
import { freshKey, makeEvening, partsOfLink, type TestEvening } from './evening-builder.ts';
import { EVENING_START } from './fake-clock.ts';
import type { TestApp } from './test-app.ts';

/** Nothing else happens at this instant. */
export const CHECKED_IN_AT = Math.floor(EVENING_START) + 7_654_321;

/** What stands in each personal column, to be looked for in answers. */
export const MARKS: Readonly<Record<PersonalField, string>> = {
  name: 'MarkName',
  email: 'mark-email@example.org',
  course: 'MarkCourse',
  yearOfStudy: 'MarkYear',
  industries: 'MarkIndustry',
  question: 'MarkQuestion',
  access: 'MarkAccess',
  diet: 'MarkDiet',
  availability: 'MarkAvailability',
  card: 'MarkCard',
  registration: 'MarkRegistration',
  badgeCode: 'MARKBADG',
  checkedInAt: String(CHECKED_IN_AT),
  call: '"minutes":237',
  report: 'MarkReport',
  note: 'MarkNote',
  pick: 'MarkPick',
  feedback: '"worth":"partly"',
  membership: 'MarkHeadline',
  introRequest: 'MarkIntroRequest',
  organiserFirstName: 'MarkOrganiser',
};
const CARD = Object.fromEntries(
  ['jobTitle', 'company', 'industry', 'askMeAbout', 'allDay', 'howIGotHere', 'wouldDoDifferently'].map((field) => [
    field,
    MARKS.card,
  ]),
);
export const FILE = Buffer.from('Timestamp,Full name,Email address\n1,MarkName Import,import@example.org\n');

export interface Hall {
  evening: TestEvening;
  code: string;
  display: string;
  importId: string;
  mailId: string;
  /** An introduction of which nobody knows whether it is in Slack. */
  slackId: string;
  /** The number and the secret of a phone that waits at the desk. */
  waiting: { number: string; secret: string };
  askId: string;
  /** A draft. */
  introductionId: string;
  /** What organisers asked for somebody, and the mentor has answered. */
  suggestionId: string;
  reportId: string;
  /** Somebody of the community who asked for an introduction. */
  memberId: string;
}

/** An evening with marks in every personal column, an import, and people checked in. */
export async function markedHall(t: TestApp): Promise<Hall> {
  const ada = await t.organiser(MARKS.organiserFirstName);
  const evening = await makeEvening(t);
  for (const { id } of [...evening.students, ...evening.mentors]) {
    const { name, email, course, yearOfStudy, question, access, diet, availability } = MARKS;
    const text = { name: `${name} Family`, email, course, yearOfStudy, question, access, diet, availability };
    const details = {
      ...text,
      industries: [MARKS.industries],
      card: { ...CARD, roles: [MARKS.card] },
      registration: { ...EMPTY_REGISTRATION, company: MARKS.registration },
    };
    changePerson(t.services, evening.id, id, details as never, 'Ada');
    // unique, so it begins with the mark
    t.db
      .update(attendees)
      .set({ badgeCode: `${MARKS.badgeCode}${id}` })
      .where(eq(attendees.id, id))
      .run();
  }
  t.clock.jumpTo(CHECKED_IN_AT + 0.25);
  evening.checkIn(...evening.students, ...evening.mentors);
  t.clock.advance(60_000);
  for (const { id } of [...evening.students, ...evening.mentors]) {
    makeCall(t.services, evening.id, id, 'leaving', { calling: true, minutes: 237 });
  }
  writeNotes(t, evening);
  savePicks(t, evening);
  for (const { id } of [...evening.students, ...evening.mentors])
    saveFeedback(t.db, { eventId: evening.id, attendeeId: id, answers: { worth: 'partly' }, at: instant(1) });
  const preview = (await ada.upload(`${evening.url}/imports/preview?as=students`, FILE)).json<ImportPreview>();
  const imports = `${evening.url}/imports?as=students&digest=${preview.digest}`;
  const { importId } = (await ada.upload(imports, FILE)).json<ImportApplied>();
  await ada.post(`${evening.url}/outbox/links`);
  const { mails } = (await ada.get(`${evening.url}/outbox`)).json<OutboxView>();
  const { code } = (await ada.get(evening.url)).json<{ code: string }>();
  // from an address of its own: over one connection the oldest of several numbers goes
  const asks = { method: 'POST', url: `/e/${code}/waiting`, remoteAddress: '10.0.0.9' } as const;
  const waiting = (await t.stranger().send({ ...asks, payload: { who: MARKS.email } })).json<Hall['waiting']>();
  const askId = askedMentor(t, evening);
  return {
    evening,
    code,
    importId,
    mailId: mails.at(-1)?.id ?? '',
    slackId: inDoubt(t, evening),
    askId,
    introductionId: introduced(t, evening),
    suggestionId: suggestionIn(evening),
    reportId: reported(t, evening),
    memberId: markedMember(t, `member-${evening.id}`),
    waiting,
    display: partsOfLink(`http://x${evening.displayUrl()}`).id,
  };
}

/** A member with marks in what they tell and ask for. */
export function markedMember(t: TestApp, id: string): string {
  const said = { headline: MARKS.membership, email: `${id.toLowerCase()}.${MARKS.email}` };
  request(t, member(t, `${MARKS.name} Member`, said, { id }), { line: MARKS.introRequest });
  return id;
}

/** What somebody of the evening reported in private. */
function reported(t: TestApp, { id: eventId, students }: TestEvening): string {
  const student = students.at(-1);
  if (!student) throw new Error('a student is needed');
  report(t.services, eventId, student.id, freshKey(), { kind: 'wrong', text: MARKS.report, about: null });
  return listReports(t.db, eventId)[0]?.id ?? '';
}

/** Everybody wrote something about everybody they may write about. */
function writeNotes(t: TestApp, { id: eventId, students, mentors }: TestEvening): void {
  const note = { text: MARKS.note, at: instant(1), seen: { mark: 1 }, beside: [MARKS.note] };
  for (const student of students)
    for (const mentor of mentors) {
      writeNote(t.services, eventId, student.id, mentor.id, note);
      writeNote(t.services, eventId, mentor.id, student.id, note);
    }
}

/** Everybody wishes to be introduced to everybody, and the talks are to come. */
const suggestionIn = ({ id }: TestEvening) => suggestionId(`suggestion-${id}`);

function savePicks(t: TestApp, evening: TestEvening): void {
  const { id: eventId, students, mentors } = evening;
  const pick = { star: true, wish: 'introduce', line: MARKS.pick, to: null, at: instant(1) } as const;
  for (const { id: student } of students)
    for (const { id: mentor } of mentors) {
      const suggestion = student === students[0]?.id && mentor === mentors[0]?.id ? suggestionIn(evening) : undefined;
      savePick(t.db, { eventId, attendeeId: student, about: mentor, ...pick, ...(suggestion ? { suggestion } : {}) });
      savePick(t.db, { eventId, attendeeId: mentor, about: student, ...pick });
    }
}

/** Two of the evening who wait to be introduced. */
function introduced(t: TestApp, { id: eventId, students, mentors }: TestEvening): string {
  const [student, mentor] = [students.at(-1), mentors.at(-1)];
  if (!student || !mentor) throw new Error('two people are needed');
  const id = introductionId(`introduced-${student.id}`);
  insertIntroduction(t.db, {
    ...{ id, eventId, student: student.id, mentor: mentor.id, studentMember: null, mentorMember: null },
    ...{ origin: 'evening', round: 1, studentLine: MARKS.pick, mentorLine: MARKS.pick, words: '' },
    ...{ state: 'draft', madeAt: instant(1), sentAt: null, told: null },
  });
  return id;
}

/** A mentor of the evening who was asked to come. */
function askedMentor(t: TestApp, { id: eventId, mentors: [mentor] }: TestEvening): string {
  if (!mentor) throw new Error('a mentor is needed');
  const id = `ask-${mentor.id}`;
  const asked = { attendeeId: mentor.id, insteadOf: null, askedAt: instant(0), answer: null, answeredAt: null };
  insertAsk(t.db, { id, eventId, ...asked });
  return id;
}

function inDoubt(t: TestApp, { id: eventId, students, mentors }: TestEvening): string {
  const id = t.services.secrets.newId();
  const [one, other] = [students.at(-1), mentors.at(-1)];
  insertSlackMessage(t.db, {
    ...{ id, key: `introduction:${id}`, eventId, introductionId: introductionId(id), state: 'unsure', channel: 'G1' },
    ...{ oneId: one?.id ?? null, oneName: MARKS.name, oneAddress: MARKS.email, createdAt: instant(1) },
    ...{ otherId: other?.id ?? null, otherName: MARKS.name, otherAddress: MARKS.email, heading: 'H', body: 'B' },
  });
  return id;
}
