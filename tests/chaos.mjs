/** `npm run chaos`: installs and builds what is missing, then lets everything go wrong that can. See tests/chaos/README.md. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, checkNode, install, root, say } from '../server/bootstrap.mjs';

checkNode();
process.chdir(root);
await install();
// The trials run the server as it is built.
const failure = await build();
if (failure !== null) {
  say(failure);
  process.exit(1);
}
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const child = spawn(process.execPath, [tsx, 'tests/chaos/main.ts', ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('error', () => process.exit(127));
child.on('close', (code) => process.exit(code ?? 1));
