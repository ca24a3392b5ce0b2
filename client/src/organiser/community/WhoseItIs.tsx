import { isKept, KEEPER_LENGTH, type Keeper, keeperProblems } from '@lapwing/shared/community/keeper';
import type { RefusalCode } from '@lapwing/shared/kernel/refusal';
import type { CommunityView } from '@lapwing/shared/protocol/community-api';
import type { Problem } from '@lapwing/shared/registration/problems';
import { useRef, useState } from 'preact/hooks';
import { communityHash } from '../place.ts';
import { Field } from '../shell/Field.tsx';
import { Note, RefusalNote } from '../shell/Note.tsx';
import { UndoStrip } from '../shell/UndoStrip.tsx';
import { t } from '../words.ts';
import { communityApi } from './community-api.ts';

interface Props {
  readonly view: CommunityView;
  readonly take: (view: CommunityView) => void;
}

/** Stands above all parts until somebody has said it. @param isHere whether the part in which it is said is open */
export const NobodySaid = ({ keeper, isHere }: { keeper: Keeper; isHere: boolean }) =>
  isKept(keeper) ? null : (
    <Note tone="warn">
      {t('community.keeper.unsaid')} {isHere ? null : <a href={communityHash('keeper')}>{t('community.keeper.say')}</a>}
    </Note>
  );

/** What the community is called, who keeps it, and how they are reached (C20). */
export function WhoseItIs({ view: { keeper }, take }: Props) {
  const [draft, setDraft] = useState<Keeper | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refusal, setRefusal] = useState<RefusalCode | 'no-answer' | null>(null);
  const [before, setBefore] = useState<Keeper | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const shown = draft ?? keeper;
  const dirty = JSON.stringify(shown) !== JSON.stringify(keeper);
  const put = async (wanted: Keeper, undo: Keeper | null): Promise<void> => {
    const answer = await communityApi.keep(wanted);
    setRefusal(answer.ok ? null : answer.refusal.code);
    if (!answer.ok) return;
    take(answer.value);
    setDraft(null);
    setBefore(undo);
  };
  const submit = async (press: Event): Promise<void> => {
    press.preventDefault();
    const found = keeperProblems(shown);
    setProblems(found);
    if (found.length === 0) return put(shown, keeper);
    // after the errors are drawn, the first field in question takes the focus
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  const field = (name: keyof Keeper) => ({
    label: t(`community.keeper.${name}`),
    hint: t(`community.keeper.${name}.hint`),
    value: shown[name],
    error: errorOf(problems.find((problem) => problem.field === name)),
    autocomplete: 'off' as const,
    onText: (text: string) => {
      setDraft({ ...shown, [name]: text });
      setBefore(null);
    },
  });
  return (
    <form
      class="card form"
      ref={form}
      onSubmit={(press) => void submit(press)}
      noValidate
      aria-labelledby="whose-it-is"
    >
      <h2 id="whose-it-is">{t('community.part.keeper')}</h2>
      <p class="quiet">{t('community.keeper.what')}</p>
      <Field {...field('community')} maxLength={KEEPER_LENGTH} />
      <Field {...field('name')} maxLength={KEEPER_LENGTH} />
      <Field {...field('contact')} type="email" maxLength={254} />
      <RefusalNote code={refusal} />
      <div class="button-row">
        <button type="submit" class="primary">
          {t('community.keeper.save')}
        </button>
        {dirty ? (
          <span class="quiet" role="status">
            {t('set-up.unsaved')}
          </span>
        ) : null}
      </div>
      {before && !dirty ? (
        <UndoStrip onUndo={() => void put(before, null)}>{t('community.keeper.saved')}</UndoStrip>
      ) : null}
    </form>
  );
}

function errorOf(problem: Problem | undefined): string | null {
  if (problem === undefined) return null;
  if (problem.code === 'tooLong') return t('community.keeper.too-long', { most: problem.most ?? KEEPER_LENGTH });
  if (problem.code === 'needed') return t(`community.keeper.needed.${problem.field as 'name' | 'contact'}`);
  return t('community.keeper.not-an-address');
}
