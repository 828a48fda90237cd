#!/usr/bin/env bash
# Measures a release build beside its references and prints a table; exit 1 when a target is missed.
#   bash Tests/Benchmarks/run.sh [--json FILE] [--quick] [--only ballots push pages verify]
# ECABINET_BIN: folder of the release binaries (default .build/release).
# ECABINET_BENCH_FOLDER: where data is written, hence which disk is measured (default .build/bench).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
binaries=${ECABINET_BIN:-$root/.build/release}
work=${ECABINET_BENCH_FOLDER:-$root/.build/bench}
venv=$root/.venv/bench

for program in ecabinet-server ecabinet-worker; do
  [ -x "$binaries/$program" ] || { echo "There is no $program in $binaries; run: swift build -c release" >&2; exit 64; }
done

# What the references need, from the distribution; nothing is installed that is there already.
missing=()
need() { command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] || missing+=("$2"); }
need nginx nginx-light
need wrk wrk
need pdfsig poppler-utils
need certutil libnss3-tools
need gcc gcc
[ -e /usr/include/sqlite3.h ] || missing+=(libsqlite3-dev)
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
if ! [ -e "$venv/ready" ] || ! cmp -s "$venv/ready" "$here/requirements.txt"; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/ready"
fi

mkdir -p "$work/tools"
gcc -O2 -Wall -Wextra -o "$work/tools/bare_inserts" "$here/native/bare_inserts.c" -lsqlite3
gcc -O2 -Wall -Wextra -D_GNU_SOURCE -o "$work/tools/listeners" "$here/native/listeners.c"

PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1 exec "$venv/bin/python" -m bench --binaries "$binaries" --tools "$work/tools" --work "$work" "$@"
