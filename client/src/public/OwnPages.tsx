import type { JoinFacts } from '@lapwing/shared/protocol/api';
import { useEffect, useState } from 'preact/hooks';
import { request } from '../kit/api.ts';
import { Icon } from '../kit/Icon.tsx';
import {
  bringWallCode,
  forgetOwnPage,
  type OwnPage,
  ownPagesOf,
  signOutOf,
  sweepPages,
  unsentOf,
} from '../kit/own-pages.ts';
import { Sure } from '../kit/Sure.tsx';
import { t } from './words.ts';

/**
 * The way from the code on the wall to the personal page that this phone already has: from the wall at the door at
 * once and with the code filled in, else with a tap.
 */
export function OwnPages({ facts }: { facts: JoinFacts }) {
  const [pages, setPages] = useState<readonly OwnPage[]>([]);
  useEffect(() => {
    sweepPages();
    void stillOpen(ownPagesOf(facts.id)).then((open) => {
      const [only] = open;
      // only from the wall: who finds the address at a shared computer is not led into the page of somebody else
      if (facts.atDoor && only && open.length === 1 && codeOfRoom() !== '') go(only);
      else setPages(open);
    });
  }, [facts.id, facts.atDoor]);
  async function forget(page: OwnPage): Promise<boolean> {
    const done = (await signOutOf(page.path)) !== null;
    if (done) setPages((before) => before.filter(({ path }) => path !== page.path));
    return done;
  }
  return <OwnPageList pages={pages} onOpen={go} onForget={forget} />;
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

interface ListProps {
  readonly pages: readonly OwnPage[];
  readonly onOpen: (page: OwnPage) => void;
  /** Answers whether it is forgotten. */
  readonly onForget: (page: OwnPage) => Promise<boolean>;
}

/** The personal pages of this device, each with its button; nothing where there are none. */
export function OwnPageList({ pages, onOpen, onForget }: ListProps) {
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState<OwnPage | null>(null);
  if (pages.length === 0) return said === '' ? null : <p role="status">{said}</p>;
  async function forget(page: OwnPage): Promise<void> {
    setAsking(null);
    const done = await onForget(page);
    setSaid(done ? t('join.own.forgotten', { name: page.firstName }) : t('join.own.silent'));
  }
  return (
    <section class="way" aria-labelledby="own-heading">
      <Icon name="phone" size="1.75rem" />
      <div>
        <h2 id="own-heading">{t('join.own.title')}</h2>
        <p role="status">{said}</p>
        {pages.map((page) => (
          <div key={page.path}>
            <button type="button" class="join-button" onClick={() => onOpen(page)}>
              {t('join.own.open', { name: page.firstName })}
            </button>
            {asking?.path === page.path ? (
              <Sure
                question={t('join.own.lose', { name: page.firstName })}
                no={t('join.own.lose.no')}
                yes={t('join.own.lose.yes')}
                sending={false}
                onNo={() => setAsking(null)}
                onYes={() => forget(page)}
                look={{ row: 'join-buttons', no: 'join-button', yes: 'join-button' }}
              />
            ) : (
              <button
                type="button"
                class="join-forget"
                onClick={() => (unsentOf(page.path) > 0 ? setAsking(page) : void forget(page))}
              >
                {t('join.own.forget', { name: page.firstName })}
              </button>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}
