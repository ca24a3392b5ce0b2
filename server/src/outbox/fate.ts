/** What became of a mail that was handed to the mail server. */
export type Fate =
  | { readonly kind: 'sent' }
  /** The other side will not have it. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Not now. `unreachable`: it was about the mail server, not about this mail, so others need not be tried now. */
  | { readonly kind: 'later'; readonly reason: string; readonly unreachable: boolean }
  /** It was handed over whole and nobody said what became of it: it may have gone out. */
  | { readonly kind: 'unsure'; readonly reason: string };

/** What nodemailer throws. */
export interface SmtpError {
  readonly message: string;
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

const LONGEST_REASON = 300;
/** Errors of nodemailer about one mail, not about the line to the server. */
const ABOUT_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM']);
/** It goes away, lost its thread, or wants us to sign in first: whatever mail they answer, they are about the line. */
const ABOUT_THE_LINE = new Set([421, 503, 530, 534, 535, 538]);

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The mail server refuses the connection.',
  ENOTFOUND: 'The mail server’s name is not known.',
  EDNS: 'The mail server’s name is not known.',
  ETIMEDOUT: 'The mail server does not answer.',
  ECONNECTION: 'The mail server closed the connection.',
  ECONNRESET: 'The mail server closed the connection.',
  ETLS: 'The connection to the mail server cannot be secured.',
  EAUTH: 'The mail server does not take the name or password in SMTP_URL.',
};

/**
 * Reads what an error means for the mail.
 * @param handedOver whether the whole mail had been given to the connection when it happened
 */
export function fateOf(error: SmtpError, handedOver: boolean): Fate {
  const { responseCode } = error;
  const reason = reasonOf(error);
  const mail = ABOUT_THE_MAIL.has(error.code ?? '') && !ABOUT_THE_LINE.has(responseCode ?? 0);
  if (mail && responseCode !== undefined)
    return responseCode >= 500 ? { kind: 'refused', reason } : { kind: 'later', reason, unreachable: false };
  // nodemailer itself will not have it: it is too large, or the address is none
  if (mail && !handedOver) return { kind: 'refused', reason };
  // an answer to the mail is an answer, also when the line is closed with it
  if (handedOver && responseCode === undefined) return { kind: 'unsure', reason };
  return { kind: 'later', reason, unreachable: true };
}

/** What the other side said, in one line; in our words where it said nothing. */
export function reasonOf({ message, code, originalCode, response }: SmtpError): string {
  const known = WORDS[code === 'EAUTH' ? code : (originalCode ?? '')] ?? WORDS[code ?? ''];
  const said = response ?? (known === undefined ? message : '');
  const line = [known, said].filter((part) => part !== undefined && part !== '').join(' ');
  return line.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, LONGEST_REASON);
}
