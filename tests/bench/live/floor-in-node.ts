/** The floor where there is no C compiler: Node's bare sockets, the same lines in and out as floor.c. */
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { machineNow } from './statistics.ts';

const WELCOME =
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n';
const phones = new Set<Socket>();

function framed(text: string): Buffer {
  const body = Buffer.from(text);
  const head = body.length < 126 ? Buffer.from([0x81, body.length]) : Buffer.from([0x81, 126, 0, 0]);
  if (body.length >= 126) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}

createServer({ noDelay: true }, (socket) => {
  socket.on('data', (bytes) => {
    if (phones.has(socket) || !bytes.includes('\r\n\r\n')) return;
    socket.write(WELCOME);
    phones.add(socket);
  });
  socket.on('close', () => phones.delete(socket));
  socket.on('error', () => socket.destroy());
}).listen(Number(process.argv[2]), '127.0.0.1', 4_096, () => console.log('{"listening":true}'));

const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
  const cpu = process.cpuUsage();
  const decidedAt = machineNow();
  const frame = framed(line.slice(2));
  for (const phone of phones) phone.write(frame);
  setImmediate(() => {
    const { user, system } = process.cpuUsage(cpu);
    console.log(JSON.stringify({ decidedAt, cpuMs: (user + system) / 1_000, phones: phones.size, failed: 0 }));
  });
});
input.on('close', () => process.exit(0));
