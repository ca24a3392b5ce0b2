import { parseBundleText } from '@lapwing/shared/rotation/replan/bundle';
import { PROPOSAL_KINDS, type Proposal, type ProposalKind, replan } from '@lapwing/shared/rotation/replan/replan';
import { systemClock } from '../system-clock.ts';
import type { CliOptions, CommandEnd } from './arguments.ts';
import { readFile } from './read-file.ts';
import { searchOptions, wantedBy } from './search-options.ts';

const KINDS: Readonly<Record<string, ProposalKind>> = {
  fewest: 'fewest-moves',
  middle: 'middle',
  best: 'best-plan',
};

/**
 * `replan BUNDLE.json [--seconds S | --iterations K [--stop-after M]] [--seed N] [--keep fewest|middle|best] [--report]`:
 * the mended schedule; with `--report` all three proposals with their price, as notes.
 */
export function replanCommand(files: readonly string[], options: CliOptions): CommandEnd {
  const [path, ...others] = files;
  if (path === undefined || others.length > 0) return { exit: 2, line: 'replan needs one BUNDLE.json.' };
  const wanted = wantedBy(options);
  if (typeof wanted === 'string') return { exit: 2, line: wanted };
  const kind = KINDS[options.keep ?? 'fewest'];
  if (kind === undefined)
    return { exit: 2, line: `--keep is "${options.keep}"; use ${Object.keys(KINDS).join(', ')}.` };
  const bytes = readFile(path);
  if (!bytes.ok) return { exit: 2, line: bytes.refusal };
  const bundle = parseBundleText(new TextDecoder().decode(bytes.value));
  if (!bundle.ok) return { exit: 2, line: `${path}: ${bundle.refusal.kind}: ${bundle.refusal.message}` };
  const { students, rounds } = bundle.value.after;
  const clock = systemClock();
  const search = searchOptions(wanted, students.length, rounds, () => clock.now());
  const kinds = options.report ? [kind, ...PROPOSAL_KINDS.filter((other) => other !== kind)] : [kind];
  const mended = replan(bundle.value, { ...search, kinds });
  if (!mended.ok) return { exit: 3, line: `${path}: ${mended.refusal.kind}: ${mended.refusal.message}` };
  const [proposal] = mended.value;
  const end = { exit: 0, json: proposal?.schedule } as const;
  return options.report ? { ...end, notes: mended.value.map(priceLine).join('\n') } : end;
}

function priceLine({ kind, moves, people, quality, best, firm, seed, iterations, stoppedAfter }: Proposal): string {
  const again = `--seed ${seed} --iterations ${iterations}${stoppedAfter === null ? '' : ` --stop-after ${stoppedAfter}`}`;
  const rules = firm ? '' : ' Not every firm aim is met as far as it might be.';
  const price = `${moves} tables changed, ${people} people; ${quality.toFixed(1)} of ${best.toFixed(1)} possible.`;
  return `${kind}: ${price}${rules} Again: ${again}`;
}
