/**
 * People who mean harm, in a process of their own, on 127.0.0.1 alone: connections that send their request a byte at a time,
 * a valid badge whose phone sends frames that are far too large and far too many, strangers who guess passwords. They keep to
 * a pace that leaves the machine to the server: what is measured is what it does with them, not the two cores they share.
 * Ends with its parent, and by itself in any case.
 */
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import WebSocket from 'ws';
import type { Door } from './light-socket.ts';

export interface AttackOrder {
  readonly on: boolean;
  readonly doors: readonly Door[];
}

const CLOSING_TIME_MS = 10 * 60_000;
const SLOW_LINES = 200;
const SLOW_EVERY_MS = 500;
const LARGE_BYTES = 1_048_576;
const FLOOD_EVERY_MS = 100;
const FLOOD_AT_ONCE = 20;
const GUESS_EVERY_MS = 125;
const TOO_MANY = 1008;
const TOO_LARGE = 1009;

/** What became of it so far. */
export interface AttackReport {
  /** Requests that never end, as many as were open at once. */
  slow: number;
  /** Sockets that the server closed for what they sent. */
  cut: number;
  /** Passwords that were looked at or turned away. */
  guesses: number;
}

const report: AttackReport = { slow: 0, cut: 0, guesses: 0 };
let on = false;
let doors: readonly Door[] = [];
const slow = new Set<Socket>();

/** A request whose head never ends; cut, it begins anew. */
function crawl(port: number): void {
  const socket = connect(port, '127.0.0.1');
  slow.add(socket);
  socket.on('error', () => {});
  socket.on('close', () => slow.delete(socket));
  socket.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
}

setInterval(() => {
  const [door] = doors;
  if (!on || !door) return;
  while (slow.size < SLOW_LINES) crawl(door.port);
  report.slow = Math.max(report.slow, slow.size);
  for (const socket of slow) socket.write('x');
}, SLOW_EVERY_MS).unref();

/** Each door is a valid badge: one sends a frame of a megabyte, the next as many small ones as it can before it is cut. */
let turn = 0;
setInterval(() => {
  const door = doors[turn++ % Math.max(1, doors.length)];
  if (!on || !door) return;
  const { origin, cookie, path, port } = door;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers: { origin, cookie } });
  socket.on('error', () => {});
  socket.on('close', (code) => {
    if (code === TOO_LARGE || code === TOO_MANY) report.cut += 1;
  });
  socket.on('open', () => {
    if (turn % 2 === 0) socket.send('x'.repeat(LARGE_BYTES));
    else for (let sent = 0; sent < 10 * FLOOD_AT_ONCE; sent++) socket.send('{"t":"c","a":1}');
    setTimeout(() => socket.terminate(), 1_000).unref();
  });
}, FLOOD_EVERY_MS).unref();

setInterval(() => {
  const [door] = doors;
  if (!on || !door) return;
  const asked = request({
    ...{ host: '127.0.0.1', port: door.port, method: 'POST', path: '/api/auth/sign-in/email' },
    headers: { origin: door.origin, 'content-type': 'application/json' },
  });
  asked.on('error', () => {});
  asked.on('response', (answer) => {
    report.guesses += 1;
    answer.resume();
  });
  asked.end(JSON.stringify({ email: `somebody${turn}@example.org`, password: 'purple kettle walks home' }));
}, GUESS_EVERY_MS).unref();

process.on('message', (order: AttackOrder) => {
  ({ on, doors } = order);
  if (!on) for (const socket of slow) socket.destroy();
  process.send?.(report);
});
process.on('disconnect', () => process.exit(0));
setTimeout(() => process.exit(0), CLOSING_TIME_MS);
