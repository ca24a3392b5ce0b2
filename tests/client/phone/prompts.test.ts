import { describe, expect, it } from 'vitest';
import { promptsFor } from '../../../client/src/phone/prompts.ts';

describe('prompts', () => {
  it('are the same for a person and a round, and others in another round', () => {
    expect(promptsFor('k3v9', 3, 0)).toEqual(promptsFor('k3v9', 3, 0));
    const rounds = Array.from({ length: 6 }, (_, index) => promptsFor('k3v9', index + 1, 0).join());
    expect(new Set(rounds).size).toBeGreaterThan(3);
  });

  it('go through all twelve before one comes again', () => {
    const pages = [0, 1, 2, 3].flatMap((page) => promptsFor('k3v9', 3, page));
    expect(new Set(pages).size).toBe(12);
    expect(promptsFor('k3v9', 3, 4)).toEqual(promptsFor('k3v9', 3, 0));
  });
});
