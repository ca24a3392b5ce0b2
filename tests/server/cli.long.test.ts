import { execFile } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type CliOptions, type CommandEnd, readArguments } from '../../server/src/cli/arguments.ts';
import { importCommand } from '../../server/src/cli/import.ts';
import { planCommand } from '../../server/src/cli/plan.ts';
import { lockFolder } from '../../server/src/db/folder-lock.ts';
import { makeEvening, partsOfLink } from '../support/evening-builder.ts';
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

describe('import', () => {
  const run = (file: string, options: CliOptions): Promise<CommandEnd> => importCommand([file], options);
  const json = (end: CommandEnd): unknown => (end.exit === 0 ? end.json : end.line);

  it.each(Object.keys(EXPECTED))('%s: a dry run has the expected counts, and names each invalid row', async (name) => {
    const found = json(await run(`tests/samples/${name}`, {})) as { invalid: { record: number }[] };
    const { invalid, ...counts } = EXPECTED[name]?.counts ?? { invalid: -1 };
    expect(found).toMatchObject(counts);
    expect(found.invalid).toHaveLength(invalid);
    expect(found.invalid.map(({ record }) => String(record))).toEqual(Object.keys(EXPECTED[name]?.invalid ?? {}));
  });

  it('goes into an event as in the console, twice without doubling, and not beside a server', async () => {
    const t = await testApp();
    const evening = await makeEvening(t, { students: 0, mentors: 0, published: false });
    const event = t.services.evenings.get(evening.id)?.event.code ?? '';
    vi.stubEnv('DATA_DIR', t.dataDir);
    onTestFinished(() => void vi.unstubAllEnvs());
    const apply = { event, apply: true };
    const server = lockFolder(t.dataDir);
    const beside = await run(`tests/samples/meetup-rsvps.csv`, apply);
    expect(beside).toMatchObject({ exit: 2, line: expect.stringContaining(t.dataDir) });
    server?.release();
    await t.close();

    const first = json(await run('tests/samples/meetup-rsvps.csv', apply));
    expect(first).toMatchObject({ rows: 69, unique: 55, added: 66, changed: 0, same: 0, guests: 4 });
    const again = json(await run('tests/samples/meetup-rsvps.csv', apply));
    expect(again).toMatchObject({ added: 0, changed: 0, same: 66, guests: 0, notInFile: [] });
    const walkIns = { ...apply, 'walk-ins': true };
    expect(json(await run('tests/samples/eventbrite-students.csv', walkIns))).toMatchObject({ unique: 64 });
    expect(json(await run('tests/samples/eventbrite-students.csv', walkIns))).toMatchObject({ added: 0, same: 69 });
    const nowhere = await run('tests/samples/meetup-rsvps.csv', { event: 'NONE', apply: true });
    expect(json(nowhere)).toMatch(/no event with the code "NONE"/u);
  });

  it('takes a table of any kind when it is told what the columns are', async () => {
    const path = join(temporaryFolder(), 'nicks.csv');
    writeFileSync(path, 'Nick;Town\nada;London\nbo;York\n');
    expect(json(await run(path, {}))).toMatch(/file-not-recognised .*"Nick".*--map/u);
    expect(json(await run(path, { map: ['Nick=name', '2=course'] }))).toMatchObject({ rows: 2, unique: 2 });
  });
});

describe('what a command refuses', () => {
  const line = (end: CommandEnd): string => (end.exit === 0 ? 'accepted' : `${end.exit} ${end.line}`);

  it('is named in one sentence', async () => {
    expect(() => readArguments(['plan', 'x.json', '--fast'])).toThrow(/--fast/u);
    expect(line(planCommand([], {}))).toBe('2 plan needs one INSTANCE.json.');
    expect(line(planCommand(['x.json'], { seed: '-1' }))).toMatch(/^2 --seed is "-1"/u);
    expect(line(planCommand(['x.json'], { seconds: '0' }))).toMatch(/^2 --seconds is "0"/u);
    expect(line(planCommand(['none.json'], {}))).toBe('2 none.json: no such file.');
    expect(line(planCommand(['tests'], {}))).toBe('2 tests: is a folder.');
    expect(line(await importCommand(['a', 'b'], {}))).toBe('2 import needs one FILE.');
    expect(line(await importCommand(['a'], { as: 'cooks' }))).toMatch(/^2 --as is "cooks"/u);
    expect(line(await importCommand(['a'], { apply: true }))).toMatch(/^2 --apply and --event CODE/u);
    expect(line(await importCommand(['a'], { map: ['Name'] }))).toMatch(/^2 --map is "Name"/u);
    expect(line(await importCommand(['a'], { map: ['Name=cook'] }))).toMatch(/^2 --map knows no "cook"/u);
    expect(line(await importCommand(['tests/samples/expected-counts.json'], {}))).toMatch(/file-not-recognised/u);
    const strange = await importCommand(['tests/samples/luma-guests.csv'], { map: ['Kto=name'] });
    expect(line(strange)).toMatch(/--map names no column "Kto"; the file has "guest_id"/u);
  });
});
