import { CLOSED_INVITATION } from '@lapwing/shared/event/invitation';
import { describe, expect, it } from 'vitest';
import { saveInvitation } from '../../../server/src/db/repositories/invitations.ts';
import { createCodesUsed } from '../../../server/src/services/codes-used.ts';
import { studentSaying } from '../../support/answers.ts';
import { freshKey, makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

const TEN_MINUTES = 600_000;
const WRONG = 'ZZZZ';

async function doors() {
  const t = await testApp();
  const codes: string[] = [];
  for (let n = 0; n < 2; n++) {
    const evening = await makeEvening(t, { students: 1, tables: 1, published: false });
    saveInvitation(t.db, evening.id, { ...CLOSED_INVITATION, open: true });
    codes.push(t.services.evenings.get(evening.id)?.event.code ?? '');
  }
  const from = (ip: string, url: string, payload?: object) =>
    t.app.inject({
      ...{ method: payload ? 'POST' : 'GET', url, remoteAddress: ip, ...(payload ? { payload } : {}) },
      headers: { accept: '*/*' },
    });
  const guess = async (ip: string, times: number) => {
    let last = 0;
    for (let n = 0; n < times; n++) last = (await from(ip, `/e/${WRONG}/event`)).statusCode;
    return last;
  };
  return { t, codes: codes as [string, string], from, guess };
}

describe('W6 trying codes of events', () => {
  it('is slow: after 120 wrong ones a network waits, on every route, and is not told whether one was right', async () => {
    const { t, codes, from, guess } = await doors();
    const [, secret] = codes;
    expect(await guess('10.0.0.1', 120)).toBe(404);
    const form = { key: freshKey().padEnd(24, '0'), answers: studentSaying('Nina Target') };
    for (const code of [WRONG, secret]) {
      expect((await from('10.0.0.1', `/e/${code}/event`)).statusCode).toBe(429);
      expect((await from('10.0.0.1', `/e/${code}/students`, form)).statusCode).toBe(429);
      expect((await from('10.0.0.1', `/e/${code}/waiting`, { who: 'Nina' })).statusCode).toBe(429);
      for (const page of ['', '/student', '/mentor'])
        expect((await from('10.0.0.1', `/e/${code}${page}`)).body).not.toContain('Careers');
    }
    expect((await from('10.0.0.1', `/e/${secret}`)).body).toBe((await from('10.0.0.1', `/e/${WRONG}`)).body);
    t.clock.advance(TEN_MINUTES);
    expect((await from('10.0.0.1', `/e/${secret}/event`)).statusCode).toBe(200);
  });

  it('keeps nobody in the hall from the evening that is opened there, and nobody elsewhere from anything', async () => {
    const { codes, from, guess } = await doors();
    const [tonight, other] = codes;
    expect((await from('10.0.0.1', `/e/${tonight.toLowerCase()}`)).body).toContain('Careers');
    expect(await guess('10.0.0.1', 130)).toBe(429);
    expect((await from('10.0.0.1', `/e/${tonight}/event`)).statusCode).toBe(200);
    expect((await from('10.0.0.1', `/e/${other}/event`)).statusCode, 'never used there').toBe(429);
    expect((await from('10.0.0.2', `/e/${other}/event`)).statusCode).toBe(200);
  });

  it('forgets after half a day which network used which code', async () => {
    const { t, codes, from, guess } = await doors();
    await from('10.0.0.1', `/e/${codes[0]}/event`);
    t.clock.leap(12 * 6 * TEN_MINUTES);
    expect(await guess('10.0.0.1', 121)).toBe(429);
    expect((await from('10.0.0.1', `/e/${codes[0]}/event`)).statusCode).toBe(429);
  });

  it('does not count right codes, however often', async () => {
    const { codes, from } = await doors();
    for (let n = 0; n < 200; n++) await from('10.0.0.1', `/e/${codes[0]}/event`);
    expect((await from('10.0.0.1', `/e/${WRONG}/event`)).statusCode).toBe(404);
  });

  it('from ever new addresses is slow too: one network of IPv6 is one, and those of one line have a limit together', async () => {
    const { t, codes, guess, from } = await doors();
    for (let n = 0; n < 120; n++) await guess(`2001:db8:1:2::${(n + 1).toString(16)}`, 1);
    expect(await guess('2001:db8:1:2:ffff::1', 1)).toBe(429);
    expect(await guess('2001:db8:1:3::1', 1)).toBe(404);
    const { eventCodes } = t.services;
    for (let n = 0; n < 360; n++) eventCodes.mayLook(WRONG, `2001:db8:1:${(n + 16).toString(16)}::1`);
    expect(await guess('2001:db8:1:f::1', 1)).toBe(429);
    expect((await from('2001:db8:2:f::1', `/e/${codes[0]}/event`)).statusCode).toBe(200);
  });

  it('of whole crowds keeps nobody out who has a right one, on no route; a network has a few wrong ones left', async () => {
    const { t, codes, from, guess } = await doors();
    const { eventCodes } = t.services;
    for (let n = 0; n < 5_000; n++) eventCodes.mayLook(WRONG, `198.51.${n >> 8}.${n & 255}`);
    const form = { key: freshKey().padEnd(24, '0'), answers: studentSaying('Nina Target') };
    expect((await from('10.9.9.9', `/e/${codes[0]}/event`)).statusCode).toBe(200);
    expect((await from('10.9.9.8', `/e/${codes[0]}/students`, form)).statusCode).toBe(200);
    expect((await from('10.9.9.7', `/e/${codes[0]}/waiting`, { who: 'Nina' })).statusCode).toBe(200);
    expect(await guess('10.9.9.6', 5)).toBe(404);
    expect((await from('10.9.9.6', `/e/${codes[0]}/event`)).statusCode).toBe(200);
    expect(await guess('10.9.9.6', 1)).toBe(404);
    expect(await guess('10.9.9.6', 1), 'six wrong ones are enough').toBe(429);
    expect((await from('10.9.9.6', `/e/${codes[1]}/event`)).statusCode, 'nor is it told a right one').toBe(429);
    expect((await from('10.9.9.6', `/e/${codes[0]}/event`)).statusCode, 'which it used before').toBe(200);
    for (let n = 0; n < 60; n++) eventCodes.mayLook(WRONG, `2001:db8:1:${n.toString(16)}::1`);
    expect(await guess('2001:db8:1:ff::1', 1), 'ever new networks of one line').toBe(429);
    t.clock.advance(6 * TEN_MINUTES);
    expect(await guess('10.9.9.6', 20), 'an hour later it is as before').toBe(404);
  });

  it('pushes nobody’s hall out by asking for the right one from ever new networks', async () => {
    const { t, codes } = await doors();
    const used = createCodesUsed(t.clock);
    used.remember(codes[0], '2001:db8:1:1::1');
    used.remember(codes[0], '198.51.100.1');
    for (let n = 0; n < 20_010; n++) used.remember(codes[0], `2001:db9:${n.toString(16)}:1::1`);
    expect(used.again(codes[0], '2001:db8:1:2::1'), 'another phone of the hall').toBe(true);
    expect(used.again(codes[0], '198.51.100.1')).toBe(true);
    expect(used.again(codes[0], '2001:db9:0:1::1'), 'what the stranger used first').toBe(false);
    expect(used.again(codes[1], '198.51.100.1')).toBe(false);
  });
});
