import type { Attendee } from '@lapwing/shared/event/roster';
import type { WaitingPhone } from '@lapwing/shared/protocol/api';
import { Icon } from '../../kit/Icon.tsx';
import type { EventStore } from '../event-store.ts';
import { Note } from '../shell/Note.tsx';
import { t } from '../words.ts';
import type { Door } from './door.ts';

/** Phones whose number is still good. */
export function phonesWaiting(store: EventStore): WaitingPhone[] {
  const now = store.live.now.value;
  return store.waiting.value.filter(({ validUntil }) => now === null || now < validUntil);
}

/** Phones that show a number: one tap lets a phone in and checks its person in. */
export function WaitingPhones({ store, door }: { store: EventStore; door: Door }) {
  const waiting = phonesWaiting(store);
  const given = door.phone.value;
  return (
    <>
      {door.tooManyPhones.value ? <Note tone="warn">{t('phones.too-many')}</Note> : null}
      {given ? (
        <p class="note plain" role="status">
          <Icon name="phone" />
          <span>{t('phones.next', { number: given.number })}</span>
          <button type="button" onClick={() => (door.phone.value = null)}>
            {t('dialog.cancel')}
          </button>
        </p>
      ) : null}
      {waiting.length === 0 ? null : (
        <section aria-labelledby="phones-heading" class="phones">
          <h3 id="phones-heading">{t('phones.heading', { count: waiting.length })}</h3>
          <ul>
            {waiting.map((phone) => (
              <Phone key={phone.number} phone={phone} store={store} door={door} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Phone({ phone, store, door }: { phone: WaitingPhone; store: EventStore; door: Door }) {
  const { number } = phone;
  const people = phone.people.flatMap((id) => store.byId.value.get(id) ?? []);
  const letIn = (person: Attendee): void => {
    store.waiting.value = store.waiting.value.filter((one) => one.number !== number);
    door.letPhoneIn(number, person);
  };
  return (
    <li class="phone-waiting">
      <b class="phone-number k-face k-num">{number}</b>
      <div>
        {people.length === 0 ? <span>{t('phones.unknown')}</span> : null}
        {people.map((person) => (
          <button
            key={person.id}
            type="button"
            class="primary-quiet"
            aria-label={t('phones.let-in.label', { name: person.name, number })}
            onClick={() => letIn(person)}
          >
            {t('phones.let-in', { name: person.name })}
          </button>
        ))}
        {people.length === 0 ? (
          <button
            type="button"
            aria-label={t('phones.choose.label', { number })}
            onClick={() => (door.phone.value = { number, to: null })}
          >
            {t('phones.choose')}
          </button>
        ) : null}
      </div>
    </li>
  );
}
