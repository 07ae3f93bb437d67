-- Applies a status message of one device. Redis 6.2 or newer.
--
-- KEYS  1 shadow (hash)  2 activity (sorted set: devices of which the api-service has something to store)
-- ARGV  1 device id  2 "connected" or "disconnected"  3 arrival (ISO 8601)  4 arrival (ms)  5 "1" if retained
--       6 time that the device gave (ms), "" if none  7 the same (ISO 8601)  8 session, "" if none
--       9 age of the last message up to which a device is known to be there (ms)
--
-- Messages are applied in the order of their arrival, but one that is old is not:
--   by the device's own time, if it and the one that was applied have one;
--   a goodbye of another session than the one that is connected: the last will of an older one;
--   a retained goodbye, when the device was heard of after it; without a time its age is unknown, then the same holds for any
--   retained one when the device was heard of just now.
-- Returns 1 if applied, 0 if not.

local known = redis.call('HMGET', KEYS[1], 'connection_state', 'connection_time', 'connection_session', 'last_seen_ms')
local state, time, session, seen = known[1], known[2], known[3], known[4]
local arrival, retained = tonumber(ARGV[4]), ARGV[5] == '1'

if ARGV[6] ~= '' then
  if time and tonumber(time) > tonumber(ARGV[6]) then return 0 end
  if retained and ARGV[2] == 'disconnected' and seen and tonumber(seen) > tonumber(ARGV[6]) + 10000 then return 0 end
elseif retained and state and state ~= ARGV[2] and seen and arrival - tonumber(seen) < tonumber(ARGV[9]) then
  return 0
end
if ARGV[2] == 'disconnected' and state == 'connected' and ARGV[8] ~= '' and session and session ~= ARGV[8] then
  return 0
end

redis.call('HSET', KEYS[1], 'connection_state', ARGV[2])
if state ~= ARGV[2] then
  redis.call('HSET', KEYS[1], 'connection_since', ARGV[6] ~= '' and ARGV[7] or ARGV[3])
end
if ARGV[6] ~= '' then
  redis.call('HSET', KEYS[1], 'connection_time', ARGV[6])
else
  redis.call('HDEL', KEYS[1], 'connection_time')
end
if ARGV[8] ~= '' then
  redis.call('HSET', KEYS[1], 'connection_session', ARGV[8])
else
  redis.call('HDEL', KEYS[1], 'connection_session')
end
if not retained and ARGV[2] == 'connected' then
  redis.call('HSET', KEYS[1], 'last_seen', ARGV[3], 'last_seen_ms', ARGV[4])
end
redis.call('ZADD', KEYS[2], 'GT', ARGV[4], ARGV[1])
return 1
