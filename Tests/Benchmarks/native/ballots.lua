-- Casts ballots as many members, each with an Idempotency-Key of its own, and counts the answers one by one.
-- wrk … -s ballots.lua URL -- TOKENS_FILE POLL_ID ROUND SECONDS
-- After SECONDS nothing new is sent, and wrk stops when every ballot that left has its answer: the count of 201 is exact.

local ffi = require("ffi")
ffi.cdef [[
typedef struct { long seconds; long nanoseconds; } moment;
int clock_gettime(int clock, moment *time);
int getpid(void);
int kill(int process, int signal);
]]
local MONOTONIC = 1
local INTERRUPT = 2
local time = ffi.new("moment")
local function now()
  ffi.C.clock_gettime(MONOTONIC, time)
  return tonumber(time.seconds) + tonumber(time.nanoseconds) / 1e9
end

local SILENT_MS = 60000
local choices = { "for", "against", "abstain" }
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  tokens = {}
  for line in io.lines(args[1]) do table.insert(tokens, line) end
  path = "/api/v1/polls/" .. args[2] .. "/ballots"
  round = args[3]
  seconds = tonumber(args[4])
  sent, created, other = 0, 0, 0
  started, ended = 0, 0
  firstOther = ""
  heads = {}
  for i, token in ipairs(tokens) do
    heads[i] = "POST " .. path .. " HTTP/1.1\r\nHost: " .. wrk.headers["Host"] .. "\r\nAuthorization: Bearer " .. token
      .. "\r\nContent-Type: application/json\r\nIdempotency-Key: "
  end
  tails = {}
  for i, choice in ipairs(choices) do
    local body = '{"choice":"' .. choice .. '"}'
    tails[i] = "\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
  end
end

function delay()
  if started ~= 0 and now() - started >= seconds then return SILENT_MS end
  return 0
end

function request()
  if started == 0 then started = now() end
  sent = sent + 1
  return heads[sent % #heads + 1] .. round .. "-" .. sent .. tails[sent % #tails + 1]
end

function response(status, _, body)
  if status == 201 then
    created = created + 1
  else
    other = other + 1
    if firstOther == "" then firstOther = status .. " " .. body:sub(1, 200):gsub('[%c"\\]', " ") end
  end
  ended = now()
  -- wrk itself would sleep its whole duration; an interrupt ends it early and in good order.
  if ended - started >= seconds and created + other == sent then ffi.C.kill(ffi.C.getpid(), INTERRUPT) end
end

function done(summary, latency)
  for _, thread in ipairs(threads) do
    local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
    print(string.format('BALLOTS {"created": %d, "other": %d, "errors": %d, "seconds": %.6f, "p50ms": %.3f, "p99ms": %.3f, "firstOther": "%s"}',
      thread:get("created"), thread:get("other"), errors, thread:get("ended") - thread:get("started"),
      latency:percentile(50) / 1000, latency:percentile(99) / 1000, thread:get("firstOther")))
  end
end
