// @vitest-environment happy-dom
import { PLATE_COLOURS, PLATE_SHAPES, plateOf } from '@lapwing/shared/event/floor';
import { plateDrawing } from '@lapwing/shared/event/plate-drawing';
import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Plate } from '../../../client/src/kit/Plate.tsx';

describe('plate', () => {
  it('is told apart by shape and colour for 56 tables', () => {
    const drawn = Array.from({ length: 56 }, (_, index) => plateDrawing(index + 1));
    expect(new Set(drawn.map(({ fill, path }) => fill + path)).size).toBe(56);
    expect(plateDrawing(57)).toMatchObject({ fill: plateDrawing(1).fill, path: plateDrawing(1).path });
  });

  it('keeps to the order of shapes and colours that the badges use', () => {
    expect(plateOf(8)).toEqual({ colour: PLATE_COLOURS[0], shape: PLATE_SHAPES[7] });
    expect(plateDrawing(8).fill).toBe('var(--orange)');
    expect(plateDrawing(3)).toMatchObject({ fill: 'var(--lime)', path: 'M50 1L99 50L50 99L1 50Z' });
  });

  it('makes room for two and three figures', () => {
    const sizes = [3, 11, 107].map((number) => plateDrawing(number).fontSize);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(new Set(sizes).size).toBe(3);
    expect(plateDrawing(888).textLength).toBeLessThan(80);
  });

  it('reads its number and its name', () => {
    render(<Plate number={8} name="Heron" />);
    expect(screen.getByRole('img', { name: 'Table 8, Heron' }).textContent).toBe('8');
  });
});
