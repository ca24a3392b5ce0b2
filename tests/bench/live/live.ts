/**
 * Measures the night's wire: `npm run -s bench:live -- --phones N [--json]`. See ../README.md for how to read it. Ends with 1 if
 * something was lost or a goal is not met, with 2 for a wrong option.
 */
import { build } from '../../../server/bootstrap.mjs';
import { attackFigures } from './attack-figures.ts';
import { clockFigures } from './clock-figures.ts';
import { asJson, type Figure, met, tableHeading, tableLine } from './figures.ts';
import { flipFigures } from './flip-figures.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { replanFigures } from './replan-figures.ts';
import { signInFigures } from './sign-in-figures.ts';
import { wireFigures } from './wire-figures.ts';

/** A full venue; more would measure the attackers' own machine. */
const MOST_ATTACKED = 1_000;

function optionsOrUsage(): Options | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return null;
  }
}

async function bench(options: Options): Promise<number> {
  const log = (line: string): void => console.error(line);
  const from = performance.now();
  const failure = await build();
  if (failure !== null) {
    log(failure);
    return 2;
  }
  const figures: Figure[] = [];
  let lost = 0;
  let floor = 'none';
  if (options.parts.includes('wire') || options.parts.includes('storm')) {
    const wire = await wireFigures(options.phones, options.parts, options.seed, log);
    figures.push(...wire.figures);
    lost += wire.lost;
    floor = wire.floorKind;
  }
  if (options.parts.includes('clock')) figures.push(...clockFigures(options.seed));
  if (options.parts.includes('flip')) {
    log('a round changes on 100 phones behind a bad network, in real time …');
    const flip = await flipFigures(options.seed);
    figures.push(...flip.figures);
    lost += flip.lost;
  }
  if (options.parts.includes('attack')) {
    const attack = await attackFigures(Math.min(options.phones, MOST_ATTACKED), log);
    figures.push(...attack.figures);
    lost += attack.lost;
  }
  if (options.parts.includes('sign-in-times')) figures.push(...(await signInFigures(options.seed, log)));
  if (options.parts.includes('replan')) {
    log('somebody arrives late …');
    figures.push(...(await replanFigures(log)));
  }
  const missed = figures.filter((figure) => met(figure) === false).length;
  const seconds = Math.round((performance.now() - from) / 1_000);
  if (options.json) {
    const { phones, seed } = options;
    const named = Object.fromEntries(figures.map((figure) => [figure.name, asJson(figure)]));
    console.log(JSON.stringify({ phones, seed, floor, seconds, lost, missed, figures: named }));
  } else {
    console.log(tableHeading());
    for (const figure of figures) console.log(tableLine(figure));
    console.log(`\nfloor: ${floor}; lost: ${lost}; goals not met: ${missed}; ${seconds} s`);
  }
  return lost > 0 || missed > 0 ? 1 : 0;
}

const options = optionsOrUsage();
process.exitCode = options === null ? 2 : await bench(options);
