import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useState } from 'preact/hooks';
import type { ApiAnswer } from '../../kit/api.ts';
import { freshly } from './freshly.ts';

interface Fresh {
  readonly refusal: RefusalCode | 'no-answer' | null;
  /** Does it, asking before once more who this is where the server wants to know. */
  run<Value>(act: () => Promise<ApiAnswer<Value>>, done: (value: Value) => void): void;
}

/** For what changes accounts, roles, second factors: all of it asks for a sign-in that is minutes old. */
export function useFresh(): Fresh {
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  function run<Value>(act: () => Promise<ApiAnswer<Value>>, done: (value: Value) => void): void {
    void freshly(act).then((answer) => {
      setRefusal(answer.ok ? null : answer.refusal.code);
      if (answer.ok) done(answer.value);
    });
  }
  return { refusal, run };
}
