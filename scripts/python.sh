#!/bin/sh
# Makes the virtual environment with Python 3.11 or later: python.sh PYTHON FOLDER
set -eu
python=$1
folder=$2
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    for other in python3.14 python3.13 python3.12 python3.11; do
        if command -v "$other" >/dev/null 2>&1; then python=$other && break; fi
    done
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "wirecopy needs Python 3.11 or later; install one, or name it: make PYTHON=/path/to/python3.11" >&2
    exit 1
fi
if ! "$python" -m venv "$folder"; then
    echo "this Python can't make virtual environments; on Debian: apt-get install python3-venv" >&2
    exit 1
fi
