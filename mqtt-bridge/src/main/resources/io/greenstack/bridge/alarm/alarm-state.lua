-- Changes how far the alarms of one device are, unless another bridge changed it meanwhile. Redis 6.2 or newer.
--
-- KEYS  1 state (hash)  2 changes on their way to the api-service (stream)  3 due (sorted set)
-- ARGV  1 device id  2 most changes that may wait  3 when to look next (ms), "" if nothing is waited for
--       4 number of states; for each: field, what was read of it ("" for nothing), what it becomes; then for each alarm that
--       comes or goes: rule, parameter, "raised" or "cleared", occurrence, time (ms), value, detail
--
-- Returns 1 if all is done, 0 if nothing is because a state is another one than was read, -1 if nothing is because too many
-- changes wait.

local PARTS = 7
local count = tonumber(ARGV[4])
local first = 5
for i = 0, count - 1 do
  local known = redis.call('HGET', KEYS[1], ARGV[first + 3 * i]) or ''
  if known ~= ARGV[first + 3 * i + 1] then return 0 end
end
local changes = first + 3 * count
local coming = (#ARGV - changes + 1) / PARTS
if coming > 0 and redis.call('XLEN', KEYS[2]) + coming > tonumber(ARGV[2]) then return -1 end
for i = 0, count - 1 do
  redis.call('HSET', KEYS[1], ARGV[first + 3 * i], ARGV[first + 3 * i + 2])
end
for at = changes, #ARGV, PARTS do
  redis.call('XADD', KEYS[2], '*', 'device', ARGV[1], 'rule', ARGV[at], 'parameter', ARGV[at + 1], 'change', ARGV[at + 2],
    'occurrence', ARGV[at + 3], 'at', ARGV[at + 4], 'value', ARGV[at + 5], 'detail', ARGV[at + 6])
end
if coming > 0 then redis.call('PUBLISH', KEYS[2], '') end
if ARGV[3] ~= '' then redis.call('ZADD', KEYS[3], 'LT', ARGV[3], ARGV[1]) end
return 1
