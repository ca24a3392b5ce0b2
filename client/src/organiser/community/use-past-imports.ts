import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { PastImport } from '@lapwing/shared/protocol/community-api';
import { useEffect, useState } from 'preact/hooks';
import { communityApi } from './community-api.ts';

export type Why = RefusalCode | 'no-answer' | null;

export interface PastImports {
  /** Null until the server has said. */
  readonly imports: readonly PastImport[] | null;
  /** Why the list could not be read. */
  readonly silent: Why;
  /** Reads the list anew. */
  load(): Promise<void>;
  /** @returns why it was refused */
  undo(id: string): Promise<Why>;
  /** @returns how many are asked now, or why it was refused */
  ask(id: string): Promise<{ readonly asked: number } | { readonly refusal: Why }>;
}

/** What was imported into the community, as the server keeps it. */
export function usePastImports(): PastImports {
  const [imports, setImports] = useState<readonly PastImport[] | null>(null);
  const [silent, setSilent] = useState<Why>(null);
  const load = async (): Promise<void> => {
    const answer = await communityApi.pastImports();
    setSilent(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setImports(answer.value);
  };
  useEffect(() => void load(), []);
  return {
    ...{ imports, silent, load },
    async undo(id) {
      const answer = await communityApi.undoImport(id);
      if (answer.ok) setImports(answer.value);
      // somebody else may have been quicker: what stands there now says more than the refusal
      else await load();
      return answer.ok ? null : answer.refusal.code;
    },
    async ask(id) {
      const answer = await communityApi.askImported(id);
      if (answer.ok) setImports(answer.value.imports);
      return answer.ok ? { asked: answer.value.asked } : { refusal: answer.refusal.code };
    },
  };
}
