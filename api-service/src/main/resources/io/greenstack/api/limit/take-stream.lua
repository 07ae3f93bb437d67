-- Takes leases of live streams, of which a principal may have some open, by the clock of Redis.
-- KEYS[1] sorted set of the principal: its streams by when their leases end
-- ARGV[1] streams that may be open, 0 if they are open already; ARGV[2] milliseconds of a lease; the others names of streams
-- answers 1, or 0 if there is no room
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local most = tonumber(ARGV[1])
local lease = tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if most > 0 and redis.call('ZCARD', KEYS[1]) >= most then
  return 0
end
for i = 3, #ARGV do
  redis.call('ZADD', KEYS[1], string.format('%.0f', now + lease), ARGV[i])
end
redis.call('PEXPIRE', KEYS[1], lease + 1000)
return 1
