import { STAFF_ROLES, type StaffRole } from '@lapwing/shared/event/staff';
import type { StaffLink, Team, TeamMember } from '@lapwing/shared/protocol/staff-api';
import { useEffect, useState } from 'preact/hooks';
import { EVENTS_HASH } from '../place.ts';
import { lostSession } from '../session.ts';
import { CopyAddress } from '../shell/CopyAddress.tsx';
import { Field } from '../shell/Field.tsx';
import { RefusalNote } from '../shell/Note.tsx';
import { t } from '../words.ts';
import { OwnAccount } from './OwnAccount.tsx';
import { staffApi } from './staff-api.ts';
import { useFresh } from './use-fresh.tsx';
import './team.css';

/** Who runs evenings on this server, and one's own account. */
export function TeamPage() {
  const [team, setTeam] = useState<Team | null>(null);
  const load = async (): Promise<void> => {
    const answer = await staffApi.team();
    if (answer.ok) setTeam(answer.value);
    else if (answer.refusal.code === 'not-signed-in') lostSession();
  };
  useEffect(() => {
    document.title = t('team.title');
    void load();
  }, []);
  return (
    <div class="events-page team-page">
      <main>
        <p>
          <a href={EVENTS_HASH}>{t('team.back')}</a>
        </p>
        <h1>{t('team.heading')}</h1>
        {team ? (
          <>
            <People team={team} onChange={load} />
            <OwnAccount team={team} onChange={load} />
          </>
        ) : null}
      </main>
    </div>
  );
}

interface PartProps {
  readonly team: Team;
  readonly onChange: () => Promise<void>;
}

const emailOf = ({ people, me }: Team): string => people.find(({ id }) => id === me)?.email ?? '';

function People({ team, onChange }: PartProps) {
  const fresh = useFresh(emailOf(team));
  const isOwner = team.role === 'owner';
  const changed = (): void => void onChange();
  return (
    <section aria-labelledby="team-people">
      <h2 id="team-people">{t('team.people')}</h2>
      <RefusalNote code={fresh.refusal} />
      <ul class="event-list">
        {team.people.map((person) => (
          <Member
            key={person.id}
            person={person}
            isMe={person.id === team.me}
            mayChange={isOwner}
            onRole={(role) => fresh.run(() => staffApi.giveRole(person.id, role), changed)}
            onDismiss={() => fresh.run(() => staffApi.dismiss(person.id), changed)}
          />
        ))}
        {team.invited.map(({ name, email }) => (
          <li key={email} class="team-row">
            <span class="grow">
              <b>{name}</b> <span class="quiet">{email}</span>
            </span>
            <span class="quiet">{t('team.invited')}</span>
            <button type="button" onClick={() => fresh.run(() => staffApi.withdraw(email), changed)}>
              {t('team.withdraw')}
            </button>
          </li>
        ))}
      </ul>
      {isOwner ? (
        <Invite
          onInvite={(who, done) =>
            fresh.run(
              () => staffApi.invite(who),
              (link) => {
                done(link);
                changed();
              },
            )
          }
        />
      ) : (
        <p class="quiet">{t('team.owners-only')}</p>
      )}
      {fresh.question}
    </section>
  );
}

interface MemberProps {
  readonly person: TeamMember;
  readonly isMe: boolean;
  readonly mayChange: boolean;
  readonly onRole: (role: StaffRole) => void;
  readonly onDismiss: () => void;
}

function Member({ person, isMe, mayChange, onRole, onDismiss }: MemberProps) {
  const [asked, setAsked] = useState(false);
  return (
    <li class="team-row">
      <span class="grow">
        <b>{person.name}</b> <span class="quiet">{person.email}</span>
        {person.secondFactor ? null : <span class="quiet"> · {t('team.password-only')}</span>}
      </span>
      {mayChange && !isMe ? (
        <>
          <select
            aria-label={t('team.role-of', { name: person.name })}
            value={person.role}
            onChange={(event) => onRole(event.currentTarget.value as StaffRole)}
          >
            {STAFF_ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`team.role.${role}`)}
              </option>
            ))}
          </select>
          <button type="button" class={asked ? 'danger' : ''} onClick={asked ? onDismiss : () => setAsked(true)}>
            {asked ? t('team.dismiss-sure', { name: person.name }) : t('team.dismiss')}
          </button>
        </>
      ) : (
        <span class="quiet">
          {isMe ? t('team.you', { role: t(`team.role.${person.role}`) }) : t(`team.role.${person.role}`)}
        </span>
      )}
    </li>
  );
}

interface InviteProps {
  readonly onInvite: (
    who: { readonly name: string; readonly email: string; readonly role: StaffRole },
    done: (link: StaffLink) => void,
  ) => void;
}

function Invite({ onInvite }: InviteProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<StaffRole>('organiser');
  const [link, setLink] = useState<StaffLink | null>(null);
  return (
    <form
      class="team-invite"
      onSubmit={(event) => {
        event.preventDefault();
        onInvite({ name: name.trim(), email: email.trim(), role }, (made) => {
          setLink(made);
          setName('');
          setEmail('');
        });
      }}
    >
      <h3>{t('team.invite')}</h3>
      <p class="quiet">{t('team.invite-what')}</p>
      <div class="team-fields">
        <Field label={t('join.name')} maxLength={40} required value={name} onText={setName} />
        <Field label={t('join.email')} type="email" required value={email} onText={setEmail} />
        <div class="field">
          <label for="team-role">{t('team.role')}</label>
          <select id="team-role" value={role} onChange={(event) => setRole(event.currentTarget.value as StaffRole)}>
            {STAFF_ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`team.role.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">{t('team.invite-button')}</button>
      </div>
      {link ? <CopyAddress label={t('team.invite-link')} address={link.url} /> : null}
    </form>
  );
}
