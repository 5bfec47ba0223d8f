#!/bin/sh
# Make .venv anew from requirements.lock. Called by the Makefile; needs no root.
# $1: a Python to use instead of looking for one. Leaves .venv/.lock only when all went well.
set -eu

if [ -n "${1:-}" ]; then candidates=$1; else
    candidates="python3.14 python3.13 python3.12 python3.11 python3"
fi

fail() { printf '%s\n' "$1" >&2; exit 1; }

[ ! -L .venv ] || fail ".venv is a link, and what it leads to would be emptied: remove the link, then run make again."

# The first that runs, is new enough and can make an environment.
chosen='' bare='' old=''
IFS=' '
[ -z "${1:-}" ] || IFS=''  # a path given by hand may hold spaces
for python in $candidates; do
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { old=$version; continue; }
    "$python" -c 'import ensurepip, venv' 2>/dev/null || { bare=${bare:-$version}; continue; }
    chosen=$python
    break
done

if [ -z "$chosen" ]; then
    [ -z "$bare" ] ||
        fail "Python $bare cannot make a virtual environment (no ensurepip): install its package, e.g. apt install python$bare-venv, then run make again."
    fail "Python 3.11 or newer is needed${old:+ (found $old)}: e.g. apt install python3 python3-venv, or say make PYTHON=/path/to/python3.12."
fi

printf 'Making .venv with Python %s from requirements.lock (about a minute, only when the lock changes) …\n' "$version"
"$chosen" -m venv --clear .venv
# --only-binary: building a package would fetch its tools without hashes.
# PIP_USER=0: a user-wide install setting has no meaning inside an environment.
PIP_USER=0 .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
    --require-hashes --no-deps --only-binary=:all: -r requirements.lock
.venv/bin/python -m pip check --disable-pip-version-check >/dev/null || .venv/bin/python -m pip check
pwd -P > .venv/.lock
