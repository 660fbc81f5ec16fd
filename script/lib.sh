# shellcheck shell=bash
# Sourced by the other scripts: where things are, how to speak, how to get what is missing.

# The physical path: a symbolic link to the clone must not make a second cluster.
root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." >/dev/null && pwd -P)
local_dir=$root/.local

# Build nodes that outlive a script would keep its output open, and CI waiting for it.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }
fail() { say "${0##*/}: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
is_root() { [ "$(id -u)" = 0 ]; }

make_local_dir() {
    mkdir -p "$local_dir" 2>/dev/null && [ -w "$local_dir" ] ||
        fail "cannot write to $local_dir; run as the user who owns the clone."
}

need_dotnet() {
    have dotnet && dotnet --list-sdks 2>/dev/null | grep '^10\.' >/dev/null ||
        fail "the .NET 10 SDK is missing: install it so that 'dotnet --list-sdks' shows a version 10."
}

as_admin() { if is_root; then "$@"; else sudo -n "$@"; fi; }

may_install() { have apt-get && { is_root || { have sudo && sudo -n true 2>/dev/null; }; }; }

# Debian's packages, where this user may install them; otherwise nothing is tried.
install_packages() {
    may_install || return 1
    say "Installing Debian's packages: $*"
    make_local_dir
    {
        apt_get 300 update || true # an old index may still do
        apt_get 900 install -y --no-install-recommends "$@"
    } >"$local_dir/install.log" 2>&1 || { say "Installing failed; see $local_dir/install.log"; return 1; }
}

apt_get() { # seconds command...
    local seconds=$1
    shift
    as_admin timeout "$seconds" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@"
}

# Locked versions first. A package source that no longer has one of them must not stop the work, and must be seen.
# The second try keeps its own lock files, so that those in the repository stay as they were reviewed.
restore() { # solution or project
    dotnet restore "$1" --locked-mode -v quiet && return
    say "WARNING: the locked package versions could not be restored; resolving anew, the result may differ from packages.lock.json."
    dotnet restore "$1" -p:RestoreLockedMode=false -p:NuGetLockFilePath=obj/packages.lock.json \
        -p:TreatWarningsAsErrors=false --force-evaluate -v quiet
}

# For PostgreSQL's own programs: a connection string of the service as their environment.
use_connection() { # Host=…;Port=…;Database=…;Username=…;Password=…
    local part
    export PGHOST=127.0.0.1 PGPORT=5432 PGDATABASE=csirtflow PGUSER=csirtflow PGPASSWORD=
    while IFS= read -r -d ';' part; do
        case $part in
            [Hh]ost=* | [Ss]erver=*) PGHOST=${part#*=} ;;
            [Pp]ort=*) PGPORT=${part#*=} ;;
            [Dd]atabase=*) PGDATABASE=${part#*=} ;;
            [Uu]sername=*) PGUSER=${part#*=} ;;
            [Pp]assword=*) PGPASSWORD=${part#*=} ;;
        esac
    done <<<"$1;"
}

port_is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A port that nobody listens on, below the range from which the system takes ports for outgoing connections.
free_port() {
    local port
    while port=$((20000 + RANDOM % 10000)); port_is_open "$port"; do :; done
    echo "$port"
}

# The one line of a .NET program's output that tells why it ended; the stack trace stays in the file.
reason() { # file
    { grep '^Unhandled exception' "$1" || grep -vE '^ +(at|---) |^ *$' "$1"; } 2>/dev/null | tail -n 1 | cut -c 1-300
}

# The status of a GET, or nothing. Needs no curl.
http_status() { # port path
    # shellcheck disable=SC2016
    timeout 5 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1" &&
        printf "GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n" "$2" "$1" >&3 &&
        read -r _ status _ <&3 && echo "$status"' - "$1" "$2" 2>/dev/null || true
}
