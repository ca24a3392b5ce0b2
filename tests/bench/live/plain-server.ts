/**
 * The peer: Fastify and @fastify/websocket as their documentation shows them, one `client.send` after the other. No doors, no
 * database: POST /next sends the text to everybody, and who connects gets two texts as a snapshot.
 */
import websocket from '@fastify/websocket';
import fastify from 'fastify';
import { machineNow } from './statistics.ts';

interface Texts {
  readonly room: string;
  readonly card: string;
}

const { port, room, card } = JSON.parse(process.argv[2] ?? '{}') as Texts & { readonly port: number };
const app = fastify();
await app.register(websocket);
app.get('/live', { websocket: true }, (socket) => {
  socket.send(room);
  socket.send(card);
});
app.post('/next', async () => {
  const cpu = process.cpuUsage();
  const decidedAt = machineNow();
  for (const client of app.websocketServer.clients) client.send(room);
  await new Promise((done) => setImmediate(done));
  const used = process.cpuUsage(cpu);
  return { decidedAt, cpuMs: (used.user + used.system) / 1_000 };
});
await app.listen({ port, host: '127.0.0.1', backlog: 4_096 });
