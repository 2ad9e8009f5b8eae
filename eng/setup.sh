#!/usr/bin/env bash
# Installs what the demo and the tests run against, as far as it is missing. Says nothing when all is there.
set -euo pipefail

# command (or file) that shows that a package is there : Debian package
needs=(
    git:git
    curl:curl
    docker-registry:docker-registry
    skopeo:skopeo
    umoci:umoci
    podman:podman
    runc:runc
    kubectl:kubernetes-client
    strace:strace                                         # shows that a build opens no socket
    iptables:iptables                                     # netavark writes its rules with it
    /usr/lib/podman/netavark:netavark
    /usr/libexec/podman/catatonit:catatonit               # the process of podman's pause container
)

# apt leaves programs in sbin, which not every user has on the path.
PATH=$PATH:/usr/sbin:/sbin

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
    echo "setup: the .NET 10 SDK is missing; install it from https://dot.net" >&2
    exit 1
fi

there() {
    case $1 in
        # Distributions keep these helpers in different folders.
        /*) [[ -e $1 || -e /usr/libexec/podman/${1##*/} ]] || command -v "${1##*/}" >/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

missing=()
for need in "${needs[@]}"; do
    there "${need%%:*}" || missing+=("${need#*:}")
done

# The tests of cultures need ICU, whose package carries its version in its name.
if ! ldconfig -p | grep -q 'libicuuc\.so'; then
    icu=$(apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1 || true)
    missing+=("${icu:-libicu72}")
fi
[[ ${#missing[@]} -gt 0 ]] || exit 0

if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "setup: missing: ${missing[*]}" >&2
    echo "setup: install with: sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

log=$(mktemp)
trap 'rm -f -- "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
apt=(apt-get --quiet --quiet --yes --option DPkg::Lock::Timeout=300)

install() {
    "${apt[@]}" install --no-install-recommends "${missing[@]}" >"$log" 2>&1
}

echo "setup: installing ${missing[*]}" >&2
# The package lists of a new machine are empty or old: refresh them only when that turns out.
if ! install; then
    if ! { "${apt[@]}" update >"$log" 2>&1 && install; }; then
        cat -- "$log" >&2
        echo "setup: apt-get could not install: ${missing[*]}" >&2
        exit 1
    fi
fi

# Debian starts a registry of its own on every address: only ours, on loopback, are wanted.
if [[ " ${missing[*]} " == *" docker-registry "* && -d /run/systemd/system ]]; then
    systemctl disable --now docker-registry >/dev/null 2>&1 || true
fi
