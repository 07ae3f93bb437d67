-- Adds to the notes of raw process data that is kept of unregistered devices.
-- KEYS: the notes (hash by device).
-- ARGV: device and what came of each: first and last reading, when it came, messages, octets, with a blank between them.

local function parts(text)
  local all = {}
  for part in string.gmatch(text, '%d+') do
    all[#all + 1] = tonumber(part)
  end
  return all
end

for i = 1, #ARGV, 2 do
  local note = redis.call('HGET', KEYS[1], ARGV[i])
  local all = parts(ARGV[i + 1])
  local before = note and parts(note) or {}
  if #before == 5 then
    all[1] = math.min(all[1], before[1])
    all[2] = math.max(all[2], before[2])
    all[3] = math.max(all[3], before[3])
    all[4] = all[4] + before[4]
    all[5] = all[5] + before[5]
  end
  redis.call('HSET', KEYS[1], ARGV[i], string.format('%.0f %.0f %.0f %.0f %.0f', unpack(all)))
end
return #ARGV / 2
