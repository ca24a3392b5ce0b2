import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { MembersPage } from '@lapwing/shared/protocol/community-api';
import { useEffect, useState } from 'preact/hooks';
import { industryLabel } from '../../careers/labels.ts';
import { Sure } from '../../kit/Sure.tsx';
import { isolated } from '../../kit/words.ts';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { TableBox } from '../shell/TableBox.tsx';
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
  /** Rises when somebody was confirmed or erased: the list is fetched again. */
  const [turn, setTurn] = useState(0);
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
  }, [find, from, turn]);
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
      {page ? <MemberTable page={page} isSearch={find.trim() !== ''} onChange={() => setTurn(turn + 1)} /> : null}
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

interface MemberTableProps {
  readonly page: MembersPage;
  /** Whether somebody is looked for: then an empty list says nothing of the community. */
  readonly isSearch: boolean;
  readonly onChange: () => void;
}

function MemberTable({ page: { members, byHand }, isSearch, onChange }: MemberTableProps) {
  if (members.length === 0)
    return <p class="note quiet">{t(isSearch ? 'community.members.not-found' : 'community.members.none')}</p>;
  return (
    <TableBox
      label={t('community.members')}
      columns={[
        t('community.member'),
        t('community.mail'),
        t('community.fields'),
        t('community.gives'),
        t('community.introductions'),
        t('community.seen'),
      ]}
      actions={t('community.acts')}
    >
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
          <td class="member-seen">{dayText(member.lastSeenAt)}</td>
          <td class="row-actions">
            <MemberActs member={member} byHand={byHand} onChange={onChange} />
          </td>
        </tr>
      ))}
    </TableBox>
  );
}

const SURE_LOOK = { row: 'button-row', no: '', yes: 'danger' } as const;

interface MemberActsProps {
  readonly member: MembersPage['members'][number];
  readonly byHand: boolean;
  readonly onChange: () => void;
}

/** What an organiser can do for a member: say that it was they, and hand over their link; or erase them, asked twice. */
function MemberActs({ member: { id, name, confirmed }, byHand, onChange }: MemberActsProps) {
  const [link, setLink] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const confirm = async (): Promise<void> => {
    const answer = await communityApi.confirm(id);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (answer.ok) setLink(answer.value.link);
  };
  const erase = async (): Promise<void> => {
    setSending(true);
    const answer = await communityApi.erase(id);
    setSending(false);
    // erased by somebody else in the meantime is erased
    if (answer.ok || answer.refusal.code === 'not-found') return onChange();
    setRefusal(answer.refusal.code);
  };
  return (
    <>
      <RefusalNote code={refusal} />
      {link === null ? null : <CopyAddress label={t('community.confirm.link')} address={link} />}
      {asking ? (
        <Sure
          question={t('community.erase.ask', { name })}
          no={t('erase.no')}
          yes={t('erase.yes')}
          sending={sending}
          onNo={() => setAsking(false)}
          onYes={erase}
          look={SURE_LOOK}
        />
      ) : (
        <span class="button-row">
          {confirmed || !byHand || link !== null ? null : (
            <button type="button" onClick={() => void confirm()}>
              {t('community.confirm')} <span class="k-unseen">{isolated(name)}</span>
            </button>
          )}
          <button type="button" onClick={() => setAsking(true)}>
            {t('community.erase')} <span class="k-unseen">{isolated(name)}</span>
          </button>
        </span>
      )}
    </>
  );
}
