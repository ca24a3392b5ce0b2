/** `npm start`: installs and builds what is missing, then becomes the server. */
import { prepare } from './bootstrap.mjs';

await prepare();
// Whoever tries Lapwing meets a filled evening; DEMO=0 starts an empty one. The server's own entry has no such default.
process.env.DEMO ||= '1';
await import('./dist/main.js');
