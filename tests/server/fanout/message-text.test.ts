import { describe, expect, it } from 'vitest';
import { messageText } from '../../../server/src/fanout/message-text.ts';
import { makeEvening } from '../../support/evening-builder.ts';
import { testApp } from '../../support/test-app.ts';

describe('a message on the wire', () => {
  it('says what the message says, whichever it is', async () => {
    const t = await testApp();
    const evening = await makeEvening(t);
    const { room, card, hall, facts, staff } = t.services.evenings;
    const cards = evening.students.map(({ id }) => card(evening.id, id));
    const [first] = cards;
    const rounds = first?.rounds.map((one) => ({ ...one, shared: true as const })) ?? [];
    const beside = first && { ...first, rounds };
    const messages = [room(evening.id), ...cards, beside, hall(evening.id), facts(evening.id), staff(evening.id)];
    expect(messages).not.toContain(undefined);
    for (const message of messages) if (message) expect(JSON.parse(messageText(message))).toEqual(message);
  });

  it('of the room is the same object until the night goes on, so that its text is made once', async () => {
    const t = await testApp();
    const ada = await t.organiser();
    const evening = await makeEvening(t);
    const { room } = t.services.evenings;
    const before = room(evening.id);
    expect(room(evening.id)).toBe(before);
    await evening.start(ada);
    expect(room(evening.id)).not.toBe(before);
    expect(room(evening.id)?.v).toBe(evening.version());
  });
});
