import { announcementShown } from '@lapwing/shared/live/timeline';
import { Icon } from '../kit/Icon.tsx';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import type { PhoneActs } from './own.ts';
import type { PhoneView } from './phone-view.ts';
import { beforeWords, isLeave, newsWords, sentBackWords } from './said.ts';
import { t } from './words.ts';

/** What this person should know first: words of the organiser, a move taken back, a seat that changed. */
export function News({ view, acts }: { view: PhoneView; acts: PhoneActs }) {
  const words = announcementShown(view.moment, view.now);
  return (
    <>
      {words?.kind === 'message' ? (
        <StatusStrip icon="message" class="news">
          <b>{words.text}</b>
        </StatusStrip>
      ) : null}
      {view.sentBack ? (
        <StatusStrip icon="undo" class="news">
          <b>{sentBackWords(view)}</b>
        </StatusStrip>
      ) : null}
      <SeatStrip view={view} acts={acts} />
    </>
  );
}

/** A seat that is another than this person knows, until they say that they know it. */
function SeatStrip({ view, acts }: { view: PhoneView; acts: PhoneActs }) {
  const { news } = view;
  const words = newsWords(view);
  if (!news || words === '') return null;
  const leaves = isLeave(view, news);
  const before = 'change' in news && !leaves ? beforeWords(news.change) : '';
  const urgent = news.kind === 'now' || news.kind === 'saved';
  return (
    <div class={`seat-news ${urgent ? 'urgent' : ''}`}>
      <p>
        <Icon name={leaves ? 'check' : urgent ? 'walk' : 'swap'} />
        <b>{words}</b>
      </p>
      {before === '' ? null : (
        <p class="seat-news-more">
          <s>{before}</s> {'change' in news && view.card.why ? t(`phone.why.${view.card.why}`) : null}{' '}
          {news.kind === 'changed' && news.more > 0 ? t('phone.news.more', { count: news.more }) : null}
        </p>
      )}
      <button type="button" onClick={() => acts.noteNews()}>
        {t('phone.news.ok')}
      </button>
    </div>
  );
}
