/** Hostile files while an evening runs: the live socket is answered all the while. */
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { workerReader } from '../../../server/src/reader/reader.ts';
import { makeEvening, type TestEvening } from '../../support/evening-builder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';
import { type Caller, ORIGIN } from '../../support/test-caller.ts';
import type { TestSocket } from '../../support/test-socket.ts';
import { workbookParts, zip } from '../../support/workbook.ts';

/** More answers than a blocked event loop could give: it would give the one that was under way. */
const ALL_THE_WHILE = 20;
const MEGABYTE = 1024 * 1024;

interface Night {
  readonly t: TestApp;
  readonly ada: Caller;
  readonly evening: TestEvening;
  readonly socket: TestSocket;
}

async function night(): Promise<Night> {
  const t = await testApp({
    reader: workerReader((error) => {
      throw error;
    }),
  });
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  await evening.start(ada);
  const socket = await t.socket(`${evening.url}/socket`, ada);
  await socket.settled();
  return { t, ada, evening, socket };
}

/** How many questions the live socket answers until `attack` is over; it takes no more than a few dozen at once. */
async function answersDuring(socket: TestSocket, attack: Promise<unknown>): Promise<number> {
  let over = false;
  void attack.finally(() => {
    over = true;
  });
  let answers = 0;
  for (;;) {
    await socket.settled();
    if (over || answers > ALL_THE_WHILE) return answers;
    answers += 1;
  }
}

/** A sheet of 100,000 cells that differ, within every limit of its directory. */
function heavyWorkbook(): Buffer {
  const cell = (index: number): string => `<c><v>${(index * 7_919) % 99_991}</v></c>`;
  const row = (y: number): string => `<row>${Array.from({ length: 20 }, (_, x) => cell(20 * y + x)).join('')}</row>`;
  const rows = Array.from({ length: 5_100 }, (_, y) => row(y)).join('');
  return zip(workbookParts({ One: `<worksheet><sheetData>${rows}</sheetData></worksheet>` }));
}

interface Sent {
  readonly status: number;
  readonly body: string;
  readonly bytes: number;
}

/** Sends a form that goes on for `total` bytes, in pieces as the line takes them; stops where the server stops listening. */
function flood({ t, ada, evening }: Night, total: number, declared: boolean): Promise<Sent> {
  const { port } = t.app.server.address() as AddressInfo;
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nName,Email\n';
  const piece = Buffer.alloc(256 * 1024, 'Ada,ada@x.example\n');
  return new Promise((resolve) => {
    let bytes = 0;
    let answer: Omit<Sent, 'bytes'> | undefined;
    const headers = {
      origin: ORIGIN,
      cookie: ada.cookieHeader(),
      'content-type': 'multipart/form-data; boundary=x',
      ...(declared ? { 'content-length': total } : {}),
    };
    const sending = request({ port, method: 'POST', path: `${evening.url}/imports/preview`, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += String(chunk);
      });
      response.on('end', () => {
        answer = { status: response.statusCode ?? 0, body };
        sending.destroy();
      });
    });
    sending.on('error', () => {});
    sending.on('close', () => resolve({ ...(answer ?? { status: 0, body: '' }), bytes }));
    sending.write(head);
    const more = (): void => {
      if (answer !== undefined || sending.destroyed) return;
      if (bytes >= total) return void sending.end();
      bytes += piece.length;
      sending.write(piece, () => setImmediate(more));
    };
    more();
  });
}

describe('while an evening runs', () => {
  it('a workbook that is heavy to read holds nobody up', async () => {
    const { ada, evening, socket } = await night();
    const bytes = heavyWorkbook();
    const attack = ada.upload(`${evening.url}/imports/preview`, bytes);
    expect(await answersDuring(socket, attack)).toBeGreaterThan(ALL_THE_WHILE);
    expect(bytes.length).toBeLessThan(5 * MEGABYTE);
    expect((await attack).json()).toMatchObject({ error: { code: 'too-large', details: { what: 'rows' } } });
    socket.socket.close();
  });

  it.each([
    ['says its length and is refused before it is read', true, 0],
    ['does not say its length and is cut off at the limit', false, 64],
  ])('a body of 200 MB that %s', async (_, declared, megabytes) => {
    const hall = await night();
    const total = 200 * MEGABYTE;
    const attack = flood(hall, total, declared);
    const answers = await answersDuring(hall.socket, attack);
    const { status, body, bytes } = await attack;
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'too-large' } });
    // what the line had taken before the refusal came back
    expect(bytes).toBeLessThan(Math.max(16, megabytes) * MEGABYTE);
    expect(answers).toBeGreaterThan(0);
    await hall.socket.settled();
    hall.socket.socket.close();
  });
});
