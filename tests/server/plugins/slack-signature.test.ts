import { describe, expect, it } from 'vitest';
import { slackSignature, slackSignatures } from '../../../server/src/plugins/slack-signature.ts';
import { fakeClock } from '../../support/fake-clock.ts';

/** The example of Slack's own guide to signed requests, with its time. */
const GUIDE = {
  secret: '8f742231b10e8888abcd99yyyzzz85a5',
  timestamp: '1531420618',
  body: 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
  signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
};
const SECRET = '0123456789abcdef0123456789abcdef';

function checked() {
  const clock = fakeClock();
  const isSigned = slackSignatures(SECRET, clock);
  const at = (ms: number): string => String(Math.floor((clock.wall() + ms) / 1_000));
  const ask = (timestamp: string, signature: string, body = 'a=1') =>
    isSigned({ 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature }, Buffer.from(body));
  const sign = (timestamp: string, body = 'a=1', secret = SECRET) =>
    slackSignature(secret, timestamp, Buffer.from(body));
  return { clock, isSigned, at, ask, sign };
}

describe('a request that says it is Slack’s', () => {
  it('is signed as Slack’s own example is', () => {
    expect(slackSignature(GUIDE.secret, GUIDE.timestamp, Buffer.from(GUIDE.body))).toBe(GUIDE.signature);
  });

  it('is taken with the signature of its time and body, and with no other', () => {
    const { at, ask, sign } = checked();
    const now = at(0);
    expect(ask(now, sign(now))).toBe(true);
    const wrong = [
      ask(now, sign(now, 'a=2')),
      ask(now, sign(at(-1_000))),
      ask(now, sign(now, 'a=1', SECRET.replace('0', '1'))),
      ask(now, sign(now).slice(0, -1)),
      ask(now, sign(now).replace('v0=', '')),
      ask(now, sign(now).replace('v0=', 'v1=')),
      ask(now, ''),
      ask(`${now} `, sign(`${now} `)),
      ask(`-${now}`, sign(`-${now}`)),
      ask('NaN', sign('NaN')),
      ask('', sign('')),
    ];
    expect(wrong).toEqual(wrong.map(() => false));
  });

  it('is taken once: the same again is nobody’s', () => {
    const { clock, at, ask, sign } = checked();
    const now = at(0);
    expect([ask(now, sign(now)), ask(now, sign(now))]).toEqual([true, false]);
    clock.advance(299_000);
    expect(ask(now, sign(now))).toBe(false);
    expect(ask(now, sign(now, 'a=2'), 'a=2'), 'another at the same time').toBe(true);
  });

  it('is not taken when it is older than five minutes, or from as far ahead', () => {
    const { at, ask, sign } = checked();
    expect([-301_000, -299_000, 299_000, 302_000].map((ms) => ask(at(ms), sign(at(ms))))).toEqual([
      ...[false, true, true, false],
    ]);
  });

  it('goes by the clock of the machine once that was put right', () => {
    const { clock, at, ask, sign } = checked();
    const slacks = String(Math.floor((clock.wall() + 3_600_000) / 1_000));
    expect(ask(slacks, sign(slacks))).toBe(false);
    clock.turnWall(clock.now() + 3_600_000);
    expect(ask(slacks, sign(slacks))).toBe(true);
    expect(at(0)).toBe(slacks);
  });

  it('without a time or a signature, or with two, is not taken', () => {
    const { isSigned, at, sign } = checked();
    const body = Buffer.from('a=1');
    expect(isSigned({}, body)).toBe(false);
    expect(isSigned({ 'x-slack-signature': sign(at(0)) }, body)).toBe(false);
    expect(isSigned({ 'x-slack-request-timestamp': at(0), 'x-slack-signature': [sign(at(0))] }, body)).toBe(false);
  });
});
