# shellcheck shell=bash
# Sourced by the benchmarks: a durable cluster of their own, the service published as it is shipped, and both gone afterwards.

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# What is set here is used by the scripts that source it.
# shellcheck disable=SC2034
results=$root/bench/results
# shellcheck disable=SC2034
load=$(cut -d ' ' -f 1 /proc/loadavg) # before the benchmark adds its own
patience=${DRAIN_SECONDS:-600} # how long notices may take after the last report
api_pid=''

need_dotnet
make_local_dir
bin=$("$root/script/postgres" bin)
[ -x "$bin/pgbench" ] || fail "pgbench is missing in $bin; install Debian's package 'postgresql-contrib' or 'postgresql'."
work=$(mktemp -d "${TMPDIR:-/tmp}/csirtflow-bench.XXXXXX")
chmod 711 "$work" # PostgreSQL's user passes through
# A mail server would be another machine: where it can, the folder of mails takes no part in what the disk does.
mails=$(mktemp -d /dev/shm/csirtflow-bench.XXXXXX 2>/dev/null || mktemp -d "$work/mail.XXXXXX")
export CSIRTFLOW_PG_HOME=$work/postgres

stop_service() {
    [ -z "$api_pid" ] || { kill -TERM "$api_pid" && wait "$api_pid"; } 2>/dev/null || true
    api_pid=''
}

leave() {
    local status=$?
    trap '' INT TERM HUP
    trap - EXIT
    stop_service
    "$root/script/postgres" stop || true
    [ "$status" -eq 0 ] || [ ! -s "$work/api.log" ] || cp "$work/api.log" "$local_dir/bench-api.log"
    rm -rf "$work" "$mails"
    exit "$status"
}
trap leave EXIT
trap 'exit 130' INT TERM HUP

logged() { "$@" >>"$local_dir/bench.log" 2>&1; }

## The service as it is shipped (Dockerfile): in a copy, so that the generated handlers do not stay among the sources.

publish() {
    say "Publishing the service ..."
    : >"$local_dir/bench.log"
    mkdir "$work/source"
    tar -C "$root" --exclude=bin --exclude=obj --exclude=Generated -cf - src global.json Directory.Build.props Directory.Packages.props .editorconfig |
        tar -C "$work/source" -xf -
    (
        cd "$work/source"
        logged restore src/CsirtFlow.Api/CsirtFlow.Api.csproj &&
            logged dotnet build src/CsirtFlow.Api -c Release --no-restore -nologo -v quiet &&
            cd src/CsirtFlow.Api &&
            # It asks for an address but not for a database.
            ASPNETCORE_ENVIRONMENT=Development ConnectionStrings__csirtflow=Host=none \
                logged timeout 120 dotnet bin/Release/net10.0/CsirtFlow.Api.dll codegen write &&
            logged dotnet publish . -c Release -nologo -v quiet -p:StaticCodegen=true -p:UseAppHost=false -o "$work/app"
    ) || { grep -E 'error|^Unhandled' "$local_dir/bench.log" | sort -u | head -n 20 >&2 || true; fail "the service could not be published; see $local_dir/bench.log"; }
}

service() { (cd "$work/app" && timeout --foreground "${service_seconds:-120}" dotnet CsirtFlow.Api.dll "$@"); }

prepare_service() {
    export ASPNETCORE_ENVIRONMENT=Production Logging__LogLevel__Default=Warning Limits__ReportsPerTenMinutes=1000000000 Accounts__RequireSecondFactor=false
    unset Mail__Host
    export Mail__PickupDirectory=$mails
    Persons__MasterKey=$(head -c 32 /dev/urandom | base64) && export Persons__MasterKey
    service create-signing-key >"$work/record.key" && export Record__SigningKeyFile=$work/record.key || fail "the key that signs the record could not be made"
    logged service migrate || fail "the database could not be prepared: $(reason "$local_dir/bench.log")"
    logged service seed-demo || fail "the demonstration organisation could not be loaded: $(reason "$local_dir/bench.log")"
}

start_service() {
    local started=$SECONDS
    api_port=$(free_port)
    export PublicUrl=http://127.0.0.1:$api_port
    (cd "$work/app" && exec dotnet CsirtFlow.Api.dll --urls "$PublicUrl") >"$work/api.log" 2>&1 &
    api_pid=$!
    until [ "$(http_status "$api_port" /health/ready)" = 200 ]; do
        kill -0 "$api_pid" 2>/dev/null || fail "the service ended while starting: $(reason "$work/api.log")"
        [ $((SECONDS - started)) -lt 90 ] || fail "the service is not ready after 90 seconds"
        sleep 0.2
    done
}

start_database() {
    export CSIRTFLOW_PG_OPTIONS="-c max_connections=250 -c shared_buffers=1GB -c max_wal_size=8GB -c checkpoint_timeout=15min ${database_options:-}"
    ConnectionStrings__csirtflow=$("$root/script/postgres" start 2>>"$local_dir/bench.log")
    export ConnectionStrings__csirtflow
    PGPORT=$(cat "$CSIRTFLOW_PG_HOME/port") PGPASSWORD=$(cat "$CSIRTFLOW_PG_HOME/password")
    export PGHOST=127.0.0.1 PGPORT PGPASSWORD PGUSER=csirtflow PGDATABASE=csirtflow
    [ "$(sql -c 'show fsync')$(sql -c 'show synchronous_commit')" = onon ] || fail "the cluster is not durable; the figures would mean nothing"
}

## Questions to the database

sql() { "$bin/psql" -XAtq -v ON_ERROR_STOP=1 "$@"; }

reports() { sql -c "select count(*) from csirt.mt_streams where id like 'report/%'"; }

# What accepted reports still owe: events that the subscription has not read, messages not yet handled, and notices not yet handed over.
notices_pending() {
    sql -c "select
        (select count(*) from csirt.mt_events where type <> 'organisation_revised' and stream_id not like 'notices/%'
            and seq_id > (select coalesce(max(last_seq_id), 0) from csirt.mt_event_progression where name like 'Notices:%')) +
        (select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Incoming') +
        (select count(*) from csirt.notice where pending and data ->> 'delivery' in ('Queued', 'Retrying'))"
}

drained() { [ "$(notices_pending)" -eq 0 ]; }

wait_until_drained() {
    local until=$((SECONDS + patience))
    until drained; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.2
    done
}

## Figures

now() { date +%s.%N; }
calc() { awk "BEGIN { printf \"%.${2:-0}f\", $1 }"; }

# shellcheck disable=SC2034
describe() { # sets machine and commit
    machine="$(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(awk '/^MemTotal/ { printf "%d GiB", $2 / 1048576 }' /proc/meminfo), $(df --output=fstype "$work" | tail -n 1), PostgreSQL $(sql -c 'show server_version' | cut -d ' ' -f 1), .NET $(dotnet --version)"
    commit=$(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)$(git -C "$root" diff --quiet HEAD -- src 2>/dev/null || echo +)
}
