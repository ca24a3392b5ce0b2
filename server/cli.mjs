/** `npm run -s cli -- <command>`: installs and builds what is missing, then becomes the command line. */
import { prepare } from './bootstrap.mjs';

await prepare();
await import('./dist/cli.js');
