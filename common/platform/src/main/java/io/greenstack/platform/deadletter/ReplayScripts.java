package io.greenstack.platform.deadletter;

/** Redis scripts of dead letters: each step is done whole or not at all, also when two people ask for it at once. */
public final class ReplayScripts {

    /** Entries of a stream, newest first, each with its payload replaced by its length. ARGV: newest, oldest, count. */
    static final String HEADERS = """
            local entries = redis.call('XREVRANGE', KEYS[1], ARGV[1], ARGV[2], 'COUNT', ARGV[3])
            for _, entry in ipairs(entries) do
              local fields = entry[2]
              for i = 1, #fields, 2 do
                if fields[i] == 'payload' then fields[i + 1] = tostring(#fields[i + 1]) end
              end
            end
            return entries
            """;

    /**
     * Moves dead letters to the replay stream. KEYS: dead letters, replay stream, job. ARGV: the most that may wait,
     * job, seconds it is kept, ids. Tells the service that waits, on the channel of the stream's name. Answers moved, gone, whether it is full.
     */
    static final String MOVE = """
            local room = tonumber(ARGV[1]) - redis.call('XLEN', KEYS[2])
            local moved, gone, full = 0, 0, 0
            for i = 4, #ARGV do
              if moved >= room then full = 1 break end
              local found = redis.call('XRANGE', KEYS[1], ARGV[i], ARGV[i])
              if #found == 0 then
                gone = gone + 1
              else
                local entry = {'letter_id', ARGV[i], 'job', ARGV[2]}
                for _, field in ipairs(found[1][2]) do entry[#entry + 1] = field end
                redis.call('XADD', KEYS[2], '*', unpack(entry))
                redis.call('XDEL', KEYS[1], ARGV[i])
                moved = moved + 1
              end
            end
            redis.call('HINCRBY', KEYS[3], 'queued', moved)
            redis.call('EXPIRE', KEYS[3], ARGV[3])
            if moved > 0 then redis.call('PUBLISH', KEYS[2], '') end
            return {moved, gone, full}
            """;

    /**
     * Takes replays: first those that this or another replica took and has not finished for some time, then new ones.
     * KEYS: replay stream. ARGV: group, consumer, idle milliseconds, count.
     */
    public static final String TAKE = """
            if redis.call('XLEN', KEYS[1]) == 0 then return {} end
            redis.pcall('XGROUP', 'CREATE', KEYS[1], ARGV[1], '0')
            local taken = {}
            local claimed = redis.call('XAUTOCLAIM', KEYS[1], ARGV[1], ARGV[2], ARGV[3], '0-0', 'COUNT', ARGV[4])
            for _, entry in ipairs(claimed[2]) do
              if entry then taken[#taken + 1] = entry end
            end
            if #taken < tonumber(ARGV[4]) then
              local fresh = redis.call('XREADGROUP', 'GROUP', ARGV[1], ARGV[2], 'COUNT', tonumber(ARGV[4]) - #taken,
                  'STREAMS', KEYS[1], '>')
              if fresh then
                for _, entry in ipairs(fresh[1][2]) do taken[#taken + 1] = entry end
              end
            end
            return taken
            """;

    private ReplayScripts() {}
}
