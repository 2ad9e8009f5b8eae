#!/usr/bin/env bash
# Sets the machine up, builds once and runs every test project. The last line says how many passed and failed.
#
#   ./test.sh [WORD]…      with words, only the projects whose names hold one of them: ./test.sh Model Tasks
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A snapshot that is missing fails, instead of being made of whatever was rendered.
export SNAPSHOOTER_STRICT_MODE=true

eng/setup.sh
dotnet build Ink.Sdk.sln --verbosity minimal

results=$PWD/TestResults
rm -rf -- "$results"

wanted() {
    [[ $# -gt 1 ]] || return 0
    local name=$1 word
    shift
    for word in "$@"; do
        [[ $name != *"$word"* ]] || return 0
    done
    return 1
}

# One number of a results file: <Counters total="9" executed="9" passed="9" failed="0" error="0" … />. What tests print
# is escaped there, so that no test can pass for this element.
counter() {
    grep -o '<Counters [^>]*>' "$1" | tail -n 1 | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p"
}

passed=0 failed=0 skipped=0 broken=()
# Programs beside the tests, such as the benchmarks, are called otherwise.
for project in tests/*/*.Tests.csproj samples/*.Tests/*.csproj; do
    name=$(basename -- "$project" .csproj)
    wanted "$name" "$@" || continue
    echo "== $name"
    trx=$results/$name.trx
    status=0
    dotnet test "$project" --no-build --results-directory "$results" \
        --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=minimal' \
        --blame-hang-timeout 15m --blame-hang-dump-type none || status=$?

    if [[ ! -f $trx ]] || [[ -z $(counter "$trx" total) ]]; then
        broken+=("$name gave no results (exit code $status)")
        continue
    fi

    total=$(counter "$trx" total) executed=$(counter "$trx" executed) bad=0
    for kind in failed error timeout aborted; do
        bad=$((bad + $(counter "$trx" "$kind")))
    done
    passed=$((passed + $(counter "$trx" passed)))
    failed=$((failed + bad))
    skipped=$((skipped + total - executed))
    # A test host that dies leaves the results of those that ended before.
    if [[ $status -ne 0 && $bad -eq 0 ]]; then
        broken+=("$name ended with exit code $status, though no test failed")
    elif [[ $total -eq 0 ]]; then
        broken+=("$name ran no test")
    fi
done

for reason in ${broken[@]+"${broken[@]}"}; do
    echo "test.sh: $reason" >&2
    failed=$((failed + 1))
done
if [[ $((passed + failed)) -eq 0 ]]; then
    echo 'test.sh: no test ran' >&2
    failed=1
fi

[[ $skipped -eq 0 ]] || echo "test.sh: $skipped skipped, each with its reason above"
echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
