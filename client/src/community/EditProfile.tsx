import { profileProblems } from '@lapwing/shared/community/problems';
import type { Profile } from '@lapwing/shared/community/profile';
import type { CommunityConsents } from '@lapwing/shared/protocol/community-api';
import type { Problem } from '@lapwing/shared/registration/problems';
import { useState } from 'preact/hooks';
import { ErrorSummary } from '../forms/ErrorSummary.tsx';
import type { OwnActs } from './own.ts';
import { ConsentFields, ProfileFields } from './ProfileFields.tsx';
import { t } from './words.ts';

interface EditProfileProps {
  readonly profile: Profile;
  readonly consents: CommunityConsents;
  readonly acts: OwnActs;
  readonly onDone: () => void;
}

/** A member changes what they said of themselves. */
export function EditProfile({ profile: before, consents: agreed, acts, onDone }: EditProfileProps) {
  const [profile, setProfile] = useState(before);
  const [consents, setConsents] = useState(agreed);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tried, setTried] = useState(0);
  const [busy, setBusy] = useState(false);
  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const found = profileProblems(profile, before);
    setProblems(found);
    setTried(tried + 1);
    if (found.length > 0) return;
    setBusy(true);
    const taken = await acts.save(profile, consents);
    setBusy(false);
    if (taken) onDone();
  }
  return (
    <section class="f-group">
      <h2>{t('community.about')}</h2>
      <form class="f-form" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={problems} tried={tried} />
        <ProfileFields
          profile={profile}
          change={(part) => setProfile((now) => ({ ...now, ...part }))}
          problems={problems}
          fresh
        />
        <ConsentFields consents={consents} change={setConsents} problems={problems} keeps />
        <div class="f-buttons">
          <button type="submit" class="f-main" aria-disabled={busy}>
            {t('community.save')}
          </button>
          <button type="button" class="f-other" onClick={onDone}>
            {t('community.back')}
          </button>
        </div>
      </form>
    </section>
  );
}
