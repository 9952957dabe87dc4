#!/usr/bin/env bash
# Runs the unit tests on other Node versions, and holds what they read from the examples against what this Node reads.
# usage: scripts/other-nodes.sh [VERSION…]   (default 22 24; the versions come from the npm registry)
set -uo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

read_examples() { # FILE NODE…
  local out=$1
  shift
  "$@" dist/cli/main.js read examples --json >"$out"
}

read_examples "$work/here.jsonl" node || { echo "Node $(node --version) cannot read the examples"; exit 1; }
[ $# -gt 0 ] || set -- 22 24
for version in "$@"; do
  other=$(npx -y -p "node@$version" -c 'command -v node') || { echo "node@$version cannot be had"; failed=1; continue; }
  echo "Node $("$other" --version)"
  if read_examples "$work/$version.jsonl" "$other" && cmp "$work/here.jsonl" "$work/$version.jsonl"; then
    echo '  reads the examples to the same bytes'
  else
    echo '  reads the examples otherwise'
    failed=1
  fi
  "$other" node_modules/vitest/vitest.mjs run --project unit --testTimeout=30000 2>&1 | tail -n 40 || failed=1
done
exit "$failed"
