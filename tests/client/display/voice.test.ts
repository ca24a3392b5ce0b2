// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVoice, voiceFor } from '../../../client/src/display/voice.ts';

const voice = (lang: string, more: Partial<SpeechSynthesisVoice> = {}): SpeechSynthesisVoice => ({
  ...{ lang, name: lang, voiceURI: lang, localService: true, default: false },
  ...more,
});

describe('a voice for a language', () => {
  it('speaks that language, of its region if it can, on the device rather than far away', () => {
    const voices = [voice('de-DE'), voice('en-US'), voice('en_GB'), voice('en-GB', { localService: false })];
    expect(voiceFor(voices, 'en-GB')?.lang).toBe('en_GB');
    expect(voiceFor(voices, 'de-AT')?.lang).toBe('de-DE');
    expect(voiceFor(voices, 'fr-FR')).toBeNull();
    expect(voiceFor([], 'en-GB')).toBeNull();
  });
});

class Utterance {
  voice: SpeechSynthesisVoice | null = null;
  lang = '';
  onstart: (() => void) | null = null;
  text: string;
  constructor(text: string) {
    this.text = text;
  }
}

describe('the voice of a display', () => {
  let spoken: Utterance[];
  let dropped: number;
  let listed: SpeechSynthesisVoice[];
  let readAgain: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    [spoken, dropped, listed] = [[], 0, []];
    vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => listed,
      addEventListener: (_kind: string, listener: () => void) => {
        readAgain = listener;
      },
      speak: (said: Utterance) => spoken.push(said),
      cancel: () => {
        dropped += 1;
      },
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is there once the browser has read its list, and speaks with it', () => {
    const own = createVoice();
    expect(own.has.value).toBe(false);
    own.say('Move now.');
    expect(spoken).toEqual([]);
    listed = [voice('en-GB')];
    readAgain();
    expect(own.has.value).toBe(true);
    own.say('Move now.');
    expect(spoken.map(({ text, lang }) => [text, lang])).toEqual([['Move now.', 'en-GB']]);
  });

  it('waits for the bell, says only the newest, and nothing late', () => {
    listed = [voice('en-GB')];
    const own = createVoice();
    own.say('1 minute left.', 0, 1_300);
    own.say('Move now.', 100, 1_300);
    vi.advanceTimersByTime(1_300);
    expect(spoken.map(({ text }) => text)).toEqual(['Move now.']);
    own.say('Round 2 of 6.', 900, 1_300);
    vi.advanceTimersByTime(1_300);
    expect(spoken).toHaveLength(1);
    const before = dropped;
    spoken[0]?.onstart?.();
    expect(dropped, 'it began too late').toBe(before + 1);
  });

  it('stays silent on a device that has nothing to speak with', () => {
    vi.stubGlobal('speechSynthesis', undefined);
    const own = createVoice();
    own.say('Move now.');
    expect(own.has.value).toBe(false);
  });
});
