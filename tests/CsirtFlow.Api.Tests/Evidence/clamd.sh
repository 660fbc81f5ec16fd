#!/bin/sh
# clamd of Debian's own for the tests, on loopback, in one folder, with one signature that is made here:
#   clamd.sh DIR   listens on CLAMD_PORT and on DIR/clamd.sock; STREAM_LIMIT: bytes of the largest file
# It ends when its standard input does, so that it cannot outlive the tests. It changes no user and needs none.
set -eu
exec 3<&0 </dev/null
mkdir -p "$1/db"
dir=$(cd "$1" && pwd)
PATH=$PATH:/usr/sbin

# The test string of eicar.org in two halves: a scanner of the developer's own would take away a file that holds it in one piece.
printf 'CsirtFlow.Test.Eicar:0:*:%s\n' "$(printf '%s' 'X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR' '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*' | od -An -v -tx1 | tr -d ' \n')" >"$dir/db/test.ndb"

cat >"$dir/clamd.conf" <<E
Foreground yes
DatabaseDirectory $dir/db
TemporaryDirectory $dir
TCPSocket $CLAMD_PORT
TCPAddr 127.0.0.1
LocalSocket $dir/clamd.sock
FixStaleSocket yes
StreamMaxLength $STREAM_LIMIT
LogFile $dir/clamd.log
LogClean yes
E

clamd --config-file="$dir/clamd.conf" 3<&- >/dev/null &
server=$!
# Standard input is the leash: the system closes it even when the tests are killed.
cat <&3 >/dev/null &
leash=$!
(while kill -0 "$server" 2>/dev/null && kill -0 "$leash" 2>/dev/null; do sleep 0.2; done; kill "$leash" 2>/dev/null) 3<&- &
wait "$leash" || true
kill "$server" 2>/dev/null || true
wait "$server" || true
