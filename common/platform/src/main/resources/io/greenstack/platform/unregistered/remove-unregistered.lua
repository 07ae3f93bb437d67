-- Removes notes of unregistered devices that nothing was added to meanwhile.
-- KEYS: the notes (hash by device).
-- ARGV: device and note of each.

local removed = 0
for i = 1, #ARGV, 2 do
  if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[i + 1] then
    removed = removed + redis.call('HDEL', KEYS[1], ARGV[i])
  end
end
return removed
