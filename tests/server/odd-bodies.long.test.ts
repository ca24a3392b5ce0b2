import { ACCESS } from '@lapwing/shared/protocol/access';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshKey, makeEvening, SETTINGS } from '../support/evening-builder.ts';
import { testApp } from '../support/test-app.ts';

const RUNS = 600;

/** Things that look like a value and are none: too long, too deep, of another kind, or with a meaning elsewhere. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\u202e<b>',
    '__proto__',
    true,
    [],
    {},
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const oddId = fc.oneof(fc.constantFrom('__proto__', '%00', '..%2f', 'x'.repeat(65), '%ff', '-'), fc.webSegment());

/** The value with whatever stands at the end of `path` replaced by `other`. */
function changedAt(value: unknown, path: readonly number[], other: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || value === null || typeof value !== 'object') return other;
  const entries = Object.entries(value);
  const at = entries.length === 0 ? -1 : step % entries.length;
  const changed = entries.map(([name, inner], n) => [name, n === at ? changedAt(inner, rest, other) : inner] as const);
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
}

describe('an organiser’s browser gone wild', () => {
  it(`${RUNS} odd requests on all routes: each is answered, none with a fault of ours`, async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const bodies: Readonly<Record<string, () => object>> = {
      settings: () => SETTINGS,
      floor: () => ({ tables: evening.tables() }),
      people: () => ({ details: { role: 'student', name: 'Sam Odd', industries: ['x'], question: '' } }),
      presence: () => ({ here: true }),
      plan: () => ({ basis: 'expected', seed: 3 }),
      'start-offer': () => ({ basis: 'here' }),
      live: () => ({ key: freshKey(), expectedVersion: evening.version(), command: { kind: 'start', planVersion: 1 } }),
      events: () => ({ name: 'Night', timeZone: 'Europe/London' }),
      session: () => ({ secret: 'x' }),
      me: () => ({ firstName: 'Ada' }),
    };
    const routes = Object.keys(ACCESS).filter((route) => !/^DELETE|^GET .*(socket|live)$/u.test(route));
    const answers = new Map<number, number>();
    const request = fc.record({
      route: fc.constantFrom(...routes),
      ids: fc.option(fc.tuple(oddId, oddId), { freq: 2 }),
      path: fc.array(fc.nat(20), { maxLength: 4 }),
      other: odd,
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ route, ids, path, other }) => {
        const [method = '', address = ''] = route.split(' ');
        const [one, two] = ids ?? [evening.id, evening.students[0]?.id ?? ''];
        const url = address
          .replace(/:eventId|:displayId|:code|\*/u, one)
          .replace(/:attendeeId|:importId/u, two)
          .replace(':version', ids ? two : '1');
        const last = address.split('/').findLast((part) => !part.startsWith(':')) ?? '';
        const payload = JSON.stringify(changedAt(bodies[last]?.() ?? {}, path, other) ?? null);
        const headers = { 'content-type': 'application/json' };
        const answer = await ada.send(
          method === 'GET' ? { method, url } : { method: method as 'POST', url, payload, headers },
        );
        answers.set(answer.statusCode, (answers.get(answer.statusCode) ?? 0) + 1);
        expect(answer.statusCode, `${route} ${payload}`).toBeLessThan(500);
      }),
      { numRuns: RUNS, seed: 22 },
    );
    expect(answers.get(400), 'odd bodies were refused').toBeGreaterThan(RUNS / 10);
    expect(answers.get(200), 'some got through').toBeGreaterThan(RUNS / 10);
  });
});
