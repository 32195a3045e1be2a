#!/bin/sh
# Builds the wheel with PYTHON's tools, installs it into an empty environment in another folder, and
# makes a new site there: tests/wheel.sh PYTHON. The locked libraries come from the package index.
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
case $1 in /*) python=$1 ;; *) python=$project/$1 ;; esac
elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT INT TERM

"$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation \
    --wheel-dir "$elsewhere" "$project"
cd "$elsewhere"
"$python" -m venv venv
venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r "$project/requirements.lock"
venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps ./*.whl

PATH=$elsewhere/venv/bin:$PATH
briefings --version
briefings init --ci gitlab demo
cd demo
briefings build
test -s site/index.html
ls content/briefings/*.yaml
cp -R site first
briefings build --clean
diff -r first site
briefings publish pages
briefings verify public
echo "The wheel works."
