import { isMailAddress } from '@lapwing/shared/event/mail-address';
import { ok, type Result, refused } from '@lapwing/shared/kernel/result';

/** The mail server that takes our mail, and the address it comes from. */
export interface MailAccount {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps); otherwise it is asked for once connected. */
  readonly secure: boolean;
  /** '' where the server wants no sign-in. */
  readonly user: string;
  readonly password: string;
  readonly from: string;
}

const SUBMISSION_PORT = 587;
const SECURE_PORT = 465;
/** Names no value: it holds a password. */
const WRONG_URL = 'SMTP_URL is not understood; use an address such as smtp://user:password@mail.example.org:587.';

/** Null where neither is set: then mail waits for the organiser's own hands. The refusal is one sentence. */
export function readMailEnv(smtpUrl: string, from: string): Result<MailAccount | null, string> {
  if (smtpUrl === '') return ok(null);
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  const secure = url?.protocol === 'smtps:';
  const bare = url !== null && /^\/?$/u.test(url.pathname) && url.search === '' && url.hash === '';
  if (!bare || url.hostname === '' || (!secure && url.protocol !== 'smtp:')) return refused(WRONG_URL);
  const user = plain(url.username);
  const password = plain(url.password);
  if (user === null || password === null) return refused(WRONG_URL);
  if (from === '') return refused('MAIL_FROM is missing; with SMTP_URL, set it to the address that mail comes from.');
  if (!isMailAddress(from)) return refused(`MAIL_FROM is "${from}"; use a plain address such as events@example.org.`);
  const port = url.port === '' ? (secure ? SECURE_PORT : SUBMISSION_PORT) : Number(url.port);
  return ok({ host: url.hostname.replace(/^\[(.*)\]$/u, '$1'), port, secure, user, password, from });
}

/** What stands percent-coded in an address; null where that is broken. */
function plain(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
