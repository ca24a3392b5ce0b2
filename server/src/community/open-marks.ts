import { after, type Instant, minutes } from '@lapwing/shared/kernel/time';
import type { Clock } from '../system-clock.ts';

/** For so long a proposal counts as open on somebody's console (C10). */
const OPEN_FOR = minutes(1);

/** Which proposals somebody has open now, and who: in memory, since it is nobody's business a minute later. */
export interface OpenMarks {
  mark(proposalId: string, by: string, staff: string | null): void;
  /** First name of who has it open; '' for nobody, and for the one who asks. */
  openBy(proposalId: string, asking: string | null): string;
}

export function createOpenMarks(clock: Clock): OpenMarks {
  const marks = new Map<string, { readonly by: string; readonly staff: string | null; readonly at: Instant }>();
  const dropOld = (): void => {
    for (const [id, { at }] of marks) if (clock.now() >= after(at, OPEN_FOR)) marks.delete(id);
  };
  return {
    mark(id, by, staff) {
      dropOld();
      marks.set(id, { by, staff, at: clock.now() });
    },
    openBy(id, asking) {
      dropOld();
      const found = marks.get(id);
      return found && found.staff !== asking ? found.by : '';
    },
  };
}
