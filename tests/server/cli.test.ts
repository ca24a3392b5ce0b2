import { execFile } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CommandEnd, readArguments } from '../../server/src/cli/arguments.ts';
import { importCommand } from '../../server/src/cli/import.ts';
import { planCommand } from '../../server/src/cli/plan.ts';
import { partsOfLink } from '../support/evening-builder.ts';
import { temporaryFolder, testApp } from '../support/test-app.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const EXPECTED = JSON.parse(readFileSync(join(ROOT, 'tests/samples/expected-counts.json'), 'utf8')) as Record<
  string,
  { counts: { invalid: number } & Record<string, number>; invalid: Record<string, string> }
>;

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line as a person does, in the repository's folder. */
const lapwing = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((done) => {
    const all = ['--import', 'tsx', 'server/src/cli/main.ts', ...args];
    const options = { cwd: ROOT, env: { PATH: process.env.PATH ?? '', DATA_DIR: '/nonexistent', ...env } };
    const child = execFile(process.execPath, all, options, (_error, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    );
  });

/** An error is one line that names what is wrong; nothing is printed where results go. */
function expectOneLine(ended: Ended, code: number, line: RegExp): void {
  expect([ended.code, ended.out]).toEqual([code, '']);
  expect(ended.err).toMatch(line);
  expect(ended.err.trimEnd()).not.toContain('\n');
}

describe.concurrent('the command line', () => {
  it('explains itself', async () => {
    const { code, out, err } = await lapwing(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const word of ['plan INSTANCE.json', 'import FILE', 'demo', '0 ok, 2 bad input, 3 infeasible'])
      expect(out).toContain(word);
  });

  it.each([
    ['eventbrite-students.csv', 'students'],
    ['mentors-google-form.csv', undefined],
  ])('counts what is in %s', async (name, as) => {
    const { code, out, err } = await lapwing(['import', `tests/samples/${name}`, ...(as ? ['--as', as] : [])]);
    expect([code, err]).toEqual([0, '']);
    const { invalid, ...counts } = JSON.parse(out) as { invalid: { record: number; reason: string }[] };
    const { invalid: invalidCount, ...wanted } = EXPECTED[name]?.counts ?? { invalid: -1 };
    expect(counts).toEqual(wanted);
    expect(invalid).toHaveLength(invalidCount);
    expect(invalid.map(({ record }) => String(record))).toEqual(Object.keys(EXPECTED[name]?.invalid ?? {}));
    for (const { reason } of invalid) expect(reason).toMatch(/\w+ \w+/u);
  });

  it('plans an instance, says what is malformed (2) and what cannot be planned (3)', async () => {
    const folder = temporaryFolder();
    const instance = {
      format: 'rotation-instance/1',
      name: 'small',
      rounds: 3,
      tables: [1, 2, 3].map((n) => ({ id: `t${n}`, seats: 2, mentors: [`m${n}`] })),
      mentors: [1, 2, 3].map((n) => ({ id: `m${n}` })),
      students: [1, 2, 3, 4, 5, 6].map((n) => ({ id: `s${n}` })),
    };
    const file = (name: string, content: object | string): string => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    };
    const pinned = ['s1', 's2', 's3'].map((student) => ({ round: 1, student, table: 't1' }));
    const [good, malformed, impossible] = await Promise.all([
      lapwing(['plan', file('good.json', instance), '--seed', '7']),
      lapwing(['plan', file('malformed.json', '{"format":')]),
      lapwing(['plan', file('impossible.json', { ...instance, pinned })]),
    ]);
    expect([good.code, good.err]).toEqual([0, '']);
    const plan = JSON.parse(good.out) as { format: string; rounds: Record<string, string[]>[] };
    expect(plan).toMatchObject({ format: 'rotation-schedule/1', instance: 'small' });
    for (const round of plan.rounds)
      expect(Object.values(round).flat().sort()).toEqual(['s1', 's2', 's3', 's4', 's5', 's6']);
    const again = planCommand([join(folder, 'good.json')], { seed: '7' });
    expect(again, 'the same seed gives the same plan').toEqual({ exit: 0, json: plan });
    expectOneLine(malformed, 2, /malformed\.json: json-syntax/u);
    expectOneLine(impossible, 3, /impossible\.json: /u);
  });

  it('refuses what it does not know, naming it', async () => {
    const [command, env] = await Promise.all([lapwing(['dance']), lapwing(['demo'], { PORT: 'many' })]);
    expectOneLine(command, 2, /Unknown command "dance"/u);
    expectOneLine(env, 2, /PORT is "many"/u);
  });

  it('seeds a demo evening whose links open', async () => {
    const folder = temporaryFolder();
    const dataDir = join(folder, 'data');
    const links = join(folder, 'links.json');
    const size = ['--students', '9', '--tables', '3', '--rounds', '2'];
    const { code, out, err } = await lapwing(['demo', ...size, '--links', links], { DATA_DIR: dataDir });
    expect([code, err]).toEqual([0, '']);
    const made = JSON.parse(out) as { event: string; display: string; join: string };
    expect(made).toMatchObject({ students: 9, tables: 3, rounds: 2 });
    const urls = JSON.parse(readFileSync(links, 'utf8')) as string[];
    expect(urls).toHaveLength(12);
    expect((statSync(links).mode & 0o777).toString(8)).toBe('600');
    const t = await testApp({ dataDir });
    for (const link of [urls[0] ?? '', urls[11] ?? '', made.display]) {
      const { path, secret } = partsOfLink(link);
      const opened = await t.stranger().post(`${path}/session`, { secret });
      expect(opened.statusCode, link).toBeLessThan(300);
      if (link === urls[0]) expect(opened.json()).toMatchObject({ card: { role: 'student', checkedIn: true } });
      if (link === urls[11]) expect(opened.json()).toMatchObject({ card: { role: 'mentor' } });
    }
    const summary = (await (await t.organiser()).get('/api/events')).json<object[]>();
    expect(summary).toMatchObject([{ id: made.event, students: 9, mentors: 3, phase: 'doors' }]);
  });
});

describe('what a command refuses', () => {
  const line = (end: CommandEnd): string => (end.exit === 0 ? 'accepted' : `${end.exit} ${end.line}`);

  it('is named in one sentence', () => {
    expect(() => readArguments(['plan', 'x.json', '--fast'])).toThrow(/--fast/u);
    expect(line(planCommand([], {}))).toBe('2 plan needs one INSTANCE.json.');
    expect(line(planCommand(['x.json'], { seed: '-1' }))).toMatch(/^2 --seed is "-1"/u);
    expect(line(planCommand(['x.json'], { seconds: '0' }))).toMatch(/^2 --seconds is "0"/u);
    expect(line(planCommand(['none.json'], {}))).toBe('2 none.json: no such file.');
    expect(line(planCommand(['tests'], {}))).toBe('2 tests: is a folder.');
    expect(line(importCommand(['a', 'b'], {}))).toBe('2 import needs one FILE.');
    expect(line(importCommand(['a'], { as: 'cooks' }))).toMatch(/^2 --as is "cooks"/u);
    expect(line(importCommand(['tests/samples/expected-counts.json'], {}))).toMatch(/file-not-recognised/u);
  });
});
