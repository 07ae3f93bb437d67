-- Takes a token of one bucket of a principal, by the clock of Redis.
-- KEYS[1] hash of the principal; a bucket is two of its fields
-- ARGV[1] name of the bucket, ARGV[2] tokens a second, ARGV[3] tokens in a full bucket
-- answers milliseconds to wait (0 = taken), tokens left, seconds until the bucket is full
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local rate = tonumber(ARGV[2]) / 1000
local burst = tonumber(ARGV[3])
local kept = redis.call('HMGET', KEYS[1], ARGV[1], ARGV[1] .. ':at')
local tokens = tonumber(kept[1]) or burst
local at = tonumber(kept[2]) or now
tokens = math.min(burst, tokens + math.max(0, now - at) * rate)
local wait = 0
if tokens >= 1 then
  tokens = tokens - 1
else
  wait = math.max(1, math.ceil((1 - tokens) / rate))
end
local full = math.ceil((burst - tokens) / rate)
redis.call('HSET', KEYS[1], ARGV[1], string.format('%.9f', tokens), ARGV[1] .. ':at', string.format('%.0f', now))
if redis.call('PTTL', KEYS[1]) < full then
  redis.call('PEXPIRE', KEYS[1], full + 1000)
end
return {wait, math.floor(tokens), math.ceil(full / 1000)}
