import type { EventStore } from '../event-store.ts';
import { t } from '../words.ts';

/** How many of those expected are here. */
export function HereCounts({ store }: { store: EventStore }) {
  const facts = store.live.facts.value;
  if (!facts) return null;
  return (
    <div class="counts">
      <Count
        words={t('check-in.students', { here: facts.studentsHere, expected: facts.studentsExpected })}
        here={facts.studentsHere}
        expected={facts.studentsExpected}
      />
      <Count
        words={t('check-in.mentors', { here: facts.mentorsHere, expected: facts.mentorsExpected })}
        here={facts.mentorsHere}
        expected={facts.mentorsExpected}
      />
    </div>
  );
}

function Count({ words, here, expected }: { words: string; here: number; expected: number }) {
  return (
    <div class="count">
      <span>{words}</span>
      <progress value={here} max={Math.max(1, expected)} aria-label={words} />
    </div>
  );
}
