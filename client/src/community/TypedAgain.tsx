import type { Profile } from '@lapwing/shared/community/profile';
import type { OwnMembership } from '@lapwing/shared/protocol/community-api';
import { useState } from 'preact/hooks';
import { SaidList } from '../forms/SaidList.tsx';
import type { Said } from '../forms/said.ts';
import { isolated } from '../kit/words.ts';
import type { OwnActs } from './own.ts';
import { askSaid, profileSaid } from './profile-said.ts';
import { t } from './words.ts';

interface TypedAgainProps {
  readonly again: NonNullable<OwnMembership['again']>;
  readonly page: OwnMembership;
  readonly profile: Profile;
  readonly acts: OwnActs;
}

/** Somebody filled in the form with a member's name and address: what it would change, before any of it counts (C2). */
export function TypedAgain({ again, page, profile, acts }: TypedAgainProps) {
  const [busy, setBusy] = useState(false);
  const settle = async (take: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    await acts.settleAgain(take);
    setBusy(false);
  };
  return (
    <section class="f-group">
      <h2>{t('community.again')}</h2>
      <p>{t('community.again.words')}</p>
      <SaidList said={changes(again, profile, page.consents)} />
      <div class="f-buttons">
        <button type="button" class="f-main" aria-disabled={busy} onClick={() => void settle(true)}>
          {t('community.again.take')}
        </button>
        <button type="button" class="f-other" aria-disabled={busy} onClick={() => void settle(false)}>
          {t('community.again.leave')}
        </button>
      </div>
    </section>
  );
}

/** What would be said in place of what is said now, and what would be asked for besides. */
function changes(again: TypedAgainProps['again'], profile: Profile, consents: OwnMembership['consents']): Said[] {
  const now = profileSaid(profile, consents);
  const then = profileSaid(again.profile, { member: true, introductions: again.introductions });
  const changed = then.flatMap(({ label, answer }, at) => {
    const before = now[at]?.answer ?? '';
    if (before === answer) return [];
    const said = answer === '' ? t('community.again.nothing') : isolated(answer);
    return [{ label, answer: before === '' ? said : t('community.again.instead', { said, before: isolated(before) }) }];
  });
  return [...changed, ...(again.ask === null ? [] : [askSaid(again.ask)])];
}
