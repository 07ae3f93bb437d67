-- Brings the copy of a twin up to date, unless a newer version is there. Redis 6.2 or newer.
--
-- KEYS  1 shadow (hash; the bridge keeps connection_state and last_seen in it)
-- ARGV  1 version  2 "1" if the twin was deleted  3 desired  4 reported  5 delta  6 rejected  7 updated at
--       8 version of the newest message config/desired  9 of config/delta
--
-- Of a deleted twin the version stays, so that a write that is late cannot bring it back.
-- Returns 1 if written, 0 if a newer version is there.

local known = redis.pcall('HGET', KEYS[1], 'version')
if type(known) == 'table' and known.err then
  -- A key of another type is left over from somebody else: it is replaced.
  redis.call('DEL', KEYS[1])
  known = false
end
if known and tonumber(known) and tonumber(known) > tonumber(ARGV[1]) then
  return 0
end
if ARGV[2] == '1' then
  redis.call('HDEL', KEYS[1], 'desired', 'reported', 'delta', 'rejected')
  redis.call('HSET', KEYS[1], 'version', ARGV[1], 'updated_at', ARGV[7], 'desired_version', ARGV[8], 'delta_version', ARGV[9])
else
  redis.call('HSET', KEYS[1], 'version', ARGV[1], 'desired', ARGV[3], 'reported', ARGV[4], 'delta', ARGV[5],
      'rejected', ARGV[6], 'updated_at', ARGV[7], 'desired_version', ARGV[8], 'delta_version', ARGV[9])
end
return 1
