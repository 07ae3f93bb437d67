package io.greenstack.api.cache;

/**
 * What Redis does at one stroke. A tag is a hash: field {@code v} is its version, every other field is a write that is on its
 * way, with the time (epoch milliseconds) until which it is believed. A version that is not there begins with the time in
 * microseconds, so that none is ever given twice. Entries are hashes of a stamp (field {@code s}: the run of Redis and the
 * versions of all tags before the value was read) and the value (field {@code d}).
 */
enum CacheScripts {

    /**
     * Looks something up. Keys: the entry, its lock, its tags. Arguments: run of Redis, name of the caller, milliseconds of the
     * lock, the stamp of what the caller has, seconds a tag is kept. Answers {@code writing}, or a state and the stamp:
     * {@code same}, {@code hit} with the value, {@code load} (the caller is to read it) or {@code busy} (another one does).
     */
    READ("""
            local now = redis.call('TIME')
            local ms = now[1] * 1000 + math.floor(now[2] / 1000)
            local stamp = ARGV[1]
            local writing = false
            for i = 3, #KEYS do
              local fields = redis.call('HGETALL', KEYS[i])
              local version = false
              for f = 1, #fields, 2 do
                if fields[f] == 'v' then
                  version = fields[f + 1]
                elseif tonumber(fields[f + 1]) > ms then
                  writing = true
                else
                  redis.call('HDEL', KEYS[i], fields[f])
                end
              end
              if not version then
                version = now[1] .. string.format('%06d', now[2])
                redis.call('HSET', KEYS[i], 'v', version)
                redis.call('EXPIRE', KEYS[i], ARGV[5])
              end
              stamp = stamp .. '|' .. version
            end
            if writing then return {'writing'} end
            if stamp == ARGV[4] then return {'same', stamp} end
            local entry = redis.call('HMGET', KEYS[1], 's', 'd')
            if entry[1] == stamp then return {'hit', stamp, entry[2]} end
            if redis.call('SET', KEYS[2], ARGV[2], 'NX', 'PX', ARGV[3]) then return {'load', stamp} end
            return {'busy', stamp}
            """),

    /**
     * Looks a whole answer up, about which only its key has to be known. Keys: the entry, and the tags of what the caller has.
     * Arguments: run of Redis, the stamp of what the caller has. Answers {@code same}; {@code hit} with stamp, octets, keys of the
     * tags and milliseconds to live; or {@code none}.
     */
    ANSWER("""
            local now = redis.call('TIME')
            local ms = now[1] * 1000 + math.floor(now[2] / 1000)
            local function stamp(tags)
              local all = ARGV[1]
              for _, tag in ipairs(tags) do
                local fields = redis.call('HGETALL', tag)
                local version = false
                for f = 1, #fields, 2 do
                  if fields[f] == 'v' then
                    version = fields[f + 1]
                  elseif tonumber(fields[f + 1]) > ms then
                    return false
                  end
                end
                if not version then return false end
                all = all .. '|' .. version
              end
              return all
            end
            if #KEYS > 1 then
              local tags = {}
              for i = 2, #KEYS do tags[i - 1] = KEYS[i] end
              if stamp(tags) == ARGV[2] then return {'same'} end
            end
            local entry = redis.call('HMGET', KEYS[1], 's', 'd', 't')
            if not entry[1] or not entry[3] then return {'none'} end
            local tags = {}
            for tag in string.gmatch(entry[3], '[^\\n]+') do tags[#tags + 1] = tag end
            if stamp(tags) ~= entry[1] then return {'none'} end
            return {'hit', entry[1], entry[2], entry[3], redis.call('PTTL', KEYS[1])}
            """),

    /**
     * Keeps a value unless anything changed since its stamp. Keys: the entry, its lock, the times and the sizes of all entries,
     * the figures, its tags. Arguments: run of Redis, name of the caller, stamp, milliseconds to live, seconds a tag is kept,
     * octets all entries may take, namespace, value, and anything for an answer, whose tags are noted with it. Answers 1 if it is kept. What goes first makes room.
     */
    STORE("""
            if redis.call('GET', KEYS[2]) == ARGV[2] then redis.call('DEL', KEYS[2]) end
            local now = redis.call('TIME')
            local ms = now[1] * 1000 + math.floor(now[2] / 1000)
            local stamp = ARGV[1]
            for i = 6, #KEYS do
              local fields = redis.call('HGETALL', KEYS[i])
              local version = ''
              for f = 1, #fields, 2 do
                if fields[f] == 'v' then
                  version = fields[f + 1]
                elseif tonumber(fields[f + 1]) > ms then
                  return 0
                end
              end
              stamp = stamp .. '|' .. version
            end
            if stamp ~= ARGV[3] then return 0 end
            local function space(key) return string.match(key, '^cache:([^:]+):') or '' end
            local function drop(key, figure)
              local size = tonumber(redis.call('HGET', KEYS[4], key) or 0)
              redis.call('ZREM', KEYS[3], key)
              redis.call('HDEL', KEYS[4], key)
              redis.call('HINCRBY', KEYS[5], 'bytes', -size)
              redis.call('HINCRBY', KEYS[5], 'bytes:' .. space(key), -size)
              if figure then redis.call('HINCRBY', KEYS[5], figure .. ':' .. space(key), 1) end
            end
            local size = #ARGV[8] + #ARGV[3] + 200
            if redis.call('HEXISTS', KEYS[4], KEYS[1]) == 1 then drop(KEYS[1], false) end
            for _, key in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', ms, 'LIMIT', 0, 50)) do drop(key, false) end
            for _ = 1, 20 do
              if tonumber(redis.call('HGET', KEYS[5], 'bytes') or 0) + size <= tonumber(ARGV[6]) then break end
              local first = redis.call('ZRANGE', KEYS[3], 0, 9)
              if #first == 0 then break end
              for _, key in ipairs(first) do
                drop(key, 'evictions')
                redis.call('UNLINK', key)
              end
            end
            if tonumber(redis.call('HGET', KEYS[5], 'bytes') or 0) + size > tonumber(ARGV[6]) then return 0 end
            redis.call('HSET', KEYS[1], 's', stamp, 'd', ARGV[8])
            if ARGV[9] then redis.call('HSET', KEYS[1], 't', table.concat(KEYS, '\\n', 6)) end
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            redis.call('ZADD', KEYS[3], ms + ARGV[4], KEYS[1])
            redis.call('HSET', KEYS[4], KEYS[1], size)
            redis.call('HINCRBY', KEYS[5], 'bytes', size)
            redis.call('HINCRBY', KEYS[5], 'bytes:' .. ARGV[7], size)
            for i = 6, #KEYS do redis.call('EXPIRE', KEYS[i], ARGV[5]) end
            return 1
            """),

    /** Says that a write comes. Keys: the tags. Arguments: its name, milliseconds for which it is believed, seconds a tag is kept. */
    ANNOUNCE("""
            local now = redis.call('TIME')
            local ms = now[1] * 1000 + math.floor(now[2] / 1000)
            for i = 1, #KEYS do
              if redis.call('HEXISTS', KEYS[i], 'v') == 1 then
                redis.call('HINCRBY', KEYS[i], 'v', 1)
              else
                redis.call('HSET', KEYS[i], 'v', now[1] .. string.format('%06d', now[2]))
              end
              redis.call('HSET', KEYS[i], ARGV[1], ms + ARGV[2])
              redis.call('EXPIRE', KEYS[i], ARGV[3])
            end
            return #KEYS
            """),

    /**
     * Makes everything with some tags invalid, and forgets the writes whose names begin with the first argument. Keys: the tags.
     * Second argument: seconds a tag is kept.
     */
    INVALIDATE("""
            local now = redis.call('TIME')
            for i = 1, #KEYS do
              for _, field in ipairs(redis.call('HKEYS', KEYS[i])) do
                if string.sub(field, 1, #ARGV[1]) == ARGV[1] then redis.call('HDEL', KEYS[i], field) end
              end
              if redis.call('HEXISTS', KEYS[i], 'v') == 1 then
                redis.call('HINCRBY', KEYS[i], 'v', 1)
              else
                redis.call('HSET', KEYS[i], 'v', now[1] .. string.format('%06d', now[2]))
              end
              redis.call('EXPIRE', KEYS[i], ARGV[2])
            end
            return #KEYS
            """),

    /** Gives a lock back. Keys: the lock. Arguments: name of the caller. */
    UNLOCK("""
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
            return 1
            """);

    private final String text;

    CacheScripts(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
