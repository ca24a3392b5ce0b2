import { isAbsolute, resolve } from 'node:path';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';
import { type MailAccount, readMailEnv } from './mail-env.ts';
import { readSlackEnv, type SlackAccount } from './slack-env.ts';

export interface Env {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Origin without a slash at its end, e.g. "https://night.example.org"; null: links use an address of this machine. */
  readonly publicUrl: string | null;
  readonly logLevel: LogLevel;
  readonly demo: boolean;
  /** Null: no mail is sent, the console shows it to be copied. */
  readonly mail: MailAccount | null;
  /** Null: Lapwing works without Slack. */
  readonly slack: SlackAccount | null;
  /** Phone pages that may listen at a time; null: by how many people are expected. */
  readonly mostPhones: number | null;
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

type Variables = Readonly<Record<string, string | undefined>>;

/** Checks the environment once, at start. The refusal is one sentence that names the variable. */
export function readEnv(variables: Variables, workingDir: string): Result<Env, string> {
  const port = portOf(variables.PORT || '3000');
  if (!port.ok) return port;
  const publicUrl = publicUrlOf(variables.PUBLIC_URL || '');
  if (!publicUrl.ok) return publicUrl;
  const logLevel = LOG_LEVELS.find((level) => level === (variables.LOG_LEVEL || 'info'));
  if (!logLevel) return refused(`LOG_LEVEL is "${variables.LOG_LEVEL}"; use one of ${LOG_LEVELS.join(', ')}.`);
  const demo = variables.DEMO || '0';
  if (demo !== '0' && demo !== '1') return refused(`DEMO is "${demo}"; use 1 (seed a demo evening) or 0.`);
  const host = variables.HOST || '0.0.0.0';
  if (!/^[\w.:[\]-]+$/u.test(host)) return refused(`HOST is "${host}"; use an address such as 0.0.0.0 or 127.0.0.1.`);
  const mostPhones = mostPhonesOf(variables.MAX_PHONES || '');
  if (!mostPhones.ok) return mostPhones;
  const mail = readMailEnv(variables.SMTP_URL || '', variables.MAIL_FROM || '');
  if (!mail.ok) return mail;
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_API_URL_FOR_TESTS } = variables;
  const slack = readSlackEnv(SLACK_BOT_TOKEN || '', SLACK_SIGNING_SECRET || '', SLACK_API_URL_FOR_TESTS || '');
  if (!slack.ok) return slack;
  const dataDir = variables.DATA_DIR || './data';
  return ok({
    port: port.value,
    host,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(workingDir, dataDir),
    publicUrl: publicUrl.value,
    logLevel,
    demo: demo === '1',
    mail: mail.value,
    slack: slack.value,
    mostPhones: mostPhones.value,
  });
}

function portOf(text: string): Result<number, string> {
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port > 65_535) return refused(`PORT is "${text}"; use a whole number from 0 to 65535.`);
  return ok(port);
}

function mostPhonesOf(text: string): Result<number | null, string> {
  if (text === '') return ok(null);
  if (!/^[1-9]\d{0,5}$/u.test(text)) return refused(`MAX_PHONES is "${text}"; use a whole number from 1 to 999999.`);
  return ok(Number(text));
}

function publicUrlOf(text: string): Result<string | null, string> {
  if (text === '') return ok(null);
  const wrong = `PUBLIC_URL is "${text}"; use an address without a path, such as https://night.example.org.`;
  if (!URL.canParse(text)) return refused(wrong);
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  if (!bare || (url.protocol !== 'https:' && url.protocol !== 'http:')) return refused(wrong);
  return ok(url.origin);
}
