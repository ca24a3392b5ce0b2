import type { RoomChange } from '@lapwing/shared/event/room-change';
import { attendeeId, tableId } from '@lapwing/shared/kernel/ids';
import type { PersonCommand } from '@lapwing/shared/live/state';
import type { RepairOffer } from '@lapwing/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import type { ApiAnswer } from '../../../client/src/kit/api.ts';
import type { Outcome } from '../../../client/src/organiser/live/press.ts';
import { createRepair } from '../../../client/src/organiser/live/repair.ts';
import { lossLines, moveLines, priceOfRepair } from '../../../client/src/organiser/live/repair-sentences.ts';
import { listText, say } from '../../../client/src/organiser/words.ts';
import './builders.ts';

const [maya, ada, ben, mia] = ['Maya', 'Ada', 'Ben', 'Mia'].map(attendeeId) as [
  ...[ReturnType<typeof attendeeId>, ReturnType<typeof attendeeId>],
  ...[ReturnType<typeof attendeeId>, ReturnType<typeof attendeeId>],
];
const t = (number: number) => tableId(`t${number}`);
const CHANGE: RoomChange = { kind: 'arrived', people: [maya] };
const offer = (over: Partial<RepairOffer> = {}): RepairOffer => ({
  ...{ planVersion: 5, kind: 'fewest-moves', change: CHANGE, seats: [], lost: [], gained: [], fromRound: 0 },
  ...{ sizes: { least: 4, most: 5 }, moreRepeats: 0, moreSitOuts: 0 },
  ...over,
});

function desk(answers: ApiAnswer<RepairOffer[]>[], outcomes: Outcome[]) {
  const asked: unknown[] = [];
  const sent: PersonCommand[] = [];
  let forgiven = 0;
  const repair = createRepair(CHANGE, {
    async ask(_, kinds) {
      asked.push(kinds?.length ?? 1);
      return answers.shift() ?? { ok: false, refusal: { code: 'no-answer' } };
    },
    async send(command) {
      sent.push(command);
      return outcomes.shift() ?? 'done';
    },
    forgive: () => {
      forgiven++;
    },
  });
  return { repair, asked, sent, forgiven: () => forgiven };
}

describe('a change of the room', () => {
  it('is offered with its price, and one press makes it so', async () => {
    const { repair, sent } = desk([{ ok: true, value: [offer()] }], ['done']);
    await repair.ask();
    expect(repair.state.value).toMatchObject({ kind: 'offered', renewed: false });
    expect(await repair.apply(offer())).toBe('done');
    expect(sent).toEqual([{ kind: 'replan', planVersion: 5, change: CHANGE }]);
  });

  it('asks again by itself when the room moved on', async () => {
    const next = offer({ planVersion: 6 });
    const { repair, asked, forgiven } = desk(
      [
        { ok: true, value: [offer()] },
        { ok: true, value: [next] },
      ],
      ['plan-outdated'],
    );
    await repair.ask();
    expect(await repair.apply(offer())).toBe('plan-outdated');
    expect(asked).toHaveLength(2);
    expect(forgiven()).toBe(1);
    expect(repair.state.value).toEqual({ kind: 'offered', offers: [next], renewed: true });
  });

  it('asks for every way there is, and says why there is none', async () => {
    const { repair, asked } = desk([{ ok: false, refusal: { code: 'no-seat-free' } }], []);
    await repair.ask('all');
    expect(asked).toEqual([3]);
    expect(repair.state.value).toEqual({ kind: 'refused', code: 'no-seat-free' });
  });

  it('an answer to an older question is left aside', async () => {
    let answerFirst = (_: ApiAnswer<RepairOffer[]>): void => undefined;
    const answers = [
      new Promise<ApiAnswer<RepairOffer[]>>((done) => {
        answerFirst = done;
      }),
      Promise.resolve<ApiAnswer<RepairOffer[]>>({ ok: true, value: [offer({ planVersion: 6 })] }),
    ];
    const repair = createRepair(CHANGE, {
      ask: () => answers.shift() as Promise<ApiAnswer<RepairOffer[]>>,
      send: async () => 'done',
      forgive: () => undefined,
    });
    const first = repair.ask();
    await repair.ask();
    answerFirst({ ok: true, value: [offer({ planVersion: 5 })] });
    await first;
    expect(repair.state.value).toMatchObject({ offers: [{ planVersion: 6 }] });
  });
});

describe('the price in words', () => {
  const names = { people: (ids: readonly string[]) => listText(ids), table: (id: string) => id.slice(1) };
  const price = (over: Partial<RepairOffer>): string => priceOfRepair(offer(over), names, 3).map(say).join('. ');
  const seats = [
    { round: 3, person: maya, from: null, to: t(8) },
    { round: 4, person: maya, from: null, to: t(1) },
  ];

  it('says where the newcomer sits and that nobody else moves', () => {
    expect(price({ seats, fromRound: 3 })).toBe('Maya: table 8, now. Nobody else moves. All tables 4 or 5');
  });

  it('tells who gets up now from who is only told another table for later', () => {
    const move = (person: typeof ada, round: number) => ({ round, person, from: t(1), to: t(2) });
    const both = [move(ada, 3), move(ada, 4), move(ben, 3), move(mia, 5)];
    expect(price({ seats: both, fromRound: 3 })).toBe('2 people move now, 1 more later. All tables 4 or 5');
    expect(price({ seats: [move(ada, 3)], fromRound: 3 })).toBe('1 person moves now. All tables 4 or 5');
  });

  it('counts who moves, from when, and what is lost and gained', () => {
    const others = [
      { round: 4, person: ada, from: t(1), to: t(2) },
      { round: 5, person: ben, from: t(2), to: null },
      { round: 5, person: ada, from: t(3), to: t(2) },
    ];
    const lost = [{ student: ada, mentor: mia }];
    expect(price({ seats: others, lost, moreRepeats: 1, moreSitOuts: 2, sizes: { least: 3, most: 6 } })).toBe(
      'From round 4: 2 people move. Tables of 3 to 6. 1 meeting lost. 1 student meets a mentor again. 2 rounds more sat out',
    );
    expect(moveLines(offer({ seats: [...others, ...seats] }), names).map(say)).toEqual([
      'Round 3, Maya: table 8',
      'Round 4, Ada: table 1 → 2',
      'Round 4, Maya: table 1',
      'Round 5, Ben: table 2 → sitting out',
      'Round 5, Ada: table 3 → 2',
    ]);
    expect(lossLines({ lost }, names).map(say)).toEqual(['Ada does not meet Mia']);
  });

  it('counts many newcomers', () => {
    const people = [maya, ada, ben, mia];
    const many = people.map((person) => ({ round: 4, person, from: null, to: t(1) }));
    const change = { kind: 'arrived', people } as const;
    expect(price({ change, seats: many, sizes: { least: 5, most: 5 } })).toBe(
      '4 people get a table. Nobody else moves. All tables 5',
    );
  });
});
