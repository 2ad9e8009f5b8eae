#!/usr/bin/env bash
# Pushes dotnet/aspnet:10.0 to a registry on this machine.
#
#   eng/base-image.sh 127.0.0.1:5000 [auth-file]
#
# Pulled from the usual place where that can be reached, else built from Debian packages and the machine's own .NET
# runtime. Either way the image is kept as an OCI layout outside the repository, so that the next push takes a second.
set -euo pipefail

registry=${1:?usage: eng/base-image.sh REGISTRY_HOST:PORT [AUTH_FILE]}
authfile=${2:-}
upstream=${INK_BASE_IMAGE:-mcr.microsoft.com/dotnet/aspnet:10.0}
cache=${INK_DEV_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ink-dev}
policy=(--insecure-policy)

dotnet_root=$(dirname -- "$(readlink -f -- "$(command -v dotnet)")")
runtime=$(find "$dotnet_root/shared/Microsoft.AspNetCore.App" -mindepth 1 -maxdepth 1 -name '10.*' -printf '%f\n' 2>/dev/null | sort -V | tail -n 1)
architecture=$(dpkg --print-architecture 2>/dev/null || uname -m)

# The inputs decide the name: another runtime, another recipe or another upstream gives another image.
inputs=$({ cat -- "${BASH_SOURCE[0]}"; echo "$upstream $architecture $runtime"; } | sha256sum | cut -c 1-16)
layout=$cache/base-$inputs

work=
trap '[[ -z $work ]] || rm -rf -- "$work"' EXIT

pull() {
    # One short try: a machine without a way out must not wait for it.
    timeout 120 skopeo --command-timeout 60s "${policy[@]}" copy --quiet \
        "docker://$upstream" "oci:$work/layout:base" 2>"$work/pull.log"
}

# The newest of the names that this Debian knows (libssl3 became libssl3t64, libicu carries its version).
candidate() {
    local name
    for name in "$@"; do
        if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
    echo "base-image: apt knows none of: $*; run 'apt-get update' first" >&2
    return 1
}

build() {
    if [[ -z $runtime ]]; then
        echo "base-image: no ASP.NET Core 10 runtime in $dotnet_root; install the .NET 10 SDK" >&2
        return 1
    fi

    local rootfs=$work/rootfs packages=$work/packages icu
    mkdir -p "$rootfs" "$packages"
    icu=$(apt-cache pkgnames libicu | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1 || true)
    local names=(libc6 libgcc-s1 libstdc++6 zlib1g ca-certificates tzdata "${icu:-libicu72}")
    names+=("$(candidate libssl3t64 libssl3)")

    # Readable for apt's own download user, who may not enter a private folder.
    chmod 755 "$work" "$packages"
    (cd -- "$packages" && apt-get download --quiet --quiet "${names[@]}" 2>"$work/download.log") || {
        cat -- "$work/download.log" >&2
        return 1
    }
    local package
    for package in "$packages"/*.deb; do
        dpkg -x "$package" "$rootfs"
    done

    # ca-certificates ships single files and joins them when it is configured, which dpkg -x does not do.
    mkdir -p "$rootfs/etc/ssl/certs"
    cat "$rootfs"/usr/share/ca-certificates/mozilla/*.crt >"$rootfs/etc/ssl/certs/ca-certificates.crt"
    rm -rf -- "$rootfs/usr/share/doc" "$rootfs/usr/share/man" "$rootfs/usr/share/locale" "$rootfs/usr/share/lintian"

    mkdir -p "$rootfs/usr/share/dotnet/shared" "$rootfs/usr/bin" "$rootfs/etc" "$rootfs/app" "$rootfs/root" "$rootfs/run"
    cp -a -- "$dotnet_root/dotnet" "$dotnet_root/host" "$rootfs/usr/share/dotnet/"
    local framework
    for framework in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
        mkdir -p "$rootfs/usr/share/dotnet/shared/$framework"
        cp -a -- "$dotnet_root/shared/$framework"/10.* "$rootfs/usr/share/dotnet/shared/$framework/"
    done
    ln -sfn /usr/share/dotnet/dotnet "$rootfs/usr/bin/dotnet"

    printf '%s\n' 'root:x:0:0:root:/root:/usr/sbin/nologin' 'app:x:1654:1654::/home/app:/usr/sbin/nologin' >"$rootfs/etc/passwd"
    printf '%s\n' 'root:x:0:' 'app:x:1654:' >"$rootfs/etc/group"
    mkdir -p "$rootfs/tmp"
    chmod 1777 "$rootfs/tmp"

    # The home folder belongs to the app, all else to root: two calls, so that no root rights are needed here.
    local tar=(tar --directory="$rootfs" --numeric-owner --sort=name --mtime=@0 --file="$work/layer.tar")
    "${tar[@]}" --create --owner=0 --group=0 .
    mkdir -p "$rootfs/home/app"
    "${tar[@]}" --append --owner=0 --group=0 --no-recursion ./home
    "${tar[@]}" --append --owner=1654 --group=1654 ./home/app

    umoci init --layout "$work/layout"
    umoci new --image "$work/layout:base"
    umoci raw add-layer --image "$work/layout:base" "$work/layer.tar"
    umoci config --image "$work/layout:base" \
        --config.env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        --config.env APP_UID=1654 \
        --config.env ASPNETCORE_HTTP_PORTS=8080 \
        --config.env DOTNET_RUNNING_IN_CONTAINER=true \
        --config.env "DOTNET_VERSION=$runtime" \
        --config.env "ASPNET_VERSION=$runtime"
    umoci gc --layout "$work/layout"
}

if [[ ! -f $layout/index.json ]]; then
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/.base-XXXXXXXX")
    if pull; then
        echo "base-image: pulled $upstream" >&2
    else
        rm -rf -- "$work/layout"
        echo "base-image: $upstream is out of reach, building it from Debian packages and $dotnet_root" >&2
        build
    fi
    # Whoever is first wins: a rename is atomic and fails onto a folder that is not empty.
    mv -T -- "$work/layout" "$layout" 2>/dev/null || [[ -f $layout/index.json ]]
fi

push=(--dest-tls-verify=false)
[[ -z $authfile ]] || push+=(--dest-authfile "$authfile")
skopeo "${policy[@]}" copy --quiet "${push[@]}" "oci:$layout:base" "docker://$registry/dotnet/aspnet:10.0"
