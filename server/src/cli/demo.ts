import { writeFileSync } from 'node:fs';
import type { Attendee } from '@lapwing/shared/event/roster';
import type { EventId } from '@lapwing/shared/kernel/ids';
import { boot } from '../boot.ts';
import { DEMO_SIZE, seedDemo } from '../demo/demo-evening.ts';
import { readEnv } from '../env.ts';
import { detail } from '../services/event-service.ts';
import { attendeeLink } from '../services/link-service.ts';
import type { Services } from '../services/services.ts';
import { type CliOptions, type CommandEnd, wholeNumber } from './arguments.ts';

const MOST_STUDENTS = 20_000;
const MOST_TABLES = 400;
const MOST_ROUNDS = 20;

/** `demo`: seeds an evening with everybody checked in. */
export async function demoCommand(others: readonly string[], options: CliOptions): Promise<CommandEnd> {
  if (others.length > 0) return { exit: 2, line: `demo takes no "${others[0]}".` };
  const students = wholeNumber(options.students, 'students', MOST_STUDENTS, DEMO_SIZE.students);
  const tables = wholeNumber(options.tables, 'tables', MOST_TABLES, DEMO_SIZE.tables);
  const rounds = wholeNumber(options.rounds, 'rounds', MOST_ROUNDS, DEMO_SIZE.rounds);
  for (const value of [students, tables, rounds]) if (typeof value === 'string') return { exit: 2, line: value };
  const env = readEnv(process.env, process.cwd());
  if (!env.ok) return { exit: 2, line: env.refusal };
  const server = await boot({ ...env.value, logLevel: 'error' });
  try {
    const size = { students, tables, rounds, absent: 0 } as typeof DEMO_SIZE;
    const seeded = await seedDemo(server.services, size);
    if (!seeded.ok) return { exit: 3, line: `${seeded.refusal.code} ${JSON.stringify(seeded.refusal.details ?? {})}` };
    const { services } = server;
    const event = detail(services, seeded.value);
    if (options.links !== undefined) writeFileSync(options.links, linksOf(services, seeded.value), { mode: 0o600 });
    const links = event.ok ? event.value.links : { display: null, join: null };
    return { exit: 0, json: { event: seeded.value, students, tables, rounds, ...links } };
  } finally {
    await server.close();
  }
}

/** A JSON array of personal links, one a line, students before mentors. */
function linksOf(services: Services, id: EventId): string {
  const people = [...(services.evenings.get(id)?.people.values() ?? [])];
  const ordered = [...people.filter(isStudent), ...people.filter((person) => !isStudent(person))];
  const urls = ordered.flatMap((person) => {
    const link = attendeeLink(services, id, person.id);
    return link.ok ? [link.value] : [];
  });
  return `${JSON.stringify(urls, null, 0).replaceAll('",', '",\n')}\n`;
}

const isStudent = (person: Attendee): boolean => person.role === 'student';
