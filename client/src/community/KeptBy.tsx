import { isKept, type Keeper } from '@lapwing/shared/community/keeper';
import { Name } from '../kit/Name.tsx';
import { isolated } from '../kit/words.ts';
import { keeperOfPage } from './keeper.ts';
import { t } from './words.ts';

/** What the community is called, else that it is one. */
export function CommunityName() {
  const { community } = keeperOfPage();
  return <span>{community === '' ? t('community.name') : <Name of={community} />}</span>;
}

/** Below every page: who keeps the community, and how they are reached. */
export function KeptBy() {
  const keeper = keeperOfPage();
  if (!isKept(keeper)) return null;
  return (
    <footer class="c-kept-by">
      <p>
        {t('community.kept-by', { name: isolated(keeper.name) })} {t('community.kept-by.write')}{' '}
        <Contact keeper={keeper} />
      </p>
    </footer>
  );
}

/** At the top of the page to join: whose it is. */
export function Whose() {
  const { community, name } = keeperOfPage();
  if (name === '') return null;
  return (
    <p>
      <b>
        {community === ''
          ? t('community.kept-by', { name: isolated(name) })
          : t('community.whose', { community: isolated(community), name: isolated(name) })}
      </b>
    </p>
  );
}

/** Above what is agreed to: who keeps what is typed here. */
export function DataKeptBy() {
  const keeper = keeperOfPage();
  if (!isKept(keeper)) return null;
  return (
    <p>
      {t('community.data-kept-by', { name: isolated(keeper.name) })} <Contact keeper={keeper} />
    </p>
  );
}

const Contact = ({ keeper: { contact } }: { keeper: Keeper }) => (
  <a translate={false} href={`mailto:${contact}`}>
    {contact}
  </a>
);
