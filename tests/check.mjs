/** `npm run check`: types, lint and every test that needs no browser and few seconds, in under a minute. */
import { build, checkNode, install, root, say } from '../server/bootstrap.mjs';
import { sum, typesAndLint, vitest } from './support/steps.mjs';

checkNode();
process.chdir(root);
await install();
const total = sum(await Promise.all([typesAndLint(), testsOnTheBuild()]));
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** Some tests weigh what a phone loads. */
async function testsOnTheBuild() {
  const failure = await build();
  if (failure !== null) say(failure);
  return vitest({ quick: true });
}
