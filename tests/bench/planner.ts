/**
 * Measures the planner on instances of its own and against three peers: `npm run -s bench:planner`. See options.ts for
 * what can be asked. Ends with 1 if a plan breaks a firm rule or misses a bound it has to reach, with 2 for a wrong option.
 */
import { classics } from './instances/classics.ts';
import { largeEvenings, realEvenings } from './instances/real-evenings.ts';
import { jsonReport } from './json-report.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { replanOffers } from './replans/replan-instances.ts';
import { faultsOf, measurePlan, measureReplan } from './rows.ts';
import { LEGEND, planHeading, planLine, replanHeading, replanLine } from './text-report.ts';

function optionsOrUsage(): Options | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return null;
  }
}

function bench(options: Options): number {
  const say = (text: string): void => {
    if (!options.json) console.log(text);
  };
  const chosen = <Named extends { name: string }>(offers: readonly Named[]): Named[] =>
    offers.filter(({ name }) => name.includes(options.only));
  const plans = chosen([...realEvenings, ...classics, ...(options.large ? largeEvenings : [])]);
  const replans = chosen(replanOffers);
  if (plans.length + replans.length === 0) {
    console.error(`no instance has a name with ${JSON.stringify(options.only)}`);
    return 2;
  }
  if (plans.length > 0) say(planHeading());
  const planRows = plans.map((offer) => {
    const row = measurePlan(offer, options);
    say(planLine(row));
    return row;
  });
  if (replans.length > 0) say(`\n${replanHeading()}`);
  const replanRows = replans.map((offer) => {
    const row = measureReplan(offer, options);
    say(replanLine(row));
    return row;
  });
  const faults = [...planRows, ...replanRows].flatMap(({ name, lapwing }) => faultsOf(name, lapwing));
  say(`\n${LEGEND.join('\n')}`);
  for (const fault of faults) say(fault);
  if (options.json) console.log(JSON.stringify(jsonReport(options, planRows, replanRows, faults), null, 2));
  return faults.length > 0 ? 1 : 0;
}

const options = optionsOrUsage();
process.exitCode = options === null ? 2 : bench(options);
