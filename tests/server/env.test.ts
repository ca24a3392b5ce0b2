import { describe, expect, it } from 'vitest';
import { readEnv } from '../../server/src/env.ts';

const read = (variables: Record<string, string>) => readEnv(variables, '/srv/night');

describe('the environment', () => {
  it('may be empty', () => {
    expect(read({})).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: '0.0.0.0',
        dataDir: '/srv/night/data',
        publicUrl: null,
        logLevel: 'info',
        demo: false,
        mail: null,
        slack: null,
        mostPhones: null,
      },
    });
    expect(read({ PORT: '', HOST: '', DATA_DIR: '', PUBLIC_URL: '', LOG_LEVEL: '', DEMO: '' })).toEqual(read({}));
  });

  it('is taken as it is meant', () => {
    const value = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: '/var/lib/x', LOG_LEVEL: 'error', DEMO: '1' };
    expect(read({ ...value, PUBLIC_URL: 'https://Night.Example.org/' })).toMatchObject({
      value: { port: 0, host: '127.0.0.1', dataDir: '/var/lib/x', logLevel: 'error', demo: true },
    });
    expect(read({ PUBLIC_URL: 'https://Night.Example.org/' })).toMatchObject({
      value: { publicUrl: 'https://night.example.org' },
    });
    expect(read({ PUBLIC_URL: 'http://10.0.0.4:8080' })).toMatchObject({
      value: { publicUrl: 'http://10.0.0.4:8080' },
    });
  });

  it('takes a limit of phones, and by itself knows none', () => {
    expect(read({})).toMatchObject({ value: { mostPhones: null } });
    expect(read({ MAX_PHONES: '40' })).toMatchObject({ value: { mostPhones: 40 } });
  });

  it('names a mail server with its password, and the port that goes with it', () => {
    const from = 'events@example.org';
    expect(read({ SMTP_URL: 'smtp://night:p%40ss%2F@mail.example.org', MAIL_FROM: from })).toMatchObject({
      value: {
        mail: { host: 'mail.example.org', port: 587, secure: false, user: 'night', password: 'p@ss/', from },
      },
    });
    expect(read({ SMTP_URL: 'smtps://[::1]', MAIL_FROM: from })).toMatchObject({
      value: { mail: { host: '::1', port: 465, secure: true, user: '', password: '' } },
    });
    expect(read({ SMTP_URL: 'smtp://localhost:1025/', MAIL_FROM: from })).toMatchObject({
      value: { mail: { port: 1025 } },
    });
    expect(read({ MAIL_FROM: from })).toMatchObject({ value: { mail: null } });
  });

  it.each([
    ['SMTP_URL', 'mail.example.org', 'events@example.org'],
    ['SMTP_URL', 'https://user:secret@mail.example.org', 'events@example.org'],
    ['SMTP_URL', 'smtp://', 'events@example.org'],
    ['SMTP_URL', 'smtp://user:secret@mail.example.org/box?pool=1', 'events@example.org'],
    ['SMTP_URL', 'smtp://user:%secret@mail.example.org', 'events@example.org'],
    ['MAIL_FROM', 'smtp://mail.example.org', ''],
    ['MAIL_FROM', 'smtp://mail.example.org', 'Lapwing <events@example.org>'],
    ['MAIL_FROM', 'smtp://mail.example.org', 'a@example.org,b@example.org'],
    ['MAIL_FROM', 'smtp://mail.example.org', 'events'],
  ])('%s is refused in one sentence that names it and says no password: %s %s', (name, url, from) => {
    const answer = read({ SMTP_URL: url, MAIL_FROM: from });
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.refusal).toMatch(new RegExp(`^${name} is .*\\.$`, 'u'));
    expect(answer.refusal).not.toMatch(/secret|\n/u);
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000x'],
    ['PORT', '1e3'],
    ['HOST', 'two words'],
    ['LOG_LEVEL', 'loud'],
    ['MAX_PHONES', '0'],
    ['MAX_PHONES', 'many'],
    ['DEMO', 'yes'],
    ['PUBLIC_URL', 'night.example.org'],
    ['PUBLIC_URL', 'https://night.example.org/path'],
    ['PUBLIC_URL', 'https://night.example.org/?a=1'],
    ['PUBLIC_URL', 'https://user@night.example.org'],
    ['PUBLIC_URL', 'ftp://night.example.org'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
  ])('%s=%s is refused in one sentence that names it', (name, text) => {
    const answer = read({ [name]: text });
    expect(answer.ok).toBe(false);
    if (!answer.ok)
      expect(answer.refusal).toMatch(new RegExp(`^${name} is "${text.replaceAll(/[?()/.]/gu, '\\$&')}"`, 'u'));
    if (!answer.ok) expect(answer.refusal).not.toContain('\n');
  });

  const TOKEN = 'xoxb-123456789012-abcdefGHIJKL';
  const SECRET = '0123456789abcdef0123456789abcdef';

  it('switches Slack on by two variables, and by neither of them alone', () => {
    expect(read({ SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: SECRET })).toMatchObject({
      value: { slack: { token: TOKEN, signingSecret: SECRET, api: new URL('https://slack.com/api/') } },
    });
    expect(read({ SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: '' })).toMatchObject({ value: { slack: null } });
    expect(read({ SLACK_API_URL_FOR_TESTS: 'http://127.0.0.1:9/api/' })).toMatchObject({ value: { slack: null } });
    const SLACK_API_URL_FOR_TESTS = 'http://127.0.0.1:4321/api/';
    expect(read({ SLACK_BOT_TOKEN: TOKEN, SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL_FOR_TESTS })).toMatchObject({
      value: { slack: { api: new URL(SLACK_API_URL_FOR_TESTS) } },
    });
  });

  it.each([
    ['SLACK_BOT_TOKEN', '', SECRET, ''],
    ['SLACK_SIGNING_SECRET', TOKEN, '', ''],
    ['SLACK_BOT_TOKEN', 'xoxp-123456789012-secretsecret', SECRET, ''],
    ['SLACK_BOT_TOKEN', 'secret secret', SECRET, ''],
    ['SLACK_SIGNING_SECRET', TOKEN, 'a secret of mine', ''],
    ['SLACK_API_URL_FOR_TESTS', TOKEN, SECRET, 'https://secret.example.org/api/'],
    ['SLACK_API_URL_FOR_TESTS', TOKEN, SECRET, 'http://192.168.0.2/api/'],
    ['SLACK_API_URL_FOR_TESTS', TOKEN, SECRET, 'http://127.0.0.1.example.org/api/'],
    ['SLACK_API_URL_FOR_TESTS', TOKEN, SECRET, 'http://127.0.0.1/api'],
  ])('%s is refused in one sentence that names it and says no secret: %s %s %s', (name, token, secret, api) => {
    const answer = read({ SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: secret, SLACK_API_URL_FOR_TESTS: api });
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.refusal).toMatch(new RegExp(`^${name} is .*\\.$`, 'u'));
    expect(answer.refusal).not.toMatch(/secret\b.*secretsecret|a secret of mine|abcdefGH|\n/u);
  });
});
