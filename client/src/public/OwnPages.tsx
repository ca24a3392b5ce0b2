import type { JoinFacts } from '@lapwing/shared/protocol/api';
import { useEffect, useState } from 'preact/hooks';
import { request } from '../kit/api.ts';
import { Icon } from '../kit/Icon.tsx';
import { bringWallCode, forgetOwnPage, type OwnPage, ownPagesOf } from '../kit/own-pages.ts';
import { t } from './words.ts';

/**
 * The way from the code on the wall to the personal page that this phone already has: at the door at once and with the
 * code filled in, before that with a tap.
 */
export function OwnPages({ facts }: { facts: JoinFacts }) {
  const [pages, setPages] = useState<readonly OwnPage[]>([]);
  useEffect(() => {
    void stillOpen(ownPagesOf(facts.id)).then((open) => {
      const [only] = open;
      if (facts.atDoor && only && open.length === 1) go(only);
      else setPages(open);
    });
  }, [facts.id, facts.atDoor]);
  return <OwnPageList pages={pages} onOpen={go} />;
}

/** The QR code on the wall ends in what only the room sees; the address that was mailed around does not. */
const codeOfRoom = (): string => /^#([A-Z0-9]{4})$/u.exec(location.hash)?.[1] ?? '';

function go({ path }: OwnPage): void {
  bringWallCode(path, codeOfRoom());
  location.assign(path);
}

/** A page whose link was taken back is forgotten; one that does not answer is left out this time. */
async function stillOpen(pages: readonly OwnPage[]): Promise<OwnPage[]> {
  const answers = await Promise.all(pages.map(({ path }) => request('GET', `${path}/opening`)));
  return pages.filter(({ path }, index) => {
    const answer = answers[index];
    if (answer && !answer.ok && answer.refusal.code === 'not-found') forgetOwnPage(path);
    return answer?.ok === true;
  });
}

/** The personal pages of this device, each with its button; nothing where there are none. */
export function OwnPageList({ pages, onOpen }: { pages: readonly OwnPage[]; onOpen: (page: OwnPage) => void }) {
  if (pages.length === 0) return null;
  return (
    <section class="way" aria-labelledby="own-heading">
      <Icon name="phone" size="1.75rem" />
      <div>
        <h2 id="own-heading">{t('join.own.title')}</h2>
        {pages.map((page) => (
          <button key={page.path} type="button" class="join-button" onClick={() => onOpen(page)}>
            {t('join.own.open', { name: page.firstName })}
          </button>
        ))}
      </div>
    </section>
  );
}
