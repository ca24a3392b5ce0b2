import type { Ask, Profile } from '@lapwing/shared/community/profile';
import type { IntroRequestId } from '@lapwing/shared/kernel/ids';
import type { CommunityConsents, MovedMembership, OwnMembership } from '@lapwing/shared/protocol/community-api';
import type { Problem, ProblemCode } from '@lapwing/shared/registration/problems';
import { useEffect, useState } from 'preact/hooks';
import { type ApiAnswer, mayPass, request } from '../kit/api.ts';
import { randomText } from '../kit/random-text.ts';
import { language } from '../kit/words.ts';

/** What is known about a member's own page. */
export type Own =
  | { readonly kind: 'looking' | 'silent' | 'invalid' | 'gone' }
  | { readonly kind: 'page'; readonly page: OwnMembership; readonly trouble: Trouble | null };
/**
 * silent: it did not arrive; wrong: a field; too-many: three requests are open already; introduced: it is too late to take
 * the request back; name-taken: somebody else at this address goes by that name; changed-meanwhile: the form was filled in once
 * more, and the page shows it now.
 */
export type Trouble = { readonly is: Known | 'silent' } | { readonly is: 'wrong'; readonly problem: Problem };
const KNOWN = ['too-many', 'introduced', 'name-taken', 'changed-meanwhile'] as const;
type Known = (typeof KNOWN)[number];

export interface OwnActs {
  /** Each answers whether it was taken. */
  save(profile: Profile, consents: CommunityConsents): Promise<boolean>;
  ask(ask: Ask): Promise<boolean>;
  takeBack(id: IntroRequestId): Promise<boolean>;
  /** The code out of the mail to a new address: from then on that one counts. */
  proveAddress(code: string): Promise<boolean>;
  /** What was typed into the form once more counts from now on, or goes. */
  settleAgain(take: boolean): Promise<boolean>;
  /** It was not they who registered: what was typed goes. */
  notMine(): Promise<boolean>;
  /** Everything that is kept of them, as a file. */
  download(): Promise<boolean>;
  leave(): Promise<boolean>;
}

const TRY_AGAIN_MS = 3_000;

/** The page of whoever has the link. @param path e.g. "/community/k3v9" @param opened what follows "#" in the link */
export function useOwn(path: string, opened: string): { own: Own; acts: OwnActs } {
  const [secret, setSecret] = useState(opened);
  const [own, setOwn] = useState<Own>(secret === '' ? { kind: 'invalid' } : { kind: 'looking' });
  const [key, setKey] = useState(() => randomText(18));
  const shown = own.kind === 'page' ? own.page : null;
  const say = <Page extends OwnMembership>(method: 'POST' | 'PUT', end: string, more: object = {}) =>
    request<Page>(method, `${path}/${end}`, { secret, language: language(), ...more });
  const show = (answer: ApiAnswer<OwnMembership>): void => {
    if (answer.ok) setOwn({ kind: 'page', page: answer.value, trouble: null });
    else if (answer.refusal.code === 'link-invalid') setOwn({ kind: 'invalid' });
    else setOwn((now) => (now.kind === 'page' ? { ...now, trouble: troubleOf(answer.refusal) } : now));
  };
  const act = async (method: 'POST' | 'PUT', end: string, more: object = {}): Promise<boolean> => {
    const answer = await say(method, end, more);
    show(answer);
    if (!answer.ok && answer.refusal.code === 'changed-meanwhile') {
      const now = await say('POST', 'page');
      if (now.ok) setOwn({ kind: 'page', page: now.value, trouble: { is: 'changed-meanwhile' } });
    }
    return answer.ok;
  };
  const goneBy = async (end: string): Promise<boolean> => {
    const answer = await say('POST', end);
    if (answer.ok) setOwn({ kind: 'gone' });
    return answer.ok;
  };
  useEffect(() => {
    let stopped = false;
    const open = async (): Promise<void> => {
      while (!stopped) {
        const answer = await say('POST', 'page');
        if (stopped) return;
        if (answer.ok) return setOwn({ kind: 'page', page: answer.value, trouble: null });
        if (!mayPass(answer.refusal.code)) return setOwn({ kind: 'invalid' });
        setOwn({ kind: 'silent' });
        await new Promise((again) => setTimeout(again, TRY_AGAIN_MS));
      }
    };
    if (secret !== '') void open();
    return () => {
      stopped = true;
    };
  }, [path, secret]);
  return {
    own,
    acts: {
      save: (profile, consents) => act('PUT', 'profile', { profile, consents, seen: shown?.seen ?? '' }),
      settleAgain: (take) => act('PUT', 'again', { seen: shown?.again?.seen ?? '', take }),
      async ask(ask) {
        const taken = await act('POST', 'requests', { key, ask });
        if (taken) setKey(randomText(18));
        return taken;
      },
      takeBack: (id) => act('POST', `requests/${id}/withdrawn`),
      async download() {
        const answer = await request<object>('POST', `${path}/data`, { secret, language: language() });
        if (answer.ok) saveAs('my-data.json', JSON.stringify(answer.value, null, 2));
        return answer.ok;
      },
      async proveAddress(code) {
        const answer = await say<MovedMembership>('PUT', 'address', { code });
        show(answer);
        if (!answer.ok) return false;
        // the link that opened this page opens nothing more: a reload goes by the new one
        history.replaceState(history.state, '', `#${answer.value.secret}`);
        setSecret(answer.value.secret);
        return true;
      },
      notMine: () => goneBy('not-mine'),
      leave: () => goneBy('gone'),
    },
  };
}

function troubleOf({
  code,
  details,
}: {
  code: string;
  details?: Readonly<Record<string, unknown>> | undefined;
}): Trouble {
  const known = KNOWN.find((one) => one === (code === 'not-now' ? details?.why : code));
  if (known) return { is: known };
  if (code !== 'bad-request' || details?.problem === undefined) return { is: 'silent' };
  return { is: 'wrong', problem: { field: String(details.field), code: String(details.problem) as ProblemCode } };
}

function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
