import type { Attendee } from '@lapwing/shared/event/roster';
import type { StartOffer } from '@lapwing/shared/protocol/api';
import { countsByCheckIn } from '@lapwing/shared/protocol/planned-for';
import { type Sentence, sentence } from '../sentence.ts';

/** How many of each role are checked in, and whether the start counts by that. */
export interface Here {
  readonly students: number;
  readonly mentors: number;
  readonly studentsCount: boolean;
  readonly mentorsCount: boolean;
}

/** How many are here, and whether that already counts for Start. */
export function hereNow(people: readonly Attendee[]): Here {
  const here = people.filter(({ checkedInAt }) => checkedInAt !== null);
  const students = here.filter(({ role }) => role === 'student').length;
  return {
    students,
    mentors: here.length - students,
    studentsCount: countsByCheckIn(people, 'student'),
    mentorsCount: countsByCheckIn(people, 'mentor'),
  };
}

/**
 * What *Start* would do now, each consequence in one sentence: who is counted, who moves, what stays closed.
 * @param list puts table numbers into words ("5 and 7")
 */
export function offerSentences(
  offer: StartOffer,
  here: Here,
  list: (numbers: readonly number[]) => string,
): Sentence[] {
  const { moved, closed } = offer;
  const sentences = [counted(offer, here)];
  if (offer.kind === 'new') sentences.push(sentence('offer.new'));
  else if (moved.length > 0) sentences.push(sentence('offer.moves', { moved: moved.length }));
  else sentences.push(sentence('offer.nobody-moves'));
  if (closed.length > 0) sentences.push(sentence('offer.closed', { count: closed.length, tables: list(closed) }));
  return sentences;
}

/** Whom the start counts. A role that does not count by check-in yet counts as expected: the sentence says so. */
function counted({ basis, students, mentors, tables }: StartOffer, here: Here): Sentence {
  const values = { students, mentors, tables };
  if (basis === 'expected') return sentence('offer.expected', values);
  if (here.studentsCount && here.mentorsCount) return sentence('offer.here', values);
  if (here.mentorsCount) return sentence('offer.no-student-here', values);
  const few = { ...values, in: here.mentors };
  if (here.studentsCount) return sentence(few.in === 0 ? 'offer.no-mentor-here' : 'offer.few-mentors-here', few);
  return sentence(here.students + here.mentors === 0 ? 'offer.nobody-here' : 'offer.few-here', values);
}
