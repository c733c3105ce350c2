import { setImmediate as turn } from 'node:timers/promises';
import { longestReplay, sendableStart } from '../../shared/replay/index.ts';
import { replayFormat, saidToAll, type RoomState, type TalkLine } from '../../shared/room/index.ts';
import { unzipped, zipped } from './zip.ts';

/** Bytes looked at before others have their turn: a fraction of a millisecond. */
const bytesATurn = 128 * 1024;

/** Lists that are kept as they are, however long. */
const keptWhole = new Set(['records', 'cursors']);

/** A member of a JSON object: its key, and where its value lies. */
interface Member {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Brings the stored bytes of a replay of format 1 or 2 to the present one: it names no room any more, and
 * keeps of the talk what everybody could read. Null where they are damaged. What is long in it is copied
 * and never parsed, so that the event loop goes on meanwhile.
 */
export async function atPresentFormat(stored: Uint8Array): Promise<Buffer | null> {
  const text = await unzipped(stored, 4 * longestReplay);
  const members = text === null ? null : await membersOf(text);
  if (text === null || members === null) return null;
  const valueOf = (key: string): Buffer | null => {
    const member = members.find((one) => one.key === key);
    return member === undefined ? null : text.subarray(member.from, member.to);
  };
  try {
    return await zipped(piecesOf(valueOf));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

function* piecesOf(valueOf: (key: string) => Buffer | null): Generator<string | Buffer> {
  const read = (key: string): unknown => JSON.parse(valueOf(key)?.toString('utf8') ?? 'null');
  const { match, endedAt } = { match: read('match'), endedAt: read('endedAt') };
  const start = sendableStart(read('start') as RoomState);
  const talk = ((read('talk') ?? []) as readonly TalkLine[]).filter(saidToAll);
  const framed = JSON.stringify({ format: replayFormat, match, endedAt, start, talk });
  yield framed.slice(0, -1);
  for (const key of keptWhole) {
    yield `,"${key}":`;
    const value = valueOf(key) ?? Buffer.from('[]');
    for (let from = 0; from < value.length; from += bytesATurn) {
      yield value.subarray(from, from + bytesATurn);
    }
  }
  yield '}';
}

const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** The members of the one object a JSON text is, found without reading what is in them; null if it is none. */
async function membersOf(text: Buffer): Promise<Member[] | null> {
  const members: Member[] = [];
  let [depth, quoted, from, key] = [0, false, 1, ''];
  for (let at = 0; at < text.length; at++) {
    if (at % bytesATurn === 0) await turn();
    const byte = text[at] ?? 0;
    if (quoted) {
      if (byte === backslash) at += 1;
      else if (byte === quote) quoted = false;
    } else if (byte === quote) quoted = true;
    else if (opening.has(byte)) depth += 1;
    else if (depth === 1 && byte === colon) {
      key = text.toString('utf8', from, at).trim().slice(1, -1);
      from = at + 1;
    } else if (byte === comma && depth === 1) {
      members.push({ key, from, to: at });
      from = at + 1;
    } else if (closing.has(byte)) {
      depth -= 1;
      if (depth === 0) return [...members, { key, from, to: at }];
    }
  }
  return null;
}
