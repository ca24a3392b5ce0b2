import type { ApiAnswer } from '../../kit/api.ts';
import { type Proven, staffApi } from './staff-api.ts';

/** Passkeys need https, or the machine itself. */
export const canPasskey = (): boolean =>
  globalThis.isSecureContext &&
  'PublicKeyCredential' in globalThis &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential;

/** Asks the browser for a passkey and signs in with it; null when the person changed their mind. */
export async function signInWithPasskey(): Promise<ApiAnswer<Proven> | null> {
  const asked = await staffApi.passkeyQuestion();
  if (!asked.ok) return asked;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    asked.value as PublicKeyCredentialRequestOptionsJSON,
  );
  const credential = await navigator.credentials.get({ publicKey }).catch(() => null);
  return credential === null ? null : staffApi.passkeyAnswer((credential as PublicKeyCredential).toJSON());
}

/** Makes a passkey on this device; null when the person changed their mind. */
export async function makePasskey(name: string): Promise<ApiAnswer<unknown> | null> {
  const asked = await staffApi.newPasskeyQuestion();
  if (!asked.ok) return asked;
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    asked.value as PublicKeyCredentialCreationOptionsJSON,
  );
  const credential = await navigator.credentials.create({ publicKey }).catch(() => null);
  return credential === null ? null : staffApi.newPasskeyAnswer((credential as PublicKeyCredential).toJSON(), name);
}
