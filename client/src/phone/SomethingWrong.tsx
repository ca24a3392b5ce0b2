import type { ConductForPerson } from '@lapwing/shared/protocol/conduct-api';
import type { FunctionComponent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { WrongProps } from '../forms/Wrong.tsx';
import { request } from '../kit/api.ts';
import { Icon } from '../kit/Icon.tsx';
import { Name } from '../kit/Name.tsx';
import { readStored, writeStored } from '../kit/stored.ts';
import type { PhoneActs } from './own.ts';
import { t } from './words.ts';

type Kept = Omit<ConductForPerson, 'people'>;

/** First names only belong into what a browser keeps; whom to turn to is what counts without a network. */
const keptKey = (path: string): string => `conduct ${path}`;

async function fetchConduct(path: string): Promise<ConductForPerson | null> {
  const answer = await request<ConductForPerson>('GET', `${path}/conduct`);
  if (!answer.ok) return null;
  const { people: _, ...kept } = answer.value;
  writeStored(keptKey(path), kept);
  return answer.value;
}

/** Gets what an emergency without a network needs: the page for it, and whom to turn to. */
export async function prepareForTrouble(path: string): Promise<void> {
  await Promise.allSettled([import('../forms/Wrong.tsx'), fetchConduct(path)]);
}

/** At the very end of every page: small, the same everywhere, and one tap from a person who helps. */
export function SomethingWrong({ id, acts }: { id: string; acts: PhoneActs }) {
  const [Shown, setShown] = useState<FunctionComponent<WrongProps> | null>(null);
  const [conduct, setConduct] = useState<ConductForPerson | null>(null);
  const [failed, setFailed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const path = `/me/${id}`;
  async function open(): Promise<void> {
    const kept = readStored<Kept>(keptKey(path));
    if (kept) setConduct({ ...kept, people: [] });
    setFailed(false);
    void fetchConduct(path).then((fresh) => fresh && setConduct(fresh));
    try {
      const { Wrong } = await import('../forms/Wrong.tsx');
      setShown(() => Wrong);
    } catch {
      setFailed(true);
    }
  }
  if (Shown) {
    const close = (): void => {
      setShown(null);
      requestAnimationFrame(() => button.current?.focus());
    };
    return <Shown conduct={conduct} report={acts.report} onClose={close} />;
  }
  return (
    <footer class="wrong-foot">
      <button type="button" ref={button} onClick={() => void open()}>
        <Icon name="hand" size="1.25rem" />
        {t('phone.wrong.open')}
      </button>
      {failed ? (
        <p role="alert">
          {t('phone.wrong.silent')}{' '}
          {conduct ? (
            <>
              <Name of={conduct.trustedName} /> {conduct.trustedReach}
            </>
          ) : null}
        </p>
      ) : null}
    </footer>
  );
}
