#!/usr/bin/env bash
# Writes a podman of its own into a folder: settings, storage, network and a wrapper that uses them. Nothing of the
# user's own podman is read or changed.
#
#   eng/podman-conf.sh DIR REGISTRY_HOST:PORT     then: DIR/podman play kube …
#   eng/podman-conf.sh --remove DIR               removes its pods, then the folder
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin

if [[ ${1:-} == --remove ]]; then
    dir=${2:?usage: eng/podman-conf.sh --remove DIR}
    [[ -x $dir/podman ]] || exit 0
    "$dir/podman" pod rm --all --force --time 0 >/dev/null 2>&1 || true
    umount "$dir/root/overlay" 2>/dev/null || true
    rm -rf -- "$dir"
    exit 0
fi

dir=${1:?usage: eng/podman-conf.sh DIR REGISTRY_HOST:PORT}
registry=${2:?usage: eng/podman-conf.sh DIR REGISTRY_HOST:PORT}
mkdir -p -- "$dir"
dir=$(cd -- "$dir" && pwd)
mkdir -p "$dir/root" "$dir/run" "$dir/tmp" "$dir/networks"

# No systemd, no journal and low hard limits where this often runs; crun wants more of the machine than runc.
cat >"$dir/containers.conf" <<EOF
[containers]
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
log_driver = "k8s-file"

[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "file"
lock_type = "file"

[network]
network_backend = "netavark"
network_config_dir = "$dir/networks"
EOF

# The network 'play kube' joins by default. podman would make it itself, but choose the same bridge and subnet in two
# folders that run at the same time.
seed=$(printf '%s' "$dir" | sha256sum | cut -c 1-64)
subnet=10.$((128 + 16#${seed:0:2} % 96)).$((16#${seed:2:2}))
cat >"$dir/networks/podman-default-kube-network.json" <<EOF
{
  "name": "podman-default-kube-network", "id": "$seed", "driver": "bridge",
  "network_interface": "ink${seed:0:8}", "created": "2020-01-01T00:00:00Z",
  "subnets": [{ "subnet": "$subnet.0/24", "gateway": "$subnet.1" }],
  "ipv6_enabled": false, "internal": false, "dns_enabled": false, "ipam_options": { "driver": "host-local" }
}
EOF

echo '{ "default": [{ "type": "insecureAcceptAnything" }] }' >"$dir/policy.json"
printf '%s\n' 'unqualified-search-registries = []' '[[registry]]' "location = \"$registry\"" 'insecure = true' \
    >"$dir/registries.conf"

cat >"$dir/podman" <<EOF
#!/usr/bin/env bash
dir=$(printf %q "$dir")
PATH=\$PATH:/usr/sbin:/sbin LC_ALL=C.UTF-8
export LC_ALL CONTAINERS_CONF="\$dir/containers.conf" CONTAINERS_REGISTRIES_CONF="\$dir/registries.conf"
options=(--root "\$dir/root" --runroot "\$dir/run" --tmpdir "\$dir/tmp")
# Where it pulls, it wants a policy: the user's need not accept our registry, or exist.
if [[ "\$1 \${2:-}" == "play kube" ]]; then
    shift 2
    exec podman "\${options[@]}" play kube --signature-policy "\$dir/policy.json" "\$@"
fi
exec podman "\${options[@]}" "\$@"
EOF
chmod +x "$dir/podman"
