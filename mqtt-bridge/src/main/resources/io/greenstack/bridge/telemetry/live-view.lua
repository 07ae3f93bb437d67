-- Brings readings of one device into its live view. Redis 6.2 or newer.
--
-- KEYS  1 latest (string, JSON)  2 parts (hash: what latest is made of)  3 history (stream)  4 shadow (hash)
--       5 activity (sorted set: devices of which the api-service has something to store); not in a cluster, where it lies elsewhere
-- ARGV  1 channel  2 life time of latest (s)  3 length of history  4 life time of history (s)
--       5 most parameters of a device  6 age at which a parameter is forgotten, against the newest one (s)
--       7 JSON member "device_id"  8 last seen  9 the same in ms, 0 if not heard of now  10 device id
--       11 by how many ms the clock of the device is ahead, "0" if it is right, "" if that is not known  12 number of readings; for
--       each reading:
--       time (19 digits), "new", "old" (retained: told to nobody) or "unknown" (retained and of unknown age: only where there is
--       nothing else), its JSON members "timestamp", "received_at" ..., number of parts; for each part: name ("v:" and a parameter, or "r:"
--       and something else), JSON member
--
-- A part is 19 digits of time (ns since 1970, so that text order is time order) and a JSON member. Values never pass
-- through a Lua number: what the device sent stays as it was written.
--
-- Returns one letter for each reading: A applied, S stale (all of it older than what is there), D duplicate, X nothing of it
-- taken because the device would have too many parameters. Behind them, for each part that is left out for that, ";", the
-- reading, ":" and the part, both counted from 0. Last "!" if the activity is to be noted by the caller.

local DIGITS = 19
local parts, dirty, count = {}, {}, 0

local function isValue(name)
  return string.sub(name, 1, 2) == 'v:'
end

-- A key of another type is left over from somebody else: it is replaced.
local function write(command, key, ...)
  local answer = redis.pcall(command, key, ...)
  if type(answer) == 'table' and answer.err then
    if string.find(answer.err, 'WRONGTYPE', 1, true) then
      redis.call('DEL', key)
      return redis.call(command, key, ...)
    end
    error(answer.err)
  end
  return answer
end

local stored = write('HGETALL', KEYS[2])
for i = 1, #stored, 2 do
  parts[stored[i]] = stored[i + 1]
  if isValue(stored[i]) then count = count + 1 end
end

-- Returns 'A' if the part is new or newer, 'D' if it is the one that is there, 'S' if a newer one is there.
local function take(name, time, member, age)
  local old = parts[name]
  if old then
    if age == 'unknown' then return 'S' end
    local oldTime = string.sub(old, 1, DIGITS)
    if oldTime > time then return 'S' end
    if oldTime == time and string.sub(old, DIGITS + 1) == member then return 'D' end
  end
  parts[name] = time .. member
  dirty[name] = true
  return 'A'
end

local results, leftOut, changed = {}, {}, false
local most = tonumber(ARGV[5])
local at = 13
for reading = 1, tonumber(ARGV[12]) do
  local time, age, head = ARGV[at], ARGV[at + 1], ARGV[at + 2]
  local first = at + 4
  at = first + 2 * tonumber(ARGV[at + 3])
  local applied, stale, left, members, others = false, false, 0, {}, ''
  for i = first, at - 1, 2 do
    local name = ARGV[i]
    local value = isValue(name)
    if value and not parts[name] and count >= most then
      left = left + 1
      leftOut[#leftOut + 1] = ';' .. (reading - 1) .. ':' .. (i - first) / 2
    else
      if value and not parts[name] then count = count + 1 end
      local answer = take(name, time, ARGV[i + 1], age)
      applied = applied or answer == 'A'
      stale = stale or answer == 'S'
      if value then
        members[#members + 1] = ARGV[i + 1]
      else
        others = others .. ',' .. ARGV[i + 1]
      end
    end
  end
  if applied then
    changed = true
    take('head', time, head, age)
  end
  if applied and age == 'new' then
    local json = '{' .. ARGV[7] .. ',' .. head .. others .. ',"values":{' .. table.concat(members, ',') .. '}}'
    write('XADD', KEYS[3], 'MAXLEN', '~', ARGV[3], '*', 'json', json)
    redis.call('PUBLISH', ARGV[1], json)
  end
  results[reading] = applied and 'A' or left > 0 and not stale and 2 * left == at - first and 'X' or stale and 'S' or 'D'
end
if changed then
  local update = {}
  for name in pairs(dirty) do
    update[#update + 1] = name
    update[#update + 1] = parts[name]
  end
  redis.call('HSET', KEYS[2], unpack(update))
  redis.call('EXPIRE', KEYS[2], ARGV[2])
  redis.call('EXPIRE', KEYS[3], ARGV[4])

  local names, forgotten = {}, {}
  local limit = tonumber(string.sub(parts['head'], 1, DIGITS)) - tonumber(ARGV[6]) * 1e9
  for name, part in pairs(parts) do
    if tonumber(string.sub(part, 1, DIGITS)) < limit then
      forgotten[#forgotten + 1] = name
    elseif name ~= 'head' then
      names[#names + 1] = name
    end
  end
  if #forgotten > 0 then redis.call('HDEL', KEYS[2], unpack(forgotten)) end
  table.sort(names)
  local members, others = {}, ''
  for i = 1, #names do
    local member = string.sub(parts[names[i]], DIGITS + 1)
    if isValue(names[i]) then
      members[#members + 1] = member
    else
      others = others .. ',' .. member
    end
  end
  redis.call('SET', KEYS[1], '{' .. ARGV[7] .. ',' .. string.sub(parts['head'], DIGITS + 1) .. others .. ',"values":{'
      .. table.concat(members, ',') .. '}}', 'EX', ARGV[2])
end

local note = ''
if ARGV[9] ~= '0' and redis.call('EXISTS', KEYS[4]) == 1 then
  -- A replayed dead letter is old news of the device.
  local seen = redis.pcall('HGET', KEYS[4], 'last_seen_ms')
  if type(seen) ~= 'string' or tonumber(seen) <= tonumber(ARGV[9]) then
    redis.pcall('HSET', KEYS[4], 'last_seen', ARGV[8], 'last_seen_ms', ARGV[9])
    if ARGV[11] ~= '' then redis.pcall('HSET', KEYS[4], 'clock_ahead_ms', ARGV[11]) end
    if KEYS[5] then redis.pcall('ZADD', KEYS[5], 'GT', ARGV[9], ARGV[10]) else note = '!' end
  end
end
return table.concat(results) .. table.concat(leftOut) .. note
