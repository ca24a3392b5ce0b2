import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { t } from '../words.ts';
import { Prove } from './Prove.tsx';

interface Fresh {
  readonly refusal: RefusalCode | 'no-answer' | null;
  /** Does it; where the server wants to know once more who this is, asks for that and does it then. */
  run<Value>(act: () => Promise<ApiAnswer<Value>>, done: (value: Value) => void): void;
  /** The question, while it is asked. */
  readonly question: ComponentChildren;
}

/** For what asks for a sign-in that is minutes old: accounts, roles, second factors. */
export function useFresh(email: string): Fresh {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  function run<Value>(act: () => Promise<ApiAnswer<Value>>, done: (value: Value) => void): void {
    void act().then((answer) => {
      const again = !answer.ok && answer.refusal.code === 'sign-in-again';
      setRefusal(answer.ok || again ? null : answer.refusal.code);
      if (answer.ok) done(answer.value);
      else if (again) setWaiting(() => () => run(act, done));
    });
  }
  const question = waiting ? (
    <Dialog title={t('again.heading')} onClose={() => setWaiting(null)}>
      <p>{t('again.what')}</p>
      <Prove
        email={email}
        mails={false}
        onProven={() => {
          setWaiting(null);
          waiting();
        }}
      />
    </Dialog>
  ) : null;
  return { refusal, run, question };
}
