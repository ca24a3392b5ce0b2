import { TOGETHER } from '@lapwing/shared/introductions/suggest';
import { type AttendeeId, type EventId, type SuggestionId, suggestionId } from '@lapwing/shared/kernel/ids';
import { type Refusal, refusal } from '@lapwing/shared/kernel/refusal';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import type { EveningIntroductions, SuggestionsApproved } from '@lapwing/shared/protocol/introductions-api';
import { tellAudit } from '../db/audit-pen.ts';
import { findPick, forgetSuggestion, picksOfSuggestion, savePick } from '../db/repositories/picks.ts';
import { changeIntroductions } from './evening-introductions.ts';
import { bellOf } from './introduction-facts.ts';
import { type Services, wholeNow } from './services.ts';
import { maySuggest, type ToSuggest, toSuggest } from './suggestions.ts';

/**
 * Says the wish of each of these students for them (H19): once, however often and from however many consoles it is said. What
 * is not possible any more is left out. not-now before the last bell, and when wishes can be said no more.
 */
export function approveSuggestions(
  services: Services,
  eventId: EventId,
  { suggestions }: SuggestionsApproved,
): Result<EveningIntroductions, Refusal> {
  return changeIntroductions(services, eventId, (tx, event) => {
    const bell = bellOf(services, tx, eventId);
    if (!maySuggest(services, tx, event, bell)) return refused(refusal('not-now'));
    const isFree = freeIn(toSuggest(services, tx, event, bell));
    const asked = suggestions.filter(isFree);
    for (const { students, mentor } of asked) {
      const suggestion = suggestionId(services.secrets.newId());
      for (const student of students)
        savePick(tx, {
          ...{ eventId, attendeeId: student, about: mentor, suggestion },
          ...{ star: findPick(tx, student, mentor)?.star ?? false, wish: 'introduce' },
          ...{ line: '', to: null, at: wholeNow(services.clock) },
        });
    }
    const people = asked.flatMap(({ students, mentor }) => [...students, mentor]);
    tellAudit({ count: people.length - asked.length });
    return ok(people);
  });
}

/** Whether a suggestion can be made, when those before it were: nobody twice, and within what the mentor gives (H10, H20). */
function freeIn({ hall }: ToSuggest): (one: SuggestionsApproved['suggestions'][number]) => boolean {
  const students = new Set(hall.students.map(({ id }) => id));
  const rooms = new Map(hall.mentors.map(({ id, room }) => [id, room]));
  return ({ students: some, mentor }) => {
    const room = rooms.get(mentor) ?? 0;
    const areFree = some.every((student) => students.has(student) && !hall.isClosed(student, mentor));
    if (room < 1 || !areFree || some.length > TOGETHER || new Set(some).size < some.length) return false;
    rooms.set(mentor, room - 1);
    for (const student of some) students.delete(student);
    return true;
  };
}

/** Takes back what was asked for somebody, as if it had not been said. not-now once the mentor has answered. */
export function takeBackSuggestion(
  services: Services,
  eventId: EventId,
  id: SuggestionId,
): Result<EveningIntroductions, Refusal> {
  return changeIntroductions(services, eventId, (tx) => {
    const picks = picksOfSuggestion(tx, eventId, id);
    const [first] = picks;
    if (!first) return refused(refusal('not-found'));
    if (picks.some(({ attendeeId, about }) => findPick(tx, about, attendeeId)?.wish))
      return refused(refusal('not-now'));
    for (const pick of picks) forgetSuggestion(tx, pick, wholeNow(services.clock));
    tellAudit({ person: first.attendeeId, other: first.about });
    return ok([first.about, ...picks.map(({ attendeeId }): AttendeeId => attendeeId)]);
  });
}
