#!/usr/bin/env bash
# Runs one rendered Deployment with 'podman play kube', as near to what a kubelet does as podman can.
#
#   eng/play.sh PODMAN up DEPLOYMENT.yaml [--port HOST:CONTAINER] [--secret NAME/KEY=VALUE]… [--with FILE.yaml]…
#       prints the pod's id. --with: ConfigMaps and claims that the Deployment refers to.
#   eng/play.sh PODMAN down POD_ID
#
# PODMAN is the wrapper eng/podman-conf.sh makes. What podman (4.3, Debian 12) cannot take, and so is changed here and
# nowhere else:
#   replicas          it starts that many pods on one host port, and all but the first fail: one
#   ports             it publishes every containerPort on 0.0.0.0: only --port, on 127.0.0.1
#   probes            it runs them as commands in the container, by systemd timers, with a curl that the image has not
#                     got, and restarts the container when that fails: removed, the caller asks from outside
#   subPath           it mounts the whole ConfigMap where one file of it belongs: the file as a hostPath, beside PODMAN
#   Secret            its 'play kube' writes one in a form that its secretKeyRef cannot read: 'podman secret create'
# Ignored by it without harm: requests, preStop.sleep, grace period, topology spread, service account, emptyDir limits.
set -euo pipefail

usage() {
    sed -n '3,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
    exit 2
}
[[ $# -ge 3 ]] || usage
podman=$1 verb=$2 subject=$3
shift 3

if [[ $verb == down ]]; then
    "$podman" pod rm --force --time 0 "$subject" >/dev/null 2>&1 || true
    # An emptyDir is a named volume here, and would show the next pod what this one left.
    "$podman" volume prune --force >/dev/null
    exit 0
fi
[[ $verb == up ]] || usage

port='' secrets=() with=()
while [[ $# -gt 1 ]]; do
    case $1 in
        --port) port=$2 ;;
        --secret) secrets+=("$2") ;;
        --with) with+=("$2") ;;
        *) usage ;;
    esac
    shift 2
done
[[ $# -eq 0 ]] || usage

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# kubectl edits the file by the rules of the API, without a server and without reading the user's kubeconfig.
patch() {
    KUBECONFIG=/dev/null kubectl patch --local --filename "$subject" --type=strategic "$@"
}

# One field of an object in a file.
field() {
    KUBECONFIG=/dev/null kubectl patch --local --filename "$1" --type=merge --patch '{}' --output "go-template=$2"
}

# A file of a ConfigMap.
content() {
    if [[ -n $(field "$1" '{{with .binaryData}}binary{{end}}') ]]; then
        field "$1" "{{index .binaryData \"$2\"}}" | base64 --decode
    else
        field "$1" "{{index .data \"$2\"}}"
    fi
}

# Secrets are shared by name: gather the keys of each, the values in base64, as the API has them.
declare -A bodies=()
for secret in ${secrets[@]+"${secrets[@]}"}; do
    name=${secret%%/*} pair=${secret#*/}
    value=$(printf '%s' "${pair#*=}" | base64 --wrap=0)
    bodies[$name]+="${bodies[$name]:+,}\"${pair%%=*}\":\"$value\""
done
for name in ${bodies[@]+"${!bodies[@]}"}; do
    "$podman" secret rm "$name" >/dev/null 2>&1 || true
    printf '{%s}' "${bodies[$name]}" | "$podman" secret create "$name" - >/dev/null
done

# The file that has the ConfigMap of each volume.
declare -A maps=() files=()
for file in ${with[@]+"${with[@]}"}; do
    maps[$(field "$file" '{{.kind}}/{{.metadata.name}}')]=$file
done
while read -r volume map; do
    [[ -z $volume ]] || files[$volume]=${maps[ConfigMap/$map]:-}
done < <(patch --patch '{}' --output 'jsonpath={range .spec.template.spec.volumes[?(@.configMap)]}{.name} {.configMap.name}{"\n"}{end}')
store=$(mktemp -d "$(dirname -- "$podman")/files.XXXXXX")

containers='' volumes=''
for name in $(patch --patch '{}' --output 'jsonpath={.spec.template.spec.containers[*].name}'); do
    ports='{"$patch":"replace"}'
    # The first container to come is the workload; sidecars follow it.
    if [[ -n $port && -z $containers ]]; then
        ports+=",{\"containerPort\":${port#*:},\"hostPort\":${port%%:*},\"hostIP\":\"127.0.0.1\"}"
    fi
    mounts=''
    while read -r volume path key; do
        [[ -n ${files[$volume]:-} && -n $key ]] || continue
        content "${files[$volume]}" "$key" >"$store/$volume"
        mounts+="${mounts:+,}{\"mountPath\":\"$path\",\"subPath\":null}"
        volumes+="${volumes:+,}{\"name\":\"$volume\",\"configMap\":null,\"hostPath\":{\"path\":\"$store/$volume\",\"type\":\"File\"}}"
    done < <(patch --patch '{}' --output "jsonpath={range .spec.template.spec.containers[?(@.name==\"$name\")].volumeMounts[*]}{.name} {.mountPath} {.subPath}{\"\n\"}{end}")
    containers+="${containers:+,}{\"name\":\"$name\",\"ports\":[$ports],\"volumeMounts\":[$mounts],\"livenessProbe\":null,\"readinessProbe\":null,\"startupProbe\":null}"
done
patch --patch "{\"spec\":{\"replicas\":1,\"template\":{\"spec\":{\"containers\":[$containers],\"volumes\":[$volumes]}}}}" \
    --output yaml >"$work/pod.yaml"
for file in ${with[@]+"${with[@]}"}; do
    { echo ---; cat -- "$file"; } >>"$work/pod.yaml"
done

if ! "$podman" play kube "$work/pod.yaml" >"$work/out" 2>"$work/err"; then
    cat -- "$work/out" "$work/err" >&2
    # A pod that came half up is ours to remove.
    pod=$(awk '/^Pod:/ { getline; print; exit }' "$work/out")
    [[ -z $pod ]] || "$podman" pod rm --force --time 0 "$pod" >/dev/null 2>&1 || true
    exit 1
fi
awk '/^Pod:/ { getline; print; exit }' "$work/out"
