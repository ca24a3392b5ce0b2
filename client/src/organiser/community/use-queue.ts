import type { Refusal } from '@lapwing/shared/kernel/refusal';
import type { CommunityView, Decision, ProposalSeen } from '@lapwing/shared/protocol/community-api';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { NoAnswer } from '../../kit/api.ts';
import { isTyping, singleKeysOn } from '../live/use-keys.ts';
import { useAskedAgain } from '../use-asked-again.ts';
import { communityApi } from './community-api.ts';

/** The other matchmaker's decisions are seen within so long. */
const LOOK_EVERY_MS = 5_000;
/** One passes by quickly: a mark for each would say nothing. */
const MARK_AFTER_MS = 400;

export interface Queue {
  readonly view: CommunityView | null;
  /** Waits for a decision, in the order of the queue. */
  readonly open: readonly ProposalSeen[];
  /** Approved on this page, and not asked yet: can be taken back. What another matchmaker approved is theirs. */
  readonly approved: readonly ProposalSeen[];
  /** What was decided on this page last, and can be taken back; null: nothing. */
  readonly last: ProposalSeen | null;
  readonly current: ProposalSeen | null;
  /** Why the server did not take a decision. */
  readonly refusal: Refusal | NoAnswer | null;
  /** Who decided the one that was decided here too late; null for nobody. */
  readonly beaten: string | null;
  go(to: string): void;
  decide(decision: 'approve' | 'skip'): void;
  approveAll(): void;
  /** Takes back what was decided here last, or all that was approved. */
  undo(all: boolean): void;
  take(view: CommunityView): void;
}

type Wish = { readonly id: string; readonly decision: Decision['decision'] };

/**
 * The queue as one matchmaker works through it: a decision shows at once and is said to the server in its turn, one after
 * the other, so that fifty keys in a row lose none.
 */
export function useQueue(load: () => Promise<CommunityView | null>): Queue {
  const [view, setView] = useState<CommunityView | null>(null);
  const [at, setAt] = useState<string | null>(null);
  /** Said to the server, and not answered yet. */
  const [mine, setMine] = useState<readonly Wish[]>([]);
  /** What was decided here, in its order. */
  const [decidedHere, setDecidedHere] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState<Queue['refusal']>(null);
  const [beaten, setBeaten] = useState<string | null>(null);
  const line = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef(0);
  const said = useRef(0);

  const refresh = async (isOver = (): boolean => false): Promise<void> => {
    if (waiting.current > 0) return;
    const saidBefore = said.current;
    const fresh = await load();
    // what was asked for before a decision may not know of it
    if (fresh && said.current === saidBefore && !isOver()) setView(fresh);
  };
  useAskedAgain(refresh, LOOK_EVERY_MS, null);

  const decided = new Map(mine.map(({ id, decision }) => [id, decision]));
  const proposals = view?.proposals ?? [];
  const open = proposals.filter(({ id, state }) => state === 'proposed' && !decided.has(id));
  const mayGoBack = (is: 'approved' | 'skipped', wish: Wish['decision'], isOpen: (one: ProposalSeen) => boolean) =>
    proposals.filter((one) => {
      const { id, state } = one;
      const said = decided.get(id);
      return decidedHere.includes(id) && said !== 'undo' && (said === wish || (state === is && isOpen(one)));
    });
  // an approved one that went is approved no more; one that was skipped stays, and says until when
  const approved = mayGoBack('approved', 'approve', () => true);
  const skipped = mayGoBack('skipped', 'skip', ({ goesAt }) => (goesAt ?? 0) > (view?.at ?? 0));
  const undoable = new Map([...approved, ...skipped].map((one) => [one.id, one]));
  const last = undoable.get(decidedHere.findLast((id) => undoable.has(id)) ?? '') ?? null;
  const current = open.find(({ id }) => id === at) ?? open[0] ?? null;

  const say = (wishes: readonly Wish[]): void => {
    setMine((before) => [...before.filter(({ id }) => !wishes.some((wish) => wish.id === id)), ...wishes]);
    setBeaten(null);
    setRefusal(null);
    const ids = wishes.filter(({ decision }) => decision !== 'undo').map(({ id }) => id);
    setDecidedHere((before) => [...before.filter((id) => !ids.includes(id)), ...ids]);
    for (const wish of wishes) {
      waiting.current += 1;
      said.current += 1;
      line.current = line.current.then(async () => {
        const answer = await communityApi.decide(wish.id, wish.decision);
        waiting.current -= 1;
        if (answer.ok) setView(answer.value);
        else if (answer.refusal.code === 'already-so') setBeaten(String(answer.refusal.details?.by ?? ''));
        else setRefusal(answer.refusal);
        setMine((before) => before.filter((one) => one !== wish));
        if (!answer.ok) void refresh();
      });
    }
  };
  const move = (by: number): void => {
    const index = open.findIndex(({ id }) => id === current?.id);
    const next = open[Math.min(Math.max(index + by, 0), open.length - 1)];
    if (next) setAt(next.id);
  };
  const decide = (decision: 'approve' | 'skip'): void => {
    if (!current) return;
    const index = open.findIndex(({ id }) => id === current.id);
    setAt((open[index + 1] ?? open[index - 1])?.id ?? null);
    say([{ id: current.id, decision }]);
  };
  const undo = (all: boolean): void => {
    const back = all ? approved : last === null ? [] : [last];
    say(back.map(({ id }) => ({ id, decision: 'undo' as const })));
    if (back[0]) setAt(back[0].id);
  };
  useQueueKeys({
    a: () => decide('approve'),
    s: () => decide('skip'),
    u: () => undo(false),
    j: () => move(1),
    k: () => move(-1),
  });
  useEffect(() => {
    if (!current) return;
    const timer = setTimeout(() => void communityApi.markOpen(current.id), MARK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [current?.id]);

  return {
    ...{ view, open, approved, last, current, refusal, beaten },
    go: setAt,
    decide,
    approveAll: () => say(open.map(({ id }) => ({ id, decision: 'approve' as const }))),
    undo,
    take: setView,
  };
}

const ARROWS: Readonly<Record<string, string>> = { ArrowDown: 'j', ArrowUp: 'k' };

/** Single keys, while nobody types and no dialog is open. */
function useQueueKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (ctrlKey || metaKey || altKey || !singleKeysOn() || isTyping(target)) return;
      if (document.querySelector('dialog[open]')) return;
      const act = latest.current[ARROWS[key] ?? key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
