import type { Schedule } from '../event/schedule.ts';
import type { AttendeeId } from '../kernel/ids.ts';
import { companyOf } from './company.ts';
import type { EveningToPlan } from './evening-to-plan.ts';

/** Meetings tonight of people who met at an earlier evening. */
export interface MetAgain {
  /** Pairs of people of tonight who met before. */
  readonly known: number;
  /** Times that a student meets a mentor they know. */
  readonly mentors: number;
  /** So many of these at least cannot be avoided: a student has more rounds than mentors they do not know. */
  readonly unavoidable: number;
  /** Pairs of students who know each other and share a table. */
  readonly students: number;
}

/** Null where nobody met anybody before. */
export function metAgainIn(schedule: Schedule, evening: EveningToPlan): MetAgain | null {
  const { met = [] } = evening;
  if (met.length === 0) return null;
  const company = companyOf(evening);
  const isStudent = new Set(evening.students.map(({ id }) => id));
  const hosts = new Set<string>();
  const rounds = new Map<AttendeeId, number>();
  const pairs = new Set<string>();
  let mentors = 0;
  for (const tables of schedule.rounds) {
    for (const seating of Object.values(tables)) {
      if (seating.mentors.length === 0) continue;
      hosts.add([...seating.mentors].sort().join(' '));
      for (const student of seating.students) {
        const { metMentors, metStudents } = company(student);
        rounds.set(student, (rounds.get(student) ?? 0) + 1);
        if (seating.mentors.some((mentor) => metMentors.includes(mentor))) mentors += 1;
        for (const other of seating.students) {
          if (other > student && metStudents.includes(other)) pairs.add(`${student} ${other}`);
        }
      }
    }
  }
  const units = [...hosts].map((host) => host.split(' '));
  let unavoidable = 0;
  for (const [student, count] of rounds) {
    const { metMentors } = company(student);
    if (!isStudent.has(student) || metMentors.length === 0) continue;
    const fresh = units.filter((unit) => !unit.some((mentor) => metMentors.some((one) => one === mentor))).length;
    unavoidable += Math.max(0, count - fresh);
  }
  const known = evening.students.reduce((sum, { id }) => {
    const { metMentors, metStudents } = company(id);
    return sum + metMentors.length + metStudents.filter((other) => other > id).length;
  }, 0);
  return { known, mentors, unavoidable: Math.min(unavoidable, mentors), students: pairs.size };
}
