#!/bin/sh
# Print the name of a Python that can make the environment, or say in one sentence what to do.
wanted='import sys; sys.exit(sys.version_info < (3, 11))'
without_venv=''
for name in python3.13 python3.12 python3.11 python3 python; do
    "$name" -c "$wanted" >/dev/null 2>&1 || continue
    if "$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        echo "$name"
        exit 0
    fi
    without_venv=$name
done
if [ -n "$without_venv" ]; then
    echo "$without_venv cannot make an environment here: install its venv part (Debian, Ubuntu: sudo apt-get install python3-venv)." >&2
else
    echo "soc2desk needs Python 3.11 or newer, and none was found: get it from https://www.python.org/downloads/ or your system's packages." >&2
fi
exit 1
