import type { DeskCall } from '@lapwing/shared/event/desk-call';
import { roomAtStart } from '@lapwing/shared/event/room-tonight';
import type { Schedule } from '@lapwing/shared/event/schedule';
import { attendeeId, type tableId } from '@lapwing/shared/kernel/ids';
import type { Moment } from '@lapwing/shared/live/state';
import { NO_PAPER, type Paper } from '@lapwing/shared/paper/sheets';
import { PLAIN_LOOK, type Staff } from '@lapwing/shared/protocol/messages';
import { describe, expect, it } from 'vitest';
import { clockText } from '../../../client/src/kit/figures.ts';
import { needWords } from '../../../client/src/organiser/live/need-sentences.ts';
import { type Known, leaving, needsOf } from '../../../client/src/organiser/live/needs.ts';
import { listText, say } from '../../../client/src/organiser/words.ts';
import { at, moment, NINETEEN, person, settings, table } from './builders.ts';

const ID = { ada: attendeeId('ada'), ben: attendeeId('ben'), mia: attendeeId('mia'), noa: attendeeId('noa') };
const TALKING = { kind: 'talking', round: 2, startsAt: at(17), endsAt: at(32) } as const;
const NOW: Moment = { ...moment(TALKING), begun: [at(0), at(17)] };
const here = { checkedInAt: at(-10) };
const ada = person('Ada Lo', { id: ID.ada, ...here });
const ben = person('Ben Ray', { id: ID.ben, ...here });
const mia = person('Mia Roe', { id: ID.mia, role: 'mentor', ...here });
const noa = person('Noa Kim', { id: ID.noa, role: 'mentor', standing: 'waiting', ...here });
const round = { t1: { students: [ID.ada, ID.ben], mentors: [ID.mia] } };
const SCHEDULE: Schedule = { rounds: Array.from({ length: 6 }, () => round) };
const STAFF: Staff = {
  ...{
    t: 'staff',
    displays: [],
    phones: 0,
    controllers: [],
    unlisted: 0,
    changes: 1,
    waitingChanges: 0,
    planning: null,
    slept: null,
  },
};

const known = (over: Partial<Known> = {}): Known => ({
  ...{
    moment: NOW,
    now: at(20),
    settings: settings(),
    tables: [table(1)],
    people: [ada, ben, mia],
    plan: { schedule: SCHEDULE, room: null },
  },
  ...{ calls: [], staff: STAFF, aside: new Set(), paper: NO_PAPER },
  ...over,
});
const ids = (over: Partial<Known> = {}): string[] => needsOf(known(over)).map(({ id }) => id);

describe('places that nobody said yes to', () => {
  const DOORS = moment({ kind: 'doors' });
  const kept = (n: number) =>
    Array.from({ length: n }, (_, index) => person(`Junk ${index}`, { unconfirmed: true, keptUntil: at(600 + index) }));
  const view = (active: number, lends = true) => ({ places: 40, active, lends, line: [] });
  const lentOf = (over: Partial<Known>) =>
    needsOf(known({ moment: DOORS, plan: null, people: kept(27), places: view(40), ...over })).filter(
      ({ kind }) => kind === 'lent',
    );

  it('are told where the evening is full or nearly, with who waits for one', () => {
    const wim = person('Wim Wait', { standing: 'waiting' });
    const una = person('Una Wait', { standing: 'waiting', unconfirmed: true });
    const found = lentOf({ people: [...kept(27), wim, una, ben, mia] });
    expect(found).toMatchObject([{ lent: 27, places: 40, waiting: 1, since: at(20) }]);
    const words = found.map((need) => {
      const { title, text } = needWords(
        need,
        { people: () => '', table: () => '' } as never,
        () => '',
        () => '',
      );
      return [title, ...text].map(say).join('. ');
    });
    expect(words[0]).toMatch(/^27 of 40 places are not confirmed\. .*One student who is confirmed waits$/u);
    expect(lentOf({ places: view(36) })).toHaveLength(1);
  });

  it('are nobody’s business where there is room, where few are, without a limit or a mail, or once it began', () => {
    expect(lentOf({ places: view(35) })).toEqual([]);
    expect(lentOf({ people: kept(7) })).toEqual([]);
    expect(lentOf({ people: kept(8) })).toHaveLength(1);
    expect(lentOf({ places: view(40, false) })).toEqual([]);
    expect(lentOf({ places: { ...view(40), places: null } })).toEqual([]);
    expect(lentOf({ places: null })).toEqual([]);
    expect(lentOf({ moment: NOW })).toEqual([]);
  });

  it('put aside, come back with a further fifth of the places', () => {
    const aside = new Set(lentOf({ people: kept(8) }).map(({ id }) => id));
    expect(lentOf({ people: kept(15), aside })).toEqual([]);
    expect(lentOf({ people: kept(16), aside })).toHaveLength(1);
  });
});

describe('somebody who is known by name alone', () => {
  const off = person('Mal Óry', { id: attendeeId('off'), email: 'mal@example.org', standing: 'cancelled' });
  const walkIn = person('mal ory', { id: attendeeId('again'), email: '', checkedInAt: at(18) });
  const blocked = [[ID.mia, off.id]] as const;
  const about = (over: Partial<Known>): unknown[] =>
    needsOf(known(over)).flatMap((need) => (need.kind === 'namesake' ? [[need.person, need.other, need.why]] : []));
  const both = [ada, ben, mia, off, walkIn];

  it('and is called like who is off the list, or in a block, is for the organiser to look at', () => {
    expect(about({ people: both })).toEqual([[walkIn.id, off.id, 'off']]);
    const there = { ...off, standing: 'active' } as const;
    expect(about({ people: [ada, ben, mia, there, walkIn] })).toEqual([]);
    expect(about({ people: [ada, ben, mia, there, walkIn], blocked })).toEqual([[walkIn.id, off.id, 'block']]);
    expect(about({ people: both, blocked }), 'the block counts more').toEqual([[walkIn.id, off.id, 'block']]);
  });

  it('is looked at once, and not where an address tells who they are, or the night is over', () => {
    expect(about({ people: both, aside: new Set([`namesake ${walkIn.id} ${off.id} off`]) })).toEqual([]);
    expect(about({ people: [...both.slice(0, 4), { ...walkIn, email: 'other@example.org' }] })).toEqual([]);
    expect(about({ people: [...both.slice(0, 4), { ...walkIn, standing: 'cancelled' }] })).toEqual([]);
    expect(about({ people: both, moment: moment({ kind: 'finished', at: at(20) }) })).toEqual([]);
  });
});

it('who is in the room and lost the address that was typed is for the desk to ask, until an organiser confirms them', () => {
  const form = { ...ada.registration, consents: { run: at(1) } };
  const denied = { ...ada, email: '', unconfirmed: true, checkedInAt: at(18), registration: form };
  const about = (one: typeof ada): unknown[] =>
    needsOf(known({ people: [one, ben, mia] })).flatMap((need) => (need.kind === 'denied' ? [need.person] : []));
  expect(about(denied)).toEqual([ada.id]);
  for (const other of [
    { email: 'a@example.org' },
    { unconfirmed: false },
    { checkedInAt: null },
    { registration: ada.registration },
  ])
    expect(about({ ...denied, ...other }), JSON.stringify(other)).toEqual([]);
});

describe('people', () => {
  const cat = person('Cat Ho', { id: attendeeId('cat'), checkedInAt: at(18) });

  it('need nobody while everybody is where the plan has them', () => {
    expect(ids()).toEqual([]);
    expect(ids({ moment: moment({ kind: 'doors' }), people: [{ ...ada, checkedInAt: null }, ben, mia] })).toEqual([]);
    expect(ids({ plan: null, people: [] })).toEqual([]);
  });

  it('who is here and has no table is one card, those who did not come another', () => {
    const people = [{ ...ada, checkedInAt: null }, ben, mia, cat];
    expect(ids({ people })).toEqual(['absent ada', 'arrived cat']);
  });

  it('where nobody was checked in, nobody is absent', () => {
    const people = [ada, ben, mia].map((one) => ({ ...one, checkedInAt: null }));
    expect(ids({ people })).toEqual([]);
  });

  it('who has left is not seated again; who was given up and came after all is', () => {
    const people = [ada, ben, mia, cat];
    const room = { ...roomAtStart(SCHEDULE, [table(1)]), left: [cat.id] };
    expect(ids({ people, plan: { schedule: SCHEDULE, room } })).toEqual([]);
    expect(ids({ people, plan: { schedule: SCHEDULE, room: { ...room, left: [] } } })).toEqual(['arrived cat']);
  });

  it('who says to be late is awaited: a card of their own, and no absence while it was put aside', () => {
    const people = [{ ...ada, checkedInAt: null }, ben, mia];
    const call: DeskCall = { person: ID.ada, kind: 'late', minutes: 10, at: at(1) };
    expect(ids({ people, calls: [call] })).toEqual(['call late ada']);
    expect(ids({ people, aside: new Set(['call late ada']) })).toEqual([]);
    expect(ids({ calls: [call] })).toEqual([]);
  });
});

describe('mentors', () => {
  it('a table waits for its mentor, and who is free may step in', () => {
    const people = [ada, ben, { ...mia, checkedInAt: null }, noa];
    expect(needsOf(known({ people }))).toMatchObject([
      { kind: 'mentorMissing', mentor: ID.mia, table: 't1', reserves: [ID.noa] },
    ]);
  });

  it('a mentor who comes during the night asks for a table; who was here before is a reserve', () => {
    const late = { ...noa, checkedInAt: at(19) };
    const tables = [table(1), table(2)];
    expect(ids({ people: [ada, ben, mia, noa], tables })).toEqual([]);
    expect(needsOf(known({ people: [ada, ben, mia, late], tables }))).toMatchObject([
      { kind: 'mentorArrived', mentor: ID.noa, tables: ['t2'] },
    ]);
  });
});

it('calls, lost displays and a machine that slept, the oldest first', () => {
  const calls: DeskCall[] = [{ person: ID.ben, kind: 'lost', minutes: 0, at: at(19) }];
  const displays = [{ ...PLAIN_LOOK, id: 'd1', name: 'Display 1', lostSince: at(15), state: null } as const];
  const staff = { ...STAFF, displays, slept: { from: at(16), until: at(18) } };
  expect(ids({ calls, staff })).toEqual([`display d1 ${at(15)}`, `slept ${at(16)}`, 'call lost ben']);
  expect(ids({ calls, staff, aside: new Set(['call lost ben']) })).toHaveLength(2);
});

describe('running late', () => {
  const late = { ...NOW, phase: { ...TALKING, endsAt: at(41) } };
  it('offers shorter rounds, or one round fewer with who loses which meeting', () => {
    const schedule = { rounds: [...SCHEDULE.rounds.slice(0, 5), { t1: { students: [ID.ada], mentors: [ID.noa] } }] };
    expect(needsOf(known({ moment: late, plan: { schedule, room: null } }))).toMatchObject([
      {
        kind: 'runningLate',
        late: {
          minutes: 9,
          finishesAt: at(109),
          shorter: { minutes: 12, finishesAt: at(97) },
          without: { round: 6, finishesAt: at(92), lost: [{ student: ID.ada, mentor: ID.noa }] },
        },
      },
    ]);
  });
  it('says nothing about two minutes, and comes back only when it became worse', () => {
    expect(ids({ moment: { ...NOW, phase: { ...TALKING, endsAt: at(34) } } })).toEqual([]);
    expect(ids({ moment: late, aside: new Set(['late 1']) })).toEqual([]);
    const later = { ...NOW, phase: { ...TALKING, endsAt: at(44) } };
    expect(ids({ moment: later, aside: new Set(['late 1']) })).toEqual(['late 2']);
  });
});

it('a mentor who leaves is offered to those who could take the chair; a student is not', () => {
  const calls: DeskCall[] = [mia, ada].map(({ id }) => ({ person: id, kind: 'leaving', minutes: 0, at: at(19) }));
  const reserves = (over: Partial<Known>): unknown[] =>
    needsOf(known({ calls, ...over })).map((need) => need.kind === 'call' && need.reserves);
  expect(reserves({ people: [ada, ben, mia, { ...noa, checkedInAt: at(-9) }] })).toEqual([[], [ID.noa]]);
  expect(reserves({ people: [ada, ben, mia, { ...noa, checkedInAt: null }] })).toEqual([[], []]);
  expect(reserves({ people: [ada, ben, mia, noa], plan: null })).toEqual([[], []]);
});

describe('whoever says after which round they leave', () => {
  const call = (afterRound: number): DeskCall => ({
    ...{ person: ID.mia, kind: 'leaving', minutes: 20, afterRound, at: at(19) },
  });
  const need = (afterRound: number, aside: readonly string[] = []) =>
    needsOf(known({ calls: [call(afterRound)], aside: new Set(aside) })).find(({ kind }) => kind === 'call');
  const words = (afterRound: number): string => {
    const one = need(afterRound);
    if (!one) return '';
    const names = { people: () => 'Mia Roe', table: (id: ReturnType<typeof tableId>) => id.slice(1) };
    const { title, text } = needWords(one, names, listText, (when) => clockText(when, 'Europe/London'));
    return [title, ...text].map(say).join('. ');
  };

  it('at once: those who sit with them need a seat now', () => {
    const one = need(1);
    expect(one?.kind === 'call' && leaving(one)).toEqual({ kind: 'left', people: [ID.mia], now: true });
    expect(words(1)).toContain('Mia Roe leaves in 20 minutes');
  });

  it('with the round that runs: it stays as it is', () => {
    const one = need(2);
    expect(one?.kind === 'call' && leaving(one)).toEqual({ kind: 'left', people: [ID.mia] });
    expect(words(2)).toContain('Mia Roe leaves after round 2');
  });

  it('later: the seat is kept, and a card that was put aside comes back in their last round', () => {
    expect(words(3)).toContain('Mia Roe leaves after round 3. Table 1. The seat is kept until then.');
    const early = need(3)?.id ?? '';
    expect(need(3, [early])).toBeUndefined();
    const then: Moment = { ...NOW, phase: { ...TALKING, round: 3 } };
    const back = needsOf(known({ moment: then, calls: [call(3)], aside: new Set([early]) }));
    expect(back.map((one) => one.kind === 'call' && one.leaves)).toEqual(['withRound']);
  });
});

describe('paper', () => {
  const print = (sheet: 'tables' | 'run', planVersion: number) => ({
    sheet,
    planVersion,
    at: at(0),
    by: 'Mei',
    mark: '',
  });
  const paper: Paper = { ...NO_PAPER, sheets: [print('tables', 3), print('run', 4)] };
  const now = { ...NOW, planVersion: 5 };
  const plan = { schedule: SCHEDULE, room: null, madeAt: at(19) };

  it('of an older plan is one card, since that plan was made; of the plan people follow, none', () => {
    expect(needsOf(known({ moment: now, plan, paper }))).toEqual([
      { id: 'paper 5', since: at(19), kind: 'oldPaper', sheets: paper.sheets, badges: [], planVersion: 5 },
    ]);
    const news = { ...NO_PAPER, sheets: [print('tables', 5)] };
    expect(ids({ moment: now, plan, paper: news })).toEqual([]);
    expect(ids({ moment: now, plan, paper: { ...paper, inUse: false } })).toEqual([]);
    expect(ids({ moment: { ...now, phase: { kind: 'finished', at: at(20) } }, plan, paper })).toEqual([]);
  });

  it('also before the start, when a new plan was published', () => {
    expect(ids({ moment: { ...moment({ kind: 'doors' }), planVersion: 5 }, plan, paper })).toEqual(['paper 5']);
  });

  it('badges are one more line of it: how many changed, and since when', () => {
    const badge = (id: string, planVersion: number) => ({
      ...{ attendeeId: attendeeId(id), planVersion, at: at(0), mark: '00000000' },
    });
    const badges = [badge(ID.ada, 2), badge(ID.ben, 4), badge('nobody-any-more', 3)];
    const texts = (over: Partial<Paper>) =>
      needsOf(known({ moment: now, plan, paper: { ...paper, badges, ...over } })).flatMap((need) => {
        const { title, text } = needWords(need, { people: () => '', table: () => '' }, () => '', String);
        return [title, ...text].map(say);
      });
    expect(texts({})).toEqual([
      ...['The paper is of plans 3 and 4, plan 5 is out', 'Print again: table lists and run sheet'],
      '2 badges changed since plans 2 and 4: print those',
    ]);
    const right = [print('run', 5)];
    expect(texts({ sheets: right })).toEqual([
      ...['The paper is of plans 2 and 4, plan 5 is out', '2 badges changed since plans 2 and 4: print those'],
    ]);
    // a name was corrected
    expect(texts({ sheets: right, badges: [badge(ID.ada, 5)] })).toEqual([
      ...['What is on paper has changed', '1 badge changed since plan 5: print that one'],
    ]);
    expect(texts({ inUse: false })).toEqual([]);
  });

  it('names the sheets and their plans', () => {
    const words = (over: Paper) =>
      needsOf(known({ moment: now, plan, paper: over })).flatMap((need) => {
        const names = { people: () => '', table: () => '' };
        const { title, text } = needWords(need, names, () => '', String);
        return [title, ...text].map(say);
      });
    expect(words(paper)).toEqual([
      'The paper is of plans 3 and 4, plan 5 is out',
      'Print again: table lists and run sheet',
    ]);
    expect(words({ ...paper, sheets: [print('run', 3)] })[0]).toBe('The paper is of plan 3, plan 5 is out');
  });
});

it('every card says what it is about', () => {
  const people = [{ ...ada, checkedInAt: null }, { ...ben, checkedInAt: null }, { ...mia, checkedInAt: null }, noa];
  const guest = person('Gus Oh', { id: attendeeId('gus'), checkedInAt: at(19) });
  const calls: DeskCall[] = [{ person: ID.noa, kind: 'leaving', minutes: 10, at: at(19) }];
  const staff = {
    ...STAFF,
    displays: [{ ...PLAIN_LOOK, id: 'd1', name: 'Display 1', lostSince: at(18), state: null } as const],
    slept: { from: at(16), until: at(18) },
  };
  const everybody = [...people, guest];
  const byId = new Map(everybody.map(({ id, name }) => [id, name]));
  const list = (all: readonly (typeof ID)['ada'][]): string => listText(all.map((id) => byId.get(id) ?? id));
  const names = { people: list, table: (id: ReturnType<typeof tableId>) => id.slice(1) };
  const words = needsOf(known({ people: everybody, calls, staff })).map((need) => {
    const { title, text } = needWords(need, names, list, (when) => clockText(when, 'Europe/London'));
    return [title, ...text].map(say).join('. ');
  });
  expect(words).toEqual([
    '2 people did not come. Ada Lo and Ben Ray',
    'Mia Roe is not here. Table 1 has no mentor',
    'The server’s machine slept 2 minutes. The clock went on meanwhile',
    'Display 1 lost since 19:18. Look at its cable and network, or open its address again',
    'Gus Oh is here and has no table',
    'Noa Kim leaves in 10 minutes. Said at 19:19',
  ]);
  expect(NINETEEN).toBe(at(0));
});
