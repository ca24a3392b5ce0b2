import './stay.css';
import type { Profile } from '@lapwing/shared/community/profile';
import type { CommunityOffer } from '@lapwing/shared/protocol/community-api';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { industryLabel, roleLabel } from '../careers/labels.ts';
import { t as introWord } from '../introductions/words.ts';
import { Name } from '../kit/Name.tsx';
import { tongueName } from '../kit/tongue.ts';
import { isolated } from '../kit/words.ts';
import type { Joining } from './StayInCommunity.tsx';

export interface StayCardProps {
  readonly offer: CommunityOffer;
  readonly joining: Joining;
  /** @param introductions their address may go to the other side of an introduction both want */
  readonly onJoin: (introductions: boolean) => void;
}

/** What would be kept, two agreements, and one tap; a member has the way to their own page. */
export function StayCard({ offer, joining, onJoin }: StayCardProps) {
  if (offer.state === 'member') return <OwnPage address={offer.address} justJoined={joining === 'joined'} />;
  return offer.profile && <Offer profile={offer.profile} joining={joining} onJoin={onJoin} />;
}

function OwnPage({ address, justJoined }: { address: string; justJoined: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  // the button that was tapped is gone
  useEffect(() => {
    if (justJoined) link.current?.focus();
  }, []);
  return (
    <section class="block stay">
      <h2>{introWord('stay.member')}</h2>
      <p class="muted">{introWord('stay.member.words')}</p>
      <a ref={link} class="quiet-button" href={address}>
        {introWord('stay.member.open')}
      </a>
    </section>
  );
}

interface OfferProps extends Pick<StayCardProps, 'joining' | 'onJoin'> {
  readonly profile: Profile;
}

function Offer({ profile, joining, onJoin }: OfferProps) {
  const [introductions, setIntroductions] = useState(false);
  const id = useId();
  return (
    <section class="block stay">
      <h2>{introWord('stay.title')}</h2>
      <p class="muted">{introWord('stay.words')}</p>
      <p>{introWord('stay.kept')}</p>
      <Kept profile={profile} />
      <label class="stay-agrees">
        <input
          type="checkbox"
          checked={introductions}
          aria-describedby={`${id}-introductions`}
          onChange={({ currentTarget }) => setIntroductions(currentTarget.checked)}
        />
        <span>{introWord('stay.introductions')}</span>
      </label>
      <p class="muted" id={`${id}-introductions`}>
        {introWord('stay.introductions.hint')}
      </p>
      <p id={`${id}-member`}>{introWord('stay.agree')}</p>
      <button
        type="button"
        class="stay-join"
        aria-describedby={`${id}-member`}
        aria-disabled={joining === 'joining'}
        onClick={() => onJoin(introductions)}
      >
        {introWord(joining === 'joining' ? 'stay.joining' : 'stay.join')}
      </button>
      <p class="stay-fate" role="status">
        {joining === 'silent' || joining === 'refused' ? introWord(`stay.${joining}`) : ''}
      </p>
    </section>
  );
}

const listed = (words: readonly string[]): string => words.map(isolated).join(', ');

/** Everything that would be kept; what they left open is not. */
function Kept({ profile }: { profile: Profile }) {
  const { name, email, headline, languages, industries, roles, years, perMonth } = profile;
  return (
    <dl class="stay-kept">
      <Line label={introWord('stay.name')}>
        <Name of={name} />
      </Line>
      <Line label={introWord('stay.email')}>
        <span translate={false}>{email}</span>
      </Line>
      {headline === '' ? null : (
        <Line label={introWord('stay.headline')}>
          <span translate={false}>{headline}</span>
        </Line>
      )}
      <Line label={introWord('stay.languages')}>{listed(languages.map(tongueName))}</Line>
      {years === 0 ? null : <Line label={introWord('stay.years')}>{introWord('stay.years.count', { years })}</Line>}
      {industries.length === 0 ? null : (
        <Line label={introWord('stay.industries')}>{listed(industries.map(industryLabel))}</Line>
      )}
      {roles.length === 0 ? null : (
        <Line label={introWord('stay.roles')}>{listed(roles.map(({ role }) => roleLabel(role)))}</Line>
      )}
      {perMonth === 0 ? null : (
        <Line label={introWord('stay.give')}>{introWord('stay.give.count', { count: perMonth })}</Line>
      )}
    </dl>
  );
}

const Line = ({ label, children }: { label: string; children: ComponentChildren }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
