import { defineScript, type CommandParser } from 'redis';

/** The part of a parser that scripts use. */
type Parser = Pick<CommandParser, 'push' | 'pushKey'>;

function script<Reply = number>(
  names: readonly string[],
  parameters: readonly string[],
  source: string,
) {
  const nameEach = (all: readonly string[], table: string): string[] =>
    all.map((name, index) => `local ${name} = ${table}[${index + 1}]`);
  return defineScript({
    SCRIPT: [...nameEach(names, 'KEYS'), ...nameEach(parameters, 'ARGV'), source].join('\n'),
    NUMBER_OF_KEYS: names.length,
    parseCommand(parser: Parser, ...args: readonly (string | number)[]) {
      args.forEach((arg, index) =>
        index < names.length ? parser.pushKey(String(arg)) : parser.push(String(arg)),
      );
    },
    transformReply: (reply: Reply) => reply,
  });
}

/** Adds to `found` a page of records behind the number `after`: at least one, if there is one. */
const addPage = `
    local bytes, batch = 0, nil
    repeat
      batch = redis.call('XRANGE', log, '(0-' .. string.format('%d', after), '+', 'COUNT', 8)
      for _, entry in ipairs(batch) do
        if bytes >= tonumber(most) then break end
        found[#found + 1] = entry[2][2]
        bytes = bytes + #entry[2][2]
        after = string.sub(entry[1], 3)
      end
    until #batch == 0 or bytes >= tonumber(most)
    return found`;

/** What must happen in Redis as one step. Each script touches keys of one hash tag only. */
export const scripts = {
  /**
   * Compare-and-append (A3): 1 when `seq` was the next number, else 0. The news go out in the same
   * step: a process that dies right after it leaves no record behind that the others know nothing of.
   */
  appendRecord: script(
    ['log', 'last', 'snapshot'],
    ['seq', 'record', 'ttl', 'channel', 'before', 'after'],
    `
    if tonumber(redis.call('GET', last) or 0) ~= seq - 1 then return 0 end
    redis.call('XADD', log, '0-' .. seq, 'record', record)
    redis.call('SET', last, seq)
    for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ttl) end
    redis.call('SPUBLISH', channel, before .. record .. after)
    return 1`,
  ),
  /** Puts a snapshot in the place of the records up to `seq`: 1, 0 if one is as far, -1 if ahead. */
  compactRoom: script(
    ['log', 'last', 'snapshot'],
    ['seq', 'state', 'ttl'],
    `
    if tonumber(redis.call('GET', last) or 0) < tonumber(seq) then return -1 end
    if tonumber(redis.call('HGET', snapshot, 'seq') or 0) >= tonumber(seq) then return 0 end
    redis.call('HSET', snapshot, 'seq', seq, 'state', state)
    redis.call('XTRIM', log, 'MINID', '0-' .. string.format('%d', seq + 1))
    redis.call('PEXPIRE', snapshot, ttl)
    return 1`,
  ),
  /**
   * Writes a lost room back: 1, or 0 when the log is as far already. `from` is the number of the
   * snapshot's last record, 0 where there is none; the records after it follow.
   */
  restoreRoom: script(
    ['log', 'last', 'snapshot'],
    ['seq', 'ttl', 'from', 'state'],
    `
    if tonumber(redis.call('GET', last) or 0) >= tonumber(seq) then return 0 end
    redis.call('DEL', log, snapshot)
    if tonumber(from) > 0 then redis.call('HSET', snapshot, 'seq', from, 'state', state) end
    for i = 5, #ARGV do
      redis.call('XADD', log, '0-' .. string.format('%d', from + i - 4), 'record', ARGV[i])
    end
    redis.call('SET', last, seq)
    for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ttl) end
    return 1`,
  ),
  /** A room's snapshot, '' for none, and a page of records behind it; null where there is no room. */
  loadRoom: script<string[] | null>(
    ['log', 'last', 'snapshot'],
    ['most'],
    `
    if redis.call('EXISTS', last) == 0 then return false end
    local found = { redis.call('HGET', snapshot, 'state') or '' }
    local after = redis.call('HGET', snapshot, 'seq') or '0'
    ${addPage}`,
  ),
  /** The number of the last record, and a page of records behind one; null where there is no room. */
  readRecords: script<string[] | null>(
    ['log', 'last', 'snapshot'],
    ['after', 'most'],
    `
    local newest = redis.call('GET', last)
    if not newest then return false end
    local found = { newest }
    ${addPage}`,
  ),
  /** Takes a name off a list of visits unless it was visited since `before`: 1 if it was taken. */
  dropIdle: script(
    ['visits'],
    ['name', 'before'],
    `
    local at = redis.call('ZSCORE', visits, name)
    if not at or tonumber(at) >= tonumber(before) then return 0 end
    return redis.call('ZREM', visits, name)`,
  ),
  /**
   * Lists and counts a finished match, the first time only (R33): 1 then, else 0. `result` is empty for
   * one that does not count.
   */
  countMatch: script(
    ['summaries', 'scores', 'newest', 'all', 'gone'],
    ['match', 'summary', 'room', 'result', 'listed', 'endedAt'],
    `
    if redis.call('HEXISTS', gone, match) == 1 then return 0 end
    if redis.call('HSETNX', summaries, match, summary) == 0 then return 0 end
    redis.call('ZADD', all, endedAt, match)
    if result ~= '' then
      redis.call('HINCRBY', scores, result, 1)
      redis.call('HINCRBY', scores, room .. ' ' .. result, 1)
    end
    if listed ~= '1' then return 1 end
    redis.call('ZADD', newest, endedAt, match)
    for i = 7, #ARGV do redis.call('ZADD', newest .. ':' .. ARGV[i], endedAt, match) end
    return 1`,
  ),
  /**
   * Replaces an old summary, the first time only: 1 then, else 0. `result` is what its match counted as and
   * should not have (R62); empty otherwise.
   */
  replaceSummary: script(
    ['summaries', 'scores'],
    ['match', 'old', 'summary', 'room', 'result'],
    `
    if redis.call('HGET', summaries, match) ~= old then return 0 end
    redis.call('HSET', summaries, match, summary)
    if result ~= '' then
      redis.call('HINCRBY', scores, result, -1)
      redis.call('HINCRBY', scores, room .. ' ' .. result, -1)
    end
    return 1`,
  ),
  /**
   * Takes a replay away, with the first step of what `forgetMatch` ends: 1, or 0 where there are notes on it.
   * For a while nobody can leave any.
   */
  dropReplay: script(
    ['replay', 'notes', 'count'],
    ['noNotesFor'],
    `
    if redis.call('HLEN', notes) > 0 then return 0 end
    redis.call('DEL', replay)
    redis.call('SET', count, 'gone', 'PX', noNotesFor)
    return 1`,
  ),
  /** Takes a match off all lists and notes that it is gone, as one of `most`: 1, or 0 if it was on none. */
  forgetMatch: script(
    ['summaries', 'newest', 'all', 'gone', 'order'],
    ['match', 'body', 'at', 'most'],
    `
    redis.call('ZREM', all, match)
    if redis.call('HDEL', summaries, match) == 0 then return 0 end
    redis.call('ZREM', newest, match)
    for i = 5, #ARGV do redis.call('ZREM', newest .. ':' .. ARGV[i], match) end
    redis.call('HSET', gone, match, body)
    redis.call('ZADD', order, at, match)
    while redis.call('ZCARD', order) > tonumber(most) do
      redis.call('HDEL', gone, redis.call('ZPOPMIN', order)[1])
    end
    return 1`,
  ),
  /**
   * Adds a note unless there are `most`: its id, or 0; -1 when the replay was taken away. The note's text
   * is completed by its id.
   */
  addNote: script(
    ['notes', 'count'],
    ['most', 'head', 'tail'],
    `
    if redis.call('GET', count) == 'gone' then return -1 end
    if redis.call('HLEN', notes) >= tonumber(most) then return 0 end
    local id = redis.call('INCR', count)
    redis.call('HSET', notes, id, head .. id .. tail)
    return id`,
  ),
} as const;
