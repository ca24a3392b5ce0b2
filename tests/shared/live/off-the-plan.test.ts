import { tableId } from '@lapwing/shared/kernel/ids';
import { eveningLine } from '@lapwing/shared/live/evening-line';
import { planWindow } from '@lapwing/shared/live/plan-window';
import type { LiveCommand } from '@lapwing/shared/live/state';
import { announcementShown, comingAgenda, nextStep } from '@lapwing/shared/live/timeline';
import { describe, expect, test } from 'vitest';
import { add, at, Evening, start, started } from './evening.ts';

const skip = (round: number): LiveCommand => ({ kind: 'skip', round });
const message = (text: string, whole = false): LiveCommand => ({ kind: 'message', text, whole });
const stopAll = (text = ''): LiveCommand => ({ kind: 'stopAll', text });
const blank = (on: boolean): LiveCommand => ({ kind: 'blank', on });
const replan = (planVersion: number): LiveCommand => ({
  kind: 'replan',
  planVersion,
  change: { kind: 'tableClosed', table: tableId('t1') },
});
const giveBack = (milliseconds: number): LiveCommand => ({ kind: 'giveBack', milliseconds });
const roundLength = (minutes: number): LiveCommand => ({ kind: 'roundLength', minutes });
const allHere = (round: number): LiveCommand => ({ kind: 'allHere', round });

describe('the agenda', () => {
  const whole = { welcomeMinutes: 5, panelMinutes: 20, breakAfterRound: 1, breakMinutes: 15, freeTalkMinutes: 10 };

  test('L6 L2 welcome and panel come before round 1 and nobody moves into it; free talk comes after the last', () => {
    const evening = new Evening(whole).wait(-2.5).press('start').wait(0);
    const talk = 25 * 60;
    const seen = [0, 300, talk, talk + 600, talk + 1500, talk + 1620].map((second) => {
      const { phase } = evening.wait(second);
      return phase.kind === 'agenda' ? phase.title : phase.kind;
    });
    expect(seen).toEqual(['welcome', 'panel', 'talking', 'break', 'moving', 'talking']);
    const end = evening.wait(100_000).phase;
    expect(end).toMatchObject({ kind: 'finished', at: at(talk + 600 + 900 + 120 + 600 + 120 + 600 + 600) });
  });

  test('L19 next goes through it one by one, and says which comes', () => {
    const evening = new Evening(whole).press('start').wait(5);
    const steps: (string | null)[] = [];
    for (let second = 10; evening.phase.kind !== 'finished'; second += 10) {
      steps.push(comingAgenda(evening.night.moment)?.title ?? nextStep(evening.night.moment));
      evening.press('next').wait(second);
    }
    expect(steps).toEqual(['panel', 'talk', 'break', 'move', 'talk', 'move', 'talk', 'freeTalk', 'finish']);
  });

  test('L6 what would have come after a round that is left out comes after the one before it', () => {
    const evening = started({ breakAfterRound: 2 }).press(skip(2));
    expect(evening.wait(600).phase).toMatchObject({ kind: 'agenda', title: 'break', round: 3 });
    expect(evening.press('moveNow').phase).toMatchObject({ kind: 'moving', round: 3 });
  });
});

describe('ready', () => {
  test('L7 where the organiser begins the talks, the changeover ends in ready and next begins the talk', () => {
    const evening = started({ talkBegins: 'hold' }).wait(720);
    expect(evening.phase).toEqual({ kind: 'ready', round: 2, since: at(720) });
    expect(nextStep(evening.night.moment)).toBe('talk');
    for (const refused of ['pause', 'endRound', 'moveNow', 'restartRound'] as const)
      expect(evening.refusal(refused)).toBe('not-now');
    expect(evening.wait(800).press('next').phase).toMatchObject({ kind: 'talking', round: 2, startsAt: at(802.5) });
  });

  test('L18 in ready more minutes let people go on moving, fewer are refused', () => {
    const evening = started({ talkBegins: 'hold' }).wait(730);
    expect(evening.refusal(add(-1))).toBe('no-time-left');
    expect(evening.press(add(1)).phase).toEqual({ kind: 'moving', round: 2, startsAt: at(730), endsAt: at(790) });
  });
});

describe('again and back', () => {
  test('L35 restart gives the talk its whole length at once, also when it is over or paused', () => {
    const whole = { kind: 'talking', round: 1, startsAt: at(300), endsAt: at(900) };
    expect(started().wait(300).press('restartRound').phase).toEqual(whole);
    expect(started({ boundary: 'hold' }).wait(200).press('endRound').wait(300).press('restartRound').phase).toEqual(
      whole,
    );
    expect(started().wait(200).press('pause').wait(300).press('restartRound').phase).toEqual(whole);
    for (const second of [610, -1]) expect(started().wait(second).refusal('restartRound')).toBe('not-now');
    expect(started().wait(300).press('restartRound').night.moment.begun).toEqual([at(0)]);
  });

  test('L36 back sends people to the round before, which is talked once more', () => {
    const evening = started().wait(800).press('back');
    expect(evening.phase).toEqual({ kind: 'moving', round: 1, startsAt: at(802.5), endsAt: at(922.5) });
    expect(evening.wait(923).phase).toMatchObject({ kind: 'talking', round: 1, startsAt: at(922.5) });
    expect(evening.night.moment.begun).toEqual([at(922.5)]);
    expect(evening.wait(1523).phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(started().wait(650).press('back').phase).toMatchObject({ kind: 'moving', round: 1 });
    for (const evening of [started().wait(10), new Evening(), started().press('finish')])
      expect(evening.refusal('back')).toBe('not-now');
  });

  test('L36 back passes over a round that was left out', () => {
    const evening = started().press(skip(2)).wait(800);
    expect(evening.phase).toMatchObject({ kind: 'talking', round: 3 });
    expect(evening.press('back').phase).toMatchObject({ kind: 'moving', round: 1 });
  });
});

describe('a round less', () => {
  test('L37 a coming round is left out: nobody hears of it until they would have moved to it', () => {
    const evening = started().wait(100).press(skip(2));
    expect(evening.phase).toMatchObject({ kind: 'talking', round: 1, endsAt: at(600) });
    expect(evening.wait(600).phase).toMatchObject({ kind: 'moving', round: 3 });
    const { stations, finishesAt } = eveningLine(evening.night.moment, at(600), at(0));
    expect(stations.map(({ round }) => round)).toEqual([1, 3]);
    expect(finishesAt).toBe(at(1320));
    expect(evening.wait(720).night.moment.begun).toEqual([at(0), null, at(720)]);
  });

  test('L37 on the way to it people are sent to the next one, announced', () => {
    expect(started().wait(610).press(skip(2)).phase).toMatchObject({ kind: 'moving', round: 3, startsAt: at(612.5) });
    const waiting = started({ talkBegins: 'hold' }).wait(730);
    expect(waiting.press(skip(2)).phase).toMatchObject({ kind: 'moving', round: 3 });
  });

  test('L37 in a break only the round that comes changes', () => {
    const evening = started({ breakAfterRound: 1 }).wait(700);
    expect(evening.press(skip(2)).phase).toMatchObject({ kind: 'agenda', round: 3, endsAt: at(1500) });
    expect(evening.press(skip(3)).wait(1500).phase).toEqual({ kind: 'finished', at: at(1500) });
  });

  test('L37 round 1 left out in the welcome: people sit at its tables, so they move into round 2', () => {
    const evening = started({ welcomeMinutes: 5 }).wait(100).press(skip(1));
    expect(evening.phase).toMatchObject({ kind: 'agenda', round: 2, endsAt: at(300) });
    expect(planWindow(evening.night.moment)).toMatchObject({ done: 1, current: null });
    const { stations } = eveningLine(evening.night.moment, at(100), at(0));
    expect(stations[0]).toMatchObject({ round: 2, startsAt: at(420) });
    expect(evening.press('moveNow').phase).toMatchObject({ kind: 'moving', round: 2 });
    expect(evening.press('undo').wait(300).phase).toMatchObject({ kind: 'moving', round: 2, startsAt: at(300) });
    expect(started({ welcomeMinutes: 5 }).wait(100).refusal('moveNow')).toBe('not-now');
  });

  test('L37 what has begun, is left out or is not there cannot be left out', () => {
    const evening = started().wait(750).press(skip(3));
    for (const round of [0, 1, 2, 3, 4, 1.5]) expect(evening.refusal(skip(round))).toBe('not-now');
    expect(started().wait(610).press('pause').refusal(skip(2))).toBe('not-now');
    expect(started({ rounds: 2 }).wait(610).refusal(skip(2))).toBe('not-now');
    expect(new Evening().refusal(skip(1))).toBe('not-now');
    expect(evening.press('undo').night.moment.timings.skipped).toEqual([]);
  });

  test('L38 the length of the rounds to come, and not of the one that runs', () => {
    const evening = started().wait(100).press(roundLength(7));
    expect(evening.phase).toMatchObject({ endsAt: at(600) });
    expect(evening.wait(720).phase).toMatchObject({ kind: 'talking', round: 2, endsAt: at(720 + 420) });
    for (const minutes of [0, 61, 1.5]) expect(evening.refusal(roundLength(minutes))).toBe('bad-request');
    expect(new Evening().refusal(roundLength(7))).toBe('not-now');
    expect(started().press('finish').refusal(roundLength(7))).toBe('not-now');
  });
});

describe('words to the room', () => {
  test('L39 L42 a message shows for 60 seconds and touches neither phase nor clock', () => {
    const evening = started().wait(100);
    const { phase } = evening;
    evening.press(message('  Pizza is here '));
    expect(evening.phase).toBe(phase);
    const { moment } = evening.night;
    expect(announcementShown(moment, at(159.9))).toMatchObject({
      kind: 'message',
      text: 'Pizza is here',
      whole: false,
    });
    expect(announcementShown(moment, at(160))).toBeNull();
    expect(evening.press(message('Now really', true)).night.moment.announcement).toMatchObject({ whole: true });
    expect(evening.press('clearMessage').night.moment.announcement).toBeNull();
    expect(evening.refusal('clearMessage')).toBe('not-now');
    for (const text of ['', '   ', 'x'.repeat(81)]) expect(evening.refusal(message(text))).toBe('bad-request');
    expect(evening.refusal(message('é'.repeat(80)))).toBe('');
    expect(new Evening().refusal(message('Doors open'))).toBe('');
  });

  test('L40 displays go blank and come back; what is so already is refused', () => {
    const evening = started().press(blank(true));
    expect(evening.night.moment.blank).toBe(true);
    expect(evening.refusal(blank(true))).toBe('not-now');
    expect(evening.press('undo').night.moment.blank).toBe(false);
  });

  test('L41 stop everything stops the clock at once and on every screen until somebody goes on', () => {
    const evening = started().press(blank(true)).wait(100).press(stopAll('Fire alarm'));
    expect(evening.phase).toMatchObject({ kind: 'paused', remaining: 500_000 });
    const { announcement, blank: dark } = evening.night.moment;
    expect({ announcement, dark }).toMatchObject({
      announcement: { kind: 'stop', until: null, whole: true },
      dark: false,
    });
    expect(evening.refusal(message('later'))).toBe('not-now');
    expect(evening.wait(900).press('resume').night.moment.announcement).toBeNull();
    const shown = started({ boundary: 'hold' }).wait(601).press(stopAll());
    expect(shown.phase.kind).toBe('timeUp');
    expect(shown.press('next').night.moment.announcement).toBeNull();
    expect(started().wait(5).press(stopAll()).press('clearMessage').phase.kind).toBe('paused');
    expect(started().press('finish').refusal(stopAll())).toBe('not-now');
    expect(started().refusal(stopAll('x'.repeat(81)))).toBe('bad-request');
  });
});

describe('a mended plan', () => {
  test('L43 L28 is followed from now on, sends cards, and undo brings the one before it back', () => {
    const evening = started().wait(100).press(replan(7));
    expect(evening.night.moment.planVersion).toBe(7);
    expect(evening.last?.effects).toContainEqual({ kind: 'cards' });
    expect(evening.press('undo').night.moment.planVersion).toBe(1);
    for (const night of [new Evening(), started().press('finish')]) expect(night.refusal(replan(7))).toBe('not-now');
    expect(evening.refusal(replan(0))).toBe('plan-missing');
  });

  test('L46 from the round on that people sit in or go to', () => {
    const window = (evening: Evening) => planWindow(evening.night.moment);
    expect(window(new Evening())).toBeNull();
    expect(window(started().wait(10))).toEqual({ done: 0, current: 1, talks: true });
    expect(window(started().wait(610))).toEqual({ done: 1, current: 2, talks: false });
    expect(window(started().wait(610).press('pause'))).toEqual({ done: 1, current: 2, talks: false });
    expect(window(started({ breakAfterRound: 1 }).wait(700))).toEqual({ done: 1, current: null, talks: false });
    expect(window(new Evening({ welcomeMinutes: 5 }).press(start(1)).wait(10))).toMatchObject({ done: 0, current: 1 });
    const welcome = new Evening({ welcomeMinutes: 5 }).press(start(1)).wait(10).press({ kind: 'skip', round: 1 });
    expect(window(welcome)).toMatchObject({ done: 1, current: null, talks: false });
    expect(window(started({ rounds: 1, freeTalkMinutes: 9 }).wait(700))).toBeNull();
    expect(window(started().press('finish'))).toBeNull();
  });
});

describe('all here', () => {
  test('L44 begins the talk one lead later, from 20 seconds after the move began', () => {
    const evening = started().wait(619);
    expect(evening.refusal(allHere(2))).toBe('not-now');
    expect(evening.wait(620).refusal(allHere(3))).toBe('not-now');
    const acts = evening.night.undoable.length;
    expect(evening.press(allHere(2)).phase).toMatchObject({ kind: 'talking', round: 2, startsAt: at(622.5) });
    expect(evening.night.undoable).toHaveLength(acts);
    expect(started().wait(718).refusal(allHere(2))).toBe('not-now');
    expect(started({ talkBegins: 'hold' }).wait(650).refusal(allHere(2))).toBe('not-now');
    expect(started().wait(650).press('pause').refusal(allHere(2))).toBe('not-now');
  });
});

describe('a machine that slept', () => {
  test('L45 what it slept through is given back to what runs', () => {
    expect(started().wait(500).press(giveBack(240_000)).phase).toMatchObject({ endsAt: at(840) });
    expect(started({ boundary: 'hold' }).wait(700).press(giveBack(90_000)).phase).toMatchObject({
      ...{ kind: 'talking', startsAt: at(700), endsAt: at(790) },
    });
    for (const wrong of [0, 999, 14_400_001, 1_000.5]) expect(started().refusal(giveBack(wrong))).toBe('bad-request');
    expect(new Evening().refusal(giveBack(5_000))).toBe('not-now');
  });
});

describe('leads', () => {
  test('L12 inside a lead nobody can go back, skip or restart', () => {
    const evening = started().wait(700).press('next').wait(701);
    for (const command of ['back', 'restartRound'] as const) expect(evening.refusal(command)).toBe('not-now');
    expect(evening.refusal(skip(3))).toBe('not-now');
  });
});
