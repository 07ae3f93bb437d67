-- When messages arrived first, in nanoseconds since 1970; those not known are noted with the arrival that is given.
-- KEYS: the arrivals (hash), the order in which they were noted (list).
-- ARGV: the most that are kept, their life time in milliseconds, '1' if what is given replaces what is known, then message and
-- arrival of each.
-- Answers the arrivals that count, in the order of the messages.

-- Without the order nobody would remove the arrivals that are left.
if redis.call('EXISTS', KEYS[2]) == 0 then
  redis.call('DEL', KEYS[1])
end
local firsts = {}
for i = 4, #ARGV, 2 do
  local first = redis.call('HGET', KEYS[1], ARGV[i])
  if not first then
    redis.call('RPUSH', KEYS[2], ARGV[i])
  end
  if not first or ARGV[3] == '1' then
    first = ARGV[i + 1]
    redis.call('HSET', KEYS[1], ARGV[i], first)
  end
  firsts[#firsts + 1] = first
end
local over = redis.call('LLEN', KEYS[2]) - tonumber(ARGV[1])
for _ = 1, over do
  redis.call('HDEL', KEYS[1], redis.call('LPOP', KEYS[2]))
end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return firsts
