/** `npm run check`: types, lint and every test that needs no browser, in under a minute. */
import { checkNode, install, root } from '../server/bootstrap.mjs';
import { sum, typesAndLint, vitest } from './support/steps.mjs';

checkNode();
process.chdir(root);
await install();
const total = sum(await Promise.all([typesAndLint(), vitest()]));
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
