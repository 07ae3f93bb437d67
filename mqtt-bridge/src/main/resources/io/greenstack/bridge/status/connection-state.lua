-- Applies a status message of one device. Redis 6.2 or newer.
--
-- KEYS  1 shadow (hash)  2 activity (sorted set: devices of which the api-service has something to store); not in a cluster, where it
--       lies elsewhere
-- ARGV  1 device id  2 "connected" or "disconnected"  3 arrival (ISO 8601)  4 arrival (ms)  5 "1" if retained
--       6 time that the device gave (ms), "" if none  7 the same (ISO 8601)  8 session, "" if none
--       9 age of the last message up to which a device is known to be there (ms)
--       10 arrival (microseconds)  11 "1" if it is a dead letter that is replayed; its arrival is the first one
--       12 time under which the api-service is told (ms)
--       13 by how many ms the clock of the device is ahead, "0" if it is right, "" if that is not known
--
-- Messages are applied in the order of their arrival, but one that is old is not:
--   by the device's own time, if it and the one that was applied have one;
--   a replay that arrived before the one that was applied, unless the device's own times say otherwise;
--   a goodbye of another session than the one that is connected: the last will of an older one;
--   a retained or replayed goodbye, when the device was heard of after it; without a time the age of a retained one is unknown,
--   then the same holds for any retained one when the device was heard of just now.
-- Returns 1 if applied, 0 if not.

local known = redis.call('HMGET', KEYS[1], 'connection_state', 'connection_time', 'connection_session', 'last_seen_ms',
  'connection_arrival')
local state, time, session = known[1], tonumber(known[2] or ''), known[3]
local seen, applied = tonumber(known[4] or ''), tonumber(known[5] or '')
local given, arrival, micros = tonumber(ARGV[6]), tonumber(ARGV[4]), tonumber(ARGV[10])
local retained, replayed, goodbye = ARGV[5] == '1', ARGV[11] == '1', ARGV[2] == 'disconnected'

if time and given and time > given then return 0 end
if replayed and state and not (time and given and time < given) then
  -- A previous version noted no arrivals; then the last sign of life has to do.
  local last = applied or (seen and seen * 1000)
  if last and last > micros then return 0 end
end
local said = (replayed and not retained and arrival) or given
if said then
  if (retained or replayed) and goodbye and seen and seen > said + 10000 then return 0 end
elseif retained and state and state ~= ARGV[2] and seen and arrival - seen < tonumber(ARGV[9]) then
  return 0
end
if goodbye and state == 'connected' and ARGV[8] ~= '' and session and session ~= ARGV[8] then
  return 0
end

redis.call('HSET', KEYS[1], 'connection_state', ARGV[2])
if state ~= ARGV[2] then
  redis.call('HSET', KEYS[1], 'connection_since', ARGV[6] ~= '' and ARGV[7] or ARGV[3])
end
if not (replayed and applied and applied > micros) then
  redis.call('HSET', KEYS[1], 'connection_arrival', ARGV[10])
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
if not retained and not goodbye and not (replayed and seen and seen > arrival) then
  redis.call('HSET', KEYS[1], 'last_seen', ARGV[3], 'last_seen_ms', ARGV[4])
end
if ARGV[13] ~= '' and not retained and not replayed then
  redis.call('HSET', KEYS[1], 'clock_ahead_ms', ARGV[13])
end
if KEYS[2] then redis.call('ZADD', KEYS[2], 'GT', ARGV[12], ARGV[1]) end
return 1
