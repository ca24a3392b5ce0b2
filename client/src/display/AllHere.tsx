import type { Facts } from '@lapwing/shared/protocol/messages';
import { t } from './words.ts';

/** How many tables said that everybody sits. Nothing where nobody was asked, or no table has anybody. */
export function AllHere({ facts, round }: { facts: Facts | null; round: number }) {
  const said = facts?.allHere;
  if (!said || said.round !== round || said.of === 0) return null;
  return (
    <div class="all-here">
      <span class="all-here-bar" aria-hidden="true">
        <span style={{ width: `${(100 * said.tables) / said.of}%` }} />
      </span>
      <p class="k-num">{t('display.all-here', { tables: said.tables, of: said.of })}</p>
    </div>
  );
}
