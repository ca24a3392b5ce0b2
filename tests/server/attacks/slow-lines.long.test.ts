import { expect, it } from 'vitest';
import { makeEvening } from '../../support/evening-builder.ts';
import { rawLine } from '../../support/raw-line.ts';
import { testApp } from '../../support/test-app.ts';

const LINES = 300;
const CUT_WITHIN_MS = 14_000;

it(`W5 ${LINES} lines that send a header a byte at a time are cut after 10 s; whoever else is there is served`, async () => {
  const t = await testApp();
  const ada = await t.organiser();
  const evening = await makeEvening(t);
  const [ann] = evening.students;
  if (!ann) throw new Error('a student is needed');
  const phone = await t.socket(`/me/${ann.id}/live`, await evening.phone(ann));
  const lines = await Promise.all(
    Array.from({ length: LINES }, () => rawLine(t.app, 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ')),
  );
  const drip = setInterval(() => {
    for (const { socket } of lines) if (!socket.destroyed) socket.write('a');
  }, 500);
  await evening.start(ada);
  await phone.until('room', ({ v }) => v === evening.version());
  const heard = await Promise.all(lines.map((line) => line.heard(CUT_WITHIN_MS)));
  clearInterval(drip);
  expect(heard.filter((text) => !text.startsWith('HTTP/1.1 408'))).toEqual([]);
  await phone.settled();
}, 30_000);
