import type { WhyOver } from '@lapwing/shared/protocol/messages';
import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Languages } from '../kit/Languages.tsx';
import { Mark } from '../kit/Mark.tsx';
import { isDeleted } from '../kit/own-pages.ts';
import { StatusStrip } from '../kit/StatusStrip.tsx';
import { t } from './words.ts';

/** A page without an evening yet: the shape of the card, and what it is doing. */
export function Finding() {
  return (
    <PlainPage status="connecting">
      <div class="skeleton" aria-hidden="true">
        <span class="skeleton-plate" />
        <span class="skeleton-line" />
        <span class="skeleton-line short" />
      </div>
      <div role="status">
        <h1 class="plain-words">{t('phone.finding')}</h1>
      </div>
    </PlainPage>
  );
}

/** A page that opens nothing: why, where that is known, and what to do. */
export function WrongLink({ why }: { why: WhyOver | null }) {
  if (isDeleted(location.pathname.replace(/\/+$/u, ''))) return <Deleted />;
  return (
    <PlainPage status="refused">
      <StatusStrip tone="bad" icon="warn" class="wrong">
        <h1>{t(why ? `phone.over.${why}` : 'phone.wrong.title')}</h1>
        <p>{t(why ? `phone.over.${why}.remedy` : 'phone.wrong.remedy')}</p>
      </StatusStrip>
      <MailedLink />
    </PlainPage>
  );
}

/** Where mail can go out, a field for whoever has no link that opens: it comes when it is wanted, nobody else loads it. */
function MailedLink() {
  const [Shown, setShown] = useState<FunctionComponent<{ code: null }> | null>(null);
  useEffect(() => {
    if (!document.querySelector('meta[name=mails]')) return;
    import('../forms/AskForLink.tsx').then(
      ({ AskForLink }) => setShown(() => AskForLink),
      () => undefined,
    );
  }, []);
  return Shown ? <Shown code={null} /> : null;
}

/** They deleted everything about themselves, on this page. */
const Deleted = () => (
  <PlainPage status="refused">
    <StatusStrip tone="ok" icon="check" class="wrong">
      <h1>{t('phone.deleted.title')}</h1>
      <p>{t('phone.deleted.words')}</p>
    </StatusStrip>
  </PlainPage>
);

/** A page without an evening on it. */
export function PlainPage({ status, children }: { status: string; children: ComponentChildren }) {
  return (
    <div
      class="phone"
      data-phase=""
      data-round=""
      data-left-ms=""
      data-version=""
      data-status={status}
      data-table=""
      data-next-table=""
      data-ground="page"
    >
      <header class="top">
        <Mark />
      </header>
      <main>{children}</main>
      <Languages />
    </div>
  );
}
