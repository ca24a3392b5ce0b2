import * as schemas from '@lapwing/shared/protocol/schemas';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';

const live = Compile(schemas.Live);
const press = { key: 'sixteen-letters-', expectedVersion: 0 };

describe('what the server accepts as a press', () => {
  it('is every key of the transport', () => {
    for (const kind of ['pause', 'resume', 'next', 'moveNow', 'endRound', 'finish', 'undo'])
      expect(live.Check({ ...press, command: { kind } }), kind).toBe(true);
    expect(live.Check({ ...press, command: { kind: 'start', planVersion: 1 } })).toBe(true);
    expect(live.Check({ ...press, command: { kind: 'addMinutes', minutes: -5 } })).toBe(true);
  });

  it('is not what the server does by itself, nor anything more', () => {
    const others = [
      { kind: 'timeUp' },
      { kind: 'retime' },
      { kind: 'publish', planVersion: 1 },
      { kind: 'pause', x: 1 },
    ];
    for (const command of [...others, { kind: 'start' }, { kind: 'start', planVersion: 0 }, null, 'next'])
      expect(live.Check({ ...press, command }), JSON.stringify(command)).toBe(false);
  });
});

describe('every body', () => {
  it('is closed: a field nobody knows is refused', () => {
    const open = Object.entries(schemas).filter(
      ([name, schema]) =>
        !/(Params|Query)$/u.test(name) && (schema as { additionalProperties?: unknown }).additionalProperties !== false,
    );
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it('with a person takes every answer of the form and neither id nor check-in', () => {
    const person = Compile(schemas.NewPerson);
    expect(person.Check({ details: { role: 'student', name: 'Zoe' } })).toBe(true);
    for (const field of ['id', 'checkedInAt', 'linkGeneration', 'eventId'])
      expect(person.Check({ details: { role: 'student', name: 'Zoe', [field]: 'x' } }), field).toBe(false);
  });
});
