-- wrk: one report after the other, every one with a key of its own, for the seconds given after "--".
-- Then the connections rest until wrk ends: no request is cut off half-way, so that each stored report was acknowledged.
local ffi = require("ffi")
ffi.cdef[[
typedef struct { long sec; long usec; } bench_time;
int gettimeofday(bench_time *t, void *zone);
]]
local clock = ffi.new("bench_time")
local function now()
    ffi.C.gettimeofday(clock, nil)
    return tonumber(clock.sec) + tonumber(clock.usec) / 1e6
end

local threads = 0
function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

local path = "/api/reports"
local body = [[{"kinds":["SuspiciousMail","AccountMisuse"],"emergencyImpact":"Unknown","sectionId":"chuo","phone":"内線 2119","description":"取引先を名乗るメールの添付ファイルを開いたところ、パスワードの入力を求める画面が出たため、業務用の利用者名とパスワードを入力した。その後、身に覚えのない時刻にログインした記録があると表示された。端末は事務室の共用パソコンで、電源は入れたままにしてある。同じメールはほかの職員三名にも届いている。"}]]

local stop
function init(args)
    local start = now()
    -- A run in the same second as the one before must not repeat its keys.
    math.randomseed(tonumber(clock.sec) % 100000 * 10000 + math.floor(tonumber(clock.usec) / 100) + number * 7919)
    stop = start + tonumber(args[1])
end

function delay()
    if now() < stop then return 0 end
    return 600000
end

function request()
    local key = string.format("%08x%08x%08x%08x", math.random(0, 0xffffffff), math.random(0, 0xffffffff), math.random(0, 0xffffffff), math.random(0, 0xffffffff))
    return wrk.format("POST", path, { ["Content-Type"] = "application/json", ["Idempotency-Key"] = key }, body)
end

function done(summary, latency)
    local e = summary.errors
    io.write(string.format("bench %d %d %d %.3f %.3f %.3f\n", summary.requests, e.status, e.connect + e.read + e.write + e.timeout,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
