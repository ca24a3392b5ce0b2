import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, days, type Instant, milliseconds } from '../../../shared/src/kernel/time.ts';
import {
  type Act,
  begun,
  dueAt,
  heard,
  type Life,
  type Lived,
  type Said,
  ticked,
} from '../../../shared/src/matching/introduction-life.ts';
import { NOW, who } from './people.ts';

const ADA = who('ada');
const [A, B] = [who('a'), who('b')];
const at = (day: number): Instant => after(NOW, days(day));
const nobody = () => null;
const says = (mentor: typeof A, what: 'yes' | 'no'): Said => ({ by: 'mentor', mentor, says: what });
const either = (what: 'met' | 'not-met' | 'asker-silent'): Said => ({ by: 'either', says: what });
const NO_LONGER: Said = { by: 'asker', says: 'no-longer' };

/** What follows, where it is not refused. */
function follows(life: Life, said: Said, day: number, next: () => typeof A | null = nobody): Lived {
  const result = heard(life, said, at(day), next);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
const refusal = (life: Life, said: Said, day = 1) => {
  const result = heard(life, said, at(day), nobody);
  return result.ok ? null : result.refusal;
};
const asked = begun(ADA, A, NOW);
const introduced = follows(asked.life, says(A, 'yes'), 1);

describe('a mentor is asked', () => {
  it('M31 has 3 days to answer; then the next is asked, and the asker is told', () => {
    expect(asked.acts).toEqual([{ do: 'ask', mentor: A }]);
    expect(dueAt(asked.life)).toBe(at(3));
    const before = after(at(3), milliseconds(-1));
    expect(ticked(asked.life, before, () => B)).toEqual({ life: asked.life, acts: [] });
    const next = ticked(asked.life, at(3), () => B);
    expect(next.acts).toEqual([
      { do: 'remember', mentor: A, outcome: 'no-answer' },
      { do: 'ask', mentor: B },
      { do: 'tell-asker', what: 'next-is-asked' },
    ]);
    expect(dueAt(next.life)).toBe(at(6));
  });

  it('M32 a no asks the next at once', () => {
    const next = follows(asked.life, says(A, 'no'), 1, () => B);
    expect(next.acts).toEqual([
      { do: 'remember', mentor: A, outcome: 'declined' },
      { do: 'ask', mentor: B },
      { do: 'tell-asker', what: 'next-is-asked' },
    ]);
    expect(next.life.phase).toEqual({ is: 'asked', mentor: B, at: at(1) });
  });

  it('M33 when nobody is left the asker is told, and the clock has nothing to do', () => {
    for (const last of [ticked(asked.life, at(3), nobody), follows(asked.life, says(A, 'no'), 1)]) {
      expect(last.acts.at(-1)).toEqual({ do: 'tell-asker', what: 'nobody-left' });
      expect(last.life.phase).toEqual({ is: 'nobody-left' });
      expect(dueAt(last.life)).toBe(null);
      expect(ticked(last.life, at(99), () => B).acts).toEqual([]);
    }
  });

  it('M34 a yes makes the introduction', () => {
    expect(introduced.acts).toEqual([{ do: 'introduce', mentor: A }]);
    expect(introduced.life.phase).toEqual({ is: 'introduced', mentor: A, at: at(1), nudges: 0 });
  });
});

describe('two are introduced', () => {
  it('M34 it ends when either says what came of it', () => {
    const met = follows(introduced.life, either('met'), 5);
    expect(met.acts).toEqual([{ do: 'remember', mentor: A, outcome: 'met' }]);
    expect(met.life.phase).toEqual({ is: 'ended', at: at(5) });
    for (const outcome of ['not-met', 'asker-silent'] as const)
      expect(follows(introduced.life, either(outcome), 5).acts).toEqual([
        { do: 'remember', mentor: A, outcome },
        { do: 'tell-asker', what: 'over' },
      ]);
  });

  it('M35 both hear again after 7 days, and after 14', () => {
    expect(dueAt(introduced.life)).toBe(at(8));
    const first = ticked(introduced.life, at(8), nobody);
    expect(first.acts).toEqual([{ do: 'nudge', mentor: A, last: false }]);
    expect(ticked(first.life, at(8), nobody).acts).toEqual([]);
    expect(dueAt(first.life)).toBe(at(15));
    const second = ticked(first.life, at(15), nobody);
    expect(second.acts).toEqual([{ do: 'nudge', mentor: A, last: true }]);
    expect(dueAt(second.life)).toBe(at(29));
  });

  it('M36 who looks late says only what was due last', () => {
    expect(ticked(introduced.life, at(20), nobody).acts).toEqual([{ do: 'nudge', mentor: A, last: true }]);
    expect(ticked(introduced.life, at(60), nobody).acts.map((act) => act.do)).toEqual(['remember', 'tell-asker']);
  });

  it('M37 after 28 days it is over, and nothing is concluded', () => {
    const end = ticked(introduced.life, at(29), nobody);
    expect(end.acts).toEqual([
      { do: 'remember', mentor: A, outcome: 'unknown' },
      { do: 'tell-asker', what: 'over' },
    ]);
    expect(end.life.phase).toEqual({ is: 'ended', at: at(29) });
    expect(dueAt(end.life)).toBe(null);
  });
});

describe('what is said', () => {
  it('M38 too late, twice or by somebody else changes nothing and is told why', () => {
    const passed = ticked(asked.life, at(3), () => B).life;
    expect(refusal(passed, says(A, 'yes'), 4)).toBe('asked-somebody-else');
    expect(refusal(ticked(asked.life, at(3), nobody).life, says(A, 'yes'), 4)).toBe('not-asked');
    expect(refusal(introduced.life, says(A, 'no'))).toBe('introduced-already');
    expect(refusal(introduced.life, NO_LONGER)).toBe('introduced-already');
    expect(refusal(asked.life, either('met'))).toBe('not-introduced');
    expect(refusal(follows(introduced.life, either('met'), 5).life, either('met'), 6)).toBe('over');
  });

  it('M39 a request is taken back as long as nobody said yes, and who was asked hears it', () => {
    const back = follows(asked.life, NO_LONGER, 2);
    expect(back.acts).toEqual([
      { do: 'remember', mentor: A, outcome: 'withdrawn' },
      { do: 'tell-mentor', mentor: A, what: 'taken-back' },
    ]);
    expect(back.life.phase).toEqual({ is: 'ended', at: at(2) });
    expect(follows(ticked(asked.life, at(3), nobody).life, NO_LONGER, 9).acts).toEqual([]);
  });
});

it('M31 to M39 whatever is said whenever, each mentor is asked once and has one outcome, and it ends', () => {
  const step = fc.tuple(
    fc.integer({ min: 0, max: 12 }),
    fc.option(
      fc.oneof(
        fc
          .tuple(fc.nat(5), fc.constantFrom('yes' as const, 'no' as const))
          .map(([n, what]) => says(who(`m${n}`), what)),
        fc.constantFrom(either('met'), either('not-met'), NO_LONGER),
      ),
    ),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.nat(5), (steps, others) => {
      let used = 0;
      const next = () => (used < others ? who(`m${++used}`) : null);
      let { life, acts }: { life: Life; acts: readonly Act[] } = begun(ADA, who('m0'), NOW);
      const all = [...acts];
      let day = 0;
      for (const [later, said] of steps) {
        day += later;
        const result = said === null ? null : heard(life, said, at(day), next);
        ({ life, acts } =
          result === null ? ticked(life, at(day), next) : result.ok ? result.value : { life, acts: [] });
        all.push(...acts);
      }
      for (let due = dueAt(life); due !== null; due = dueAt(life)) {
        ({ life, acts } = ticked(life, due, next));
        expect(acts.length).toBeGreaterThan(0);
        all.push(...acts);
      }
      expect(['ended', 'nobody-left']).toContain(life.phase.is);
      const of = (what: Act['do']) => all.flatMap((act) => (act.do === what && 'mentor' in act ? [act.mentor] : []));
      expect(new Set(of('ask')).size).toBe(of('ask').length);
      expect(of('remember')).toEqual(of('ask'));
      expect(of('introduce').length).toBeLessThanOrEqual(1);
      expect(of('nudge').length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 300 },
  );
});
