import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import { TableBox } from '../shell/TableBox.tsx';
import { t } from '../words.ts';
import { dayText } from './day-text.ts';
import { Who } from './Queue.tsx';

/** What was asked, made and ended in the last weeks, and what the clock does next. */
export function UnderWay({ underWay }: Pick<CommunityView, 'underWay'>) {
  if (underWay.length === 0) return <p class="note quiet">{t('community.under-way.none')}</p>;
  return (
    <TableBox
      label={t('community.under-way')}
      columns={[t('community.asker'), t('community.mentor'), t('community.phase'), t('community.next')]}
    >
      {underWay.map(({ asker, mentor, phase, since, nextAt }) => (
        <tr key={`${asker.id} ${mentor.id}`}>
          <td>
            <Who person={asker} />
          </td>
          <td>
            <Who person={mentor} />
          </td>
          <td>{t(`community.phase.${phase}`, { day: dayText(since) })}</td>
          <td>{nextAt === null ? '' : dayText(nextAt)}</td>
        </tr>
      ))}
    </TableBox>
  );
}
