import type { RegistrationAnswer } from '@lapwing/shared/protocol/registration-api';
import type { Problem, ProblemCode } from '@lapwing/shared/registration/problems';
import { type ApiAnswer, request } from '../kit/api.ts';
import { randomText } from '../kit/random-text.ts';
import { readStored, writeStored } from '../kit/stored.ts';

/** What became of sending a form: taken, wrong somewhere, saved from the own page only, not possible any more, or not known. */
export type Outcome<Value> =
  | { readonly kind: 'taken'; readonly value: Value }
  | { readonly kind: 'wrong'; readonly problem: Problem }
  | { readonly kind: 'byLink' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'silent' };

interface KeptKey {
  readonly who: string;
  readonly key: string;
}

/**
 * The key that a form is sent with: the same for the same name and address however often it is sent, so that a lost
 * answer and a second press register nobody twice. Random, so it stands for this browser alone.
 */
export function keyFor(place: string, { name, email }: { readonly name: string; readonly email: string }): string {
  const who = `${name.trim()} ${email.trim().toLowerCase()}`;
  const kept = readStored<KeptKey>(place);
  if (kept?.who === who) return kept.key;
  const key = randomText(18);
  writeStored(place, { who, key });
  return key;
}

type Who = { readonly name: string; readonly email: string };

/** Sends a form: POST registers, PUT goes on with what was begun. */
export async function sendForm(
  method: 'POST' | 'PUT',
  path: string,
  keyPlace: string,
  answers: Who,
): Promise<Outcome<RegistrationAnswer | undefined>> {
  const answer = await request<RegistrationAnswer | undefined>(method, path, {
    key: keyFor(keyPlace, answers),
    answers,
  });
  return outcomeOf(answer);
}

/** How it stands with sending a form, for the page. */
export type Sending = 'no' | 'now' | 'silent' | 'byLink' | 'closed';

/** How it stands after an outcome. */
export const sendingAfter = ({ kind }: Outcome<unknown>): Sending =>
  kind === 'taken' || kind === 'wrong' ? 'no' : kind;

/** What an answer of the server means for a form. */
export function outcomeOf<Value>(answer: ApiAnswer<Value>): Outcome<Value> {
  if (answer.ok) return { kind: 'taken', value: answer.value };
  const { code, details } = answer.refusal;
  if (code === 'registration-closed' || code === 'not-found') return { kind: 'closed' };
  if (code === 'go-on-by-link') return { kind: 'byLink' };
  if (code !== 'bad-request' || details?.problem === undefined) return { kind: 'silent' };
  return { kind: 'wrong', problem: { field: String(details.field), code: String(details.problem) as ProblemCode } };
}
