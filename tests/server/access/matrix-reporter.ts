import type { Reporter, TestModule } from 'vitest/node';
import { type Cell, mayOf, type Row, WHO } from './cells.ts';

const HELP = `own: of themselves, or of the event they belong to. any: of every event. no: refused at the door. ask: may ask, and
what this asked with (a wrong password, code or secret, an old sign-in, the name of nothing) got it nowhere.`;

/** Prints what the walk saw, as the matrix of who may what. */
export default class MatrixReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const rows = tests.flatMap((test) => test.meta().row ?? []);
    const closed = tests.flatMap((test) => test.meta().closed ?? []);
    const unlisted = tests.flatMap((test) => test.meta().unlisted ?? []);
    const cells = rows.flatMap((row) => row.cells);
    const kept = cells.filter(isKept).length;
    const red = rows.flatMap(faultsIn);
    const failed = tests.filter((test) => test.result().state !== 'passed').map(({ fullName }) => fullName);
    print([
      ...matrix(rows),
      '',
      'Over a socket a page sends nothing but the question for the time.',
      HELP,
      '',
      `better-auth: ${closed.length} endpoints that nobody reaches, asked by an owner:`,
      ...closed.map(({ name, status }) => `  ${name}  ${status}${status === 404 ? '' : '  RED'}`),
      '',
      ...red.map((fault) => `RED ${fault}`),
      ...unlisted.map((route) => `RED ${route} is not in the table`),
      ...failed.map((name) => `FAILED ${name}`),
      `rows ${rows.length}, cells passed ${kept} / ${cells.length}, routes missing from the table ${unlisted.length}, failed ${failed.length}`,
    ]);
    // a file that could not be read has no failed test
    if (rows.length === 0 || red.length + unlisted.length + failed.length > 0) process.exitCode = 1;
    for (const module of modules) for (const error of module.errors()) print([error.stack ?? error.message]);
  }
}

const isKept = ({ faults }: Cell): boolean => faults.length === 0;

const faultsIn = ({ name, cells }: Row): string[] =>
  cells.flatMap(({ who, whose, faults }) => faults.map((fault) => `${name}, ${who}, ${whose}: ${fault}`));

/** Sockets are the routes that a page listens on. */
const labelOf = ({ name }: Row): string =>
  /^GET .*\/(live|socket)$/u.test(name) ? name.replace('GET', 'SOCKET') : name;

function matrix(rows: readonly Row[]): string[] {
  const sorted = rows.toSorted((one, other) => rank(one) - rank(other));
  const table = [['', ...WHO], ...sorted.map((row) => [labelOf(row), ...WHO.map((who) => mayOf(row, who))])];
  const [head = [], ...lines] = table;
  const widths = head.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const padded = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [padded(head), ...lines.map(padded)];
}

/** Public pages, then what is one's own, then the console. */
const rank = ({ access }: Row): number => ['anybody', 'own', 'console'].indexOf(access.door);

const print = (lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);
