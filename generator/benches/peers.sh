#!/bin/sh
# Measures oasmith beside its peers on the same descriptions: CPU seconds, seconds, MB at most, and lines of Rust.
#
#   cargo build --release -p oasmith
#   cargo install oas3-gen@0.29.0 --root PEERS
#   cargo install ploidy@0.15.0 --root PEERS
#   cargo install openapi-to-rust@0.23.0 --root PEERS
#   generator/benches/peers.sh target/release/oasmith PEERS/bin DESCRIPTION...
#
# Each program runs three times on each description, and the run that took the least CPU time counts. A peer that is not
# installed is left out. Needs GNU time.
set -eu

if [ $# -lt 3 ]; then
    sed -n '2,11s/^# \{0,1\}//p' "$0"
    exit 2
fi
oasmith=$1
peers=$2
shift 2
# In memory where there is such a folder: ext4 takes long to create many files where many have just been removed.
work=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$work"' EXIT

# run PROGRAM DESCRIPTION: one line of user, system and wall seconds, and kB, added to $work/times.
run() {
    rm -rf "$work/out"
    case $1 in
    oasmith) timed "$oasmith" generate "$2" -o "$work/out" --name sdk ;;
    oas3-gen) timed "$peers/oas3-gen" generate client-mod -i "$2" -o "$work/out" ;;
    ploidy) timed "$peers/ploidy" generate rust "$2" -o "$work/out" --name sdk ;;
    openapi-to-rust) timed "$peers/openapi-to-rust" generate "$2" --output-dir "$work/out" --quiet ;;
    esac
}

timed() {
    /usr/bin/time -a -o "$work/times" -f '%U %S %e %M' "$@" >"$work/log" 2>&1 || echo 'failed' >>"$work/times"
}

echo '| description | program | CPU s | wall s | MB | lines of Rust |'
echo '|---|---|---|---|---|---|'
for description; do
    for program in oasmith oas3-gen openapi-to-rust ploidy; do
        if [ "$program" != oasmith ] && [ ! -x "$peers/$program" ]; then
            continue
        fi
        : >"$work/times"
        for _ in 1 2 3; do run "$program" "$description"; done
        lines=$(find "$work/out" -name '*.rs' -exec cat {} + 2>/dev/null | wc -l)
        awk -v spec="$(basename "$description")" -v program="$program" -v lines="$lines" '
            /failed|Command/ { failed = 1; next }
            !best || $1 + $2 < best { best = $1 + $2; wall = $3; kb = $4 }
            END {
                if (failed || !best) { printf "| %s | %s | failed | | | |\n", spec, program; exit }
                printf "| %s | %s | %.2f | %.2f | %d | %d |\n", spec, program, best, wall, kb / 1024, lines
            }' "$work/times"
    done
done
