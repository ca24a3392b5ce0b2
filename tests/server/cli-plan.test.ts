import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CliOptions, CommandEnd } from '../../server/src/cli/arguments.ts';
import { planCommand } from '../../server/src/cli/plan.ts';
import { temporaryFolder } from '../support/test-app.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** Twelve students, all for one of two mentors, at six tables of two. */
const EVENING = {
  format: 'rotation-instance/1',
  name: 'a dozen',
  rounds: 3,
  tables: [1, 2, 3, 4, 5, 6].map((n) => ({ id: `t${n}`, seats: 2, mentors: [`m${n}`] })),
  mentors: [1, 2, 3, 4, 5, 6].map((n) => ({ id: `m${n}`, tags: [`field ${n}`] })),
  students: Array.from({ length: 12 }, (_, n) => ({ id: `s${n + 1}`, wants: n < 9 ? { m1: 5 } : { m3: 4, m4: 1 } })),
};
const file = (content: object): string => {
  const path = join(temporaryFolder(), 'instance.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const path = file(EVENING);
const accepted = (options: CliOptions, from = path) => {
  const end = planCommand([from], options);
  if (end.exit !== 0) throw new Error(end.line);
  return end;
};

describe('the report of a plan', () => {
  it('R65 tells every figure beside its bound, and who got least and why', () => {
    const { notes = '' } = accepted({ iterations: '5000', report: true });
    expect(notes).toContain('Plan for "a dozen": 12 students, 6 tables, 3 rounds.');
    // six of nine people meet m1
    expect(notes).toMatch(/wishes met, by weight +45 of 45$/mu);
    expect(notes).toMatch(/fields met +36 of 36$/mu);
    expect(notes).toMatch(/same mentor again +0$/mu);
    expect(notes).toMatch(/^\d+\.\d of 100 possible; no plan for these people can beat (it|\d+\.\d)\.$/mu);
    expect(notes).toMatch(/s\d: 0 of 5 by weight\. More people wish for mentor m1 than can sit there\./u);
  });

  it('R65 says what no plan can avoid', () => {
    const crowd = file({ ...EVENING, tables: EVENING.tables.slice(0, 2), students: EVENING.students.slice(0, 5) });
    const { notes = '' } = accepted({ iterations: '500', report: true }, crowd);
    expect(notes).toMatch(/rounds sat out +3; at least 3 cannot be avoided$/mu);
  });

  it('R66 names what makes the same plan again, also after a search that was stopped', () => {
    const first = accepted({ seed: '7', iterations: '900000', 'stop-after': '4000', aim: 'mixing', report: true });
    expect(first.notes).toContain('--seed 7 --iterations 900000 --stop-after 4000 --aim mixing\n');
    const named = /again: (.*)$/mu.exec(first.notes ?? '')?.[1]?.split(' --') ?? [];
    const options = Object.fromEntries(named.map((option) => option.replace(/^--/u, '').split(' ')));
    expect(accepted(options).json).toEqual(first.json);
  });

  it('stays out of the way of the plan: the plan is for a program, the report for a person', async () => {
    const args = ['--import', 'tsx', 'server/src/cli/main.ts', 'plan', path, '--iterations', '100', '--report'];
    const [out, err] = await new Promise<[string, string]>((done) => {
      execFile(process.execPath, args, { cwd: ROOT }, (_error, plan, report) => done([plan, report]));
    });
    expect(JSON.parse(out)).toMatchObject({ format: 'rotation-schedule/1', instance: 'a dozen' });
    expect(err).toContain('of 100 possible');
    expect(accepted({}).notes).toBeUndefined();
  });
});

describe('what `plan` refuses', () => {
  const line = (end: CommandEnd): string => (end.exit === 0 ? 'accepted' : `${end.exit} ${end.line}`);

  it('is named in one sentence', () => {
    const said = (options: CliOptions): string => line(planCommand([path], options));
    expect(said({ seconds: '1', iterations: '5' })).toBe('2 Use --seconds or --iterations, not both.');
    expect(said({ 'stop-after': '5' })).toBe('2 --stop-after needs --iterations.');
    expect(said({ aim: 'fun' })).toBe('2 --aim is "fun"; use wishes, balanced, mixing.');
    expect(said({ iterations: 'all' })).toMatch(/^2 --iterations is "all"/u);
  });
});

describe('the second format', () => {
  const second = file({ ...EVENING, format: 'rotation-instance/2', whoMoves: 'mentors' });

  it('R28 is read where it is asked for, with a report of its figures', () => {
    const { json, notes = '' } = accepted({ format: '2', iterations: '2000', report: true }, second);
    expect(json).toMatchObject({ format: 'rotation-schedule/2' });
    expect(notes).toMatch(/same mentor again +0$/mu);
  });

  it('R29 is refused where it is not asked for', () => {
    expect(planCommand([second], {})).toMatchObject({ exit: 2, line: expect.stringContaining('format') });
    expect(planCommand([second], { format: '3' })).toMatchObject({ exit: 2 });
  });
});
