import type { MembersPage } from '@lapwing/shared/protocol/community-api';
import { useEffect, useState } from 'preact/hooks';
import { industryLabel } from '../../careers/labels.ts';
import { isolated } from '../../kit/words.ts';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { communityApi } from './community-api.ts';
import { dayText } from './day-text.ts';
import { Who } from './Queue.tsx';

const A_PAGE = 50;
const TYPED_MS = 250;

/** Everybody of the community, to be found by name. */
export function Members() {
  const [find, setFind] = useState('');
  const [from, setFrom] = useState(0);
  const [page, setPage] = useState<MembersPage | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await communityApi.members(find.trim(), from);
      if (stale) return;
      if (answer.ok) setPage(answer.value);
      setRefused(!answer.ok);
    }, TYPED_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [find, from]);
  return (
    <section aria-labelledby="members-title">
      <h2 id="members-title">{t('community.members')}</h2>
      <Field
        label={t('community.find')}
        value={find}
        autocomplete="off"
        onText={(text) => {
          setFind(text);
          setFrom(0);
        }}
      />
      {refused ? <RefusalNote code="no-answer" /> : null}
      {page ? <MemberTable page={page} /> : null}
      {page && page.total > A_PAGE ? (
        <div class="button-row">
          <button type="button" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - A_PAGE))}>
            {t('community.earlier')}
          </button>
          <span>
            {t('community.page', { from: from + 1, until: Math.min(from + A_PAGE, page.total), total: page.total })}
          </span>
          <button type="button" disabled={from + A_PAGE >= page.total} onClick={() => setFrom(from + A_PAGE)}>
            {t('community.later')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function MemberTable({ page: { members, total } }: { page: MembersPage }) {
  if (members.length === 0)
    return <p class="note quiet">{t(total === 0 ? 'community.members.none' : 'community.members.not-found')}</p>;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('community.member')}</th>
          <th scope="col">{t('community.mail')}</th>
          <th scope="col">{t('community.fields')}</th>
          <th scope="col">{t('community.gives')}</th>
          <th scope="col">{t('community.introductions')}</th>
          <th scope="col">{t('community.seen')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <td>
              <Who person={member} />
              {member.confirmed ? null : <span class="tag warn">{t('community.unconfirmed')}</span>}
            </td>
            <td translate={false}>{member.email}</td>
            <td>{member.industries.map(industryLabel).map(isolated).join(', ')}</td>
            <td class="k-num">{member.perMonth}</td>
            <td class="k-num">{member.introductions}</td>
            <td>{dayText(member.lastSeenAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
