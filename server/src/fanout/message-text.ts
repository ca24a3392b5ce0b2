import type { CardRound, Met, PersonalCard } from '@lapwing/shared/live/views';
import type { RoomFrame, ServerMessage } from '@lapwing/shared/protocol/messages';

/** Text of what many messages hold as the very same object; gone when that object is. */
const texts = new WeakMap<object, string>();

function sharedText(part: RoomFrame | PersonalCard['tables'] | Met): string {
  const text = texts.get(part) ?? JSON.stringify(part);
  texts.set(part, text);
  return text;
}

function roundText({ round, table, meets, shared, ...others }: CardRound): string {
  // a field that is added to a round and forgotten here does not compile
  others satisfies Record<string, never>;
  return `{"round":${round},"table":${table},"meets":[${meets.map(sharedText).join()}]${shared ? ',"shared":true' : ''}}`;
}

/**
 * A message as it goes onto the wire. What is the same for many phones (the room, the tables in everybody’s card, whom they
 * meet) becomes text once and not once for each of them, which counts when a whole hall comes back after a restart.
 */
export function messageText(message: ServerMessage): string {
  if (message.t === 'room') return sharedText(message);
  if (message.t !== 'card') return JSON.stringify(message);
  const { rounds, tables, ...own } = message;
  const parts = `"rounds":[${rounds.map(roundText).join()}],"tables":${sharedText(tables)}`;
  return `${JSON.stringify(own).slice(0, -1)},${parts}}`;
}
