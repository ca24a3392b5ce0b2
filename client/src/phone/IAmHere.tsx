import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import { useId, useState } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { takeWallCode } from '../kit/own-pages.ts';
import type { PhoneActs } from './own.ts';
import { t } from './words.ts';

const HERE_WORDS: Readonly<Partial<Record<RefusalCode | 'no-answer', 'wrong' | 'desk' | 'wait' | 'silent' | 'late'>>> =
  {
    'wrong-event-code': 'wrong',
    'bad-request': 'wrong',
    'come-to-desk': 'desk',
    'self-check-in-off': 'desk',
    'too-early': 'desk',
    'not-now': 'late',
    'too-many-requests': 'wait',
    'no-answer': 'silent',
  };

/** Checking in without the desk: the code on the wall says that one is in the room. */
export function IAmHere({ acts }: { acts: PhoneActs }) {
  const [code, setCode] = useState(() => takeWallCode(location.pathname.replace(/\/+$/u, '')));
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const say = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const refusal = code.trim() === '' ? 'wrong-event-code' : await acts.sayHere(code);
    setBusy(false);
    setProblem(refusal === null ? '' : t(`phone.here.${HERE_WORDS[refusal] ?? 'desk'}`));
  };
  return (
    <form class="i-am-here" onSubmit={(event) => void say(event)} noValidate>
      <label for={id}>{t('phone.here.label')}</label>
      <small id={`${id}-hint`}>{t('phone.here.hint')}</small>
      <div class="here-row">
        <input
          id={id}
          value={code}
          maxLength={12}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby={problem === '' ? `${id}-hint` : `${id}-problem`}
          aria-invalid={problem === '' ? undefined : true}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <button type="submit" class="solid-button" aria-busy={busy}>
          {t('phone.here.say')}
        </button>
      </div>
      <p id={`${id}-problem`} role="alert" class="here-problem">
        {problem === '' ? null : (
          <>
            <Icon name="warn" size="1.25em" /> {problem}
          </>
        )}
      </p>
    </form>
  );
}
