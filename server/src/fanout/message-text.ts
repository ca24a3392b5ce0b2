import type { PersonalCard } from '@lapwing/shared/live/views';
import type { RoomFrame, ServerMessage } from '@lapwing/shared/protocol/messages';

/** Text of what many messages hold as the very same object; gone when that object is. */
const texts = new WeakMap<object, string>();

function sharedText(part: RoomFrame | PersonalCard['tables']): string {
  const text = texts.get(part) ?? JSON.stringify(part);
  texts.set(part, text);
  return text;
}

/**
 * A message as it goes onto the wire. What is the same for a whole hall (the room, the tables in everybody’s card) becomes
 * text once and not once for each phone, which counts when all of them come back after a restart.
 */
export function messageText(message: ServerMessage): string {
  if (message.t === 'room') return sharedText(message);
  if (message.t !== 'card') return JSON.stringify(message);
  const { tables, ...own } = message;
  return `${JSON.stringify(own).slice(0, -1)},"tables":${sharedText(tables)}}`;
}
