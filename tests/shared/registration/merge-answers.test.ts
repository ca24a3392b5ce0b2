import { answerAt, mergeAnswers } from '@lapwing/shared/registration/merge-answers';
import { describe, expect, it } from 'vitest';

const was = { name: 'Ann', course: 'Law', roles: ['x'], card: { job: 'Cook', company: '' }, at: null as number | null };

describe('a form that was opened before somebody else changed the same person', () => {
  it('writes what it changed, and leaves what it did not as it is by now', () => {
    const now = { ...was, name: 'Ann Lee', card: { job: 'Cook', company: 'Inn' } };
    const said = { ...was, course: 'Art', roles: ['x', 'y'], card: { job: 'Chef', company: '' }, at: 5 };
    expect(mergeAnswers(now, was, said)).toEqual({
      answers: { name: 'Ann Lee', course: 'Art', roles: ['x', 'y'], card: { job: 'Chef', company: 'Inn' }, at: 5 },
      conflicts: [],
    });
  });

  it('names where both changed the same to something else, and keeps what it says', () => {
    const now = { ...was, name: 'Ann Lee', course: 'Art', card: { job: 'Baker', company: '' }, roles: ['z'] };
    const said = { ...was, name: 'Anne', course: 'Art', card: { job: 'Chef', company: '' }, roles: [] };
    const merged = mergeAnswers(now, was, said);
    expect(merged.conflicts).toEqual(['name', 'roles', 'card.job']);
    expect(merged.answers).toEqual(said);
    expect(merged.conflicts.map((field) => answerAt(now, field))).toEqual(['Ann Lee', ['z'], 'Baker']);
  });

  it('takes a field that was left out for one that says nothing', () => {
    const one: { readonly off?: boolean } = {};
    expect(mergeAnswers(one, one, { off: true })).toEqual({ answers: { off: true }, conflicts: [] });
  });
});
