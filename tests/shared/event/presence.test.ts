import { type Presence, type PresenceWord, presenceAfter } from '@lapwing/shared/event/presence';
import { instant } from '@lapwing/shared/kernel/time';
import { describe, expect, it } from 'vitest';

const AWAY: Presence = { checkedInAt: null, word: null };
const at = (minute: number) => instant(minute * 60_000);
const word = (here: boolean, minute: number, by: PresenceWord['by'] = 'desk'): PresenceWord => ({
  here,
  at: at(minute),
  by,
});
const heard = (...words: PresenceWord[]): Presence => words.reduce(presenceAfter, AWAY);

describe('words about who is here', () => {
  it('give the same answer in whatever order two helpers’ words arrive', () => {
    const [first, second] = [word(true, 40), word(true, 50)];
    expect(heard(first, second).checkedInAt).toBe(at(40));
    expect(heard(second, first).checkedInAt, 'the first arrival, though it is heard last').toBe(at(40));
  });

  it('said again change nothing', () => {
    const once = heard(word(true, 40));
    expect(heard(word(true, 40), word(true, 40))).toEqual(once);
    expect(heard(word(true, 40), word(true, 41)).checkedInAt).toBe(at(40));
  });

  it('of a laptop that was offline do not bring back who was checked out meanwhile', () => {
    const out = heard(word(true, 50), word(false, 70), word(true, 40));
    expect(out.checkedInAt).toBeNull();
    expect(presenceAfter(out, word(true, 80)).checkedInAt, 'who comes again is here again').toBe(at(80));
  });

  it('that take a check-in back come too late when the person came again', () => {
    expect(heard(word(true, 40), word(true, 60), word(false, 50)).checkedInAt).toBe(at(40));
  });

  it('take a check-in from before words were kept for one of the desk', () => {
    const old: Presence = { checkedInAt: at(50), word: null };
    expect(presenceAfter(old, word(true, 40)).checkedInAt).toBe(at(40));
    expect(presenceAfter(old, word(false, 45)).checkedInAt, 'said before they came').toBe(at(50));
    expect(presenceAfter(old, word(false, 55)).checkedInAt).toBeNull();
  });

  it('keep who said the newest, so that an undo of the desk can be told from somebody’s own word', () => {
    expect(heard(word(true, 40, 'self'), word(false, 41)).word).toEqual(word(false, 41));
    expect(heard(word(false, 41), word(true, 40, 'self')).word).toEqual(word(false, 41));
  });
});
