import type { EventId } from '@lapwing/shared/kernel/ids';
import { renderUnicodeCompact } from 'uqr';
import { isInvented } from './demo/invented-people.ts';
import { listAll } from './services/event-service.ts';
import { attendeeLink, displayLink } from './services/link-service.ts';
import type { Services } from './services/services.ts';

/** The last line of the start output, for scripts. */
export interface Ready {
  readonly ready: true;
  readonly console: string;
  readonly display: string | null;
  readonly join: string | null;
  readonly phones: readonly string[];
}

const HALF_A_DAY_MS = 43_200_000;

/** The evening a person most likely started the server for: the one running, else the next, else the last. */
function tonight(services: Services): EventId | undefined {
  const all = listAll(services);
  const running = all.find((event) => event.phase !== 'doors' && event.phase !== 'finished');
  const since = services.clock.now() - HALF_A_DAY_MS;
  const next = all.filter((event) => event.startsAt >= since).at(-1);
  return (running ?? next ?? all[0])?.id;
}

/**
 * Addresses to open. `phones`: the personal links of two students of the demo, so that somebody can try. Links of real
 * people do not belong into the log of a service.
 */
export function readyFor(services: Services, consoleAddress: string): Ready {
  const id = tonight(services);
  const evening = id === undefined ? undefined : services.evenings.get(id);
  if (id === undefined || !evening)
    return { ready: true, console: consoleAddress, display: null, join: null, phones: [] };
  const students = [...evening.people.values()].filter(
    (person) => person.role === 'student' && person.standing === 'active' && isInvented(person),
  );
  const here = students.filter((person) => person.checkedInAt !== null);
  const phones = [...here, ...students].slice(0, 2).flatMap((person) => {
    const link = attendeeLink(services, id, person.id);
    return link.ok ? [link.value] : [];
  });
  return {
    ready: true,
    console: consoleAddress,
    display: displayLink(services, evening.event),
    join: `${services.linkOrigin()}/e/${evening.event.code}`,
    phones,
  };
}

/**
 * What a person reads in the terminal, the JSON line for scripts last.
 * @param isNew nobody has an account yet, and the address makes the first
 */
export function startOutput(ready: Ready, isNew: boolean): string {
  const lines = [
    '',
    'Lapwing is ready.',
    '',
    `  Console   ${ready.console}`,
    isNew
      ? '            Open it: you say who you are, and choose a password.'
      : '            Sign in as you always do.',
  ];
  if (ready.display) lines.push(`  Display   ${ready.display}`);
  if (ready.join) lines.push(`  Join      ${ready.join}`);
  for (const phone of ready.phones) lines.push(`  Phone     ${phone}`);
  const scan = ready.phones[0] ?? ready.join;
  if (scan)
    lines.push(
      '',
      renderUnicodeCompact(scan, { border: 2 }),
      `  Scan to open ${ready.phones[0] ? 'a student’s phone' : 'the join page'}.`,
    );
  const plain = ready.console.startsWith('http://');
  if (plain)
    lines.push('', '  Plain http: fine in a hall. With https (set PUBLIC_URL) screens can also be kept awake.');
  return `${lines.join('\n')}\n\n${JSON.stringify(ready)}\n`;
}
