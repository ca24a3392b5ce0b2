/** `npm run dev`: builds the pages once, then runs the server from its sources and restarts it at every change. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './bootstrap.mjs';

await prepare();
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const server = spawn(process.execPath, [tsx, 'watch', 'server/src/main.ts'], {
  cwd: root,
  env: { ...process.env, DEMO: process.env.DEMO || '1' },
  stdio: 'inherit',
});
// Ctrl-C reaches the server by itself; it closes in its own time and we end after it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 1));
