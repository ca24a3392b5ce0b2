import type { Team } from '@lapwing/shared/protocol/staff-api';
import { useEffect, useState } from 'preact/hooks';
import { askWho, lostSession } from '../session.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { t } from '../words.ts';
import { askedAgain } from './freshly.ts';
import { Prove } from './Prove.tsx';
import { staffApi } from './staff-api.ts';

/** The question who one is, over whatever page something was asked on that needs to know; see `freshly`. */
export function SignInAgain() {
  const settle = askedAgain.value;
  return settle ? <Question settle={settle} /> : null;
}

const emailOf = ({ people, me }: Team): string => people.find(({ id }) => id === me)?.email ?? '';

function Question({ settle }: { readonly settle: (proven: boolean) => void }) {
  const [team, setTeam] = useState<Team | null>(null);
  useEffect(() => {
    void staffApi.team().then((answer) => {
      if (answer.ok) return setTeam(answer.value);
      settle(false);
      if (answer.refusal.code === 'not-signed-in') lostSession();
    });
  }, []);
  const proven = async (): Promise<void> => {
    const now = await staffApi.team();
    // a passkey may be somebody else's: what Ada pressed is not done as Mei
    const isSame = now.ok && now.value.me === team?.me;
    settle(isSame);
    if (now.ok && !isSame) await askWho();
  };
  if (!team) return null;
  return (
    <Dialog title={t('again.heading')} onClose={() => settle(false)}>
      <p>{t('again.what')}</p>
      <Prove email={emailOf(team)} mails={false} onProven={() => void proven()} />
    </Dialog>
  );
}
