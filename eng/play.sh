#!/usr/bin/env bash
# Runs the pod of one rendered workload with 'podman play kube', as near to what a kubelet does as podman can.
#
#   eng/play.sh PODMAN up WORKLOAD.yaml [--port HOST:CONTAINER] [--secret NAME/KEY=VALUE]… [--with FILE.yaml]…
#       a Deployment, Job or CronJob; prints the pod's id. --with: ConfigMaps and claims that it refers to.
#   eng/play.sh PODMAN down POD_ID
#
# PODMAN is the wrapper eng/podman-conf.sh makes. What podman (4.3, Debian 12) cannot take, and so is changed here and
# nowhere else:
#   Job, CronJob      it knows neither, and of a Deployment starts as many pods on one host port as there are replicas,
#                     where all but the first fail: one Pod, made of the template
#   restartPolicy     with Always it starts an init container anew that has ended well: OnFailure, unless it is Never
#   sidecars          it passes the restartPolicy of an init container over, and waits for it to end: they are moved to the
#                     containers, where they start with the app, not before it, and do not end with a job
#   ports             it publishes every containerPort on 0.0.0.0: only --port, on 127.0.0.1
#   probes            it runs them as commands in the container, by systemd timers, with a curl that the image has not
#                     got, and restarts the container when that fails: removed, the caller asks from outside
#   subPath           it mounts the whole ConfigMap where one file of it belongs: the file as a hostPath, beside PODMAN
#   Secret            its 'play kube' writes one in a form that its secretKeyRef cannot read: 'podman secret create'
# Ignored by it without harm: requests, preStop.sleep, grace period, topology spread, service account, emptyDir limits.
set -euo pipefail

usage() {
    sed -n '4,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
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

# kubectl edits files by the rules of the API, without a server and without reading the user's kubeconfig.
patch() {
    local file=$1
    shift
    KUBECONFIG=/dev/null kubectl patch --local --filename "$file" "$@"
}

# What stands at a path in a file; more than a text comes as JSON.
field() {
    patch "$1" --patch '{}' --output "jsonpath={$2}"
}

# A file of a ConfigMap.
content() {
    local map=data
    [[ -z $(field "$1" .binaryData) ]] || map=binaryData
    patch "$1" --patch '{}' --output "go-template={{index .$map \"$2\"}}" | if [[ $map == data ]]; then cat; else base64 --decode; fi
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

case $(field "$subject" .kind) in
    Deployment | Job) template=.spec.template ;;
    CronJob) template=.spec.jobTemplate.spec.template ;;
    *) usage ;;
esac
labels=$(field "$subject" "$template.metadata.labels")
printf '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"%s","labels":%s},"spec":%s}' \
    "$(field "$subject" .metadata.name)" "${labels:-null}" "$(field "$subject" "$template.spec")" >"$work/template.json"

# Sidecars to the containers, the last first, so that the places of those before it stay.
moves='' at=0
for policy in $(field "$work/template.json" 'range .spec.initContainers[*]}{.restartPolicy}{"_ "}{end'); do
    from=/spec/initContainers/$((at++))
    [[ $policy == Always_ ]] || continue
    moves="{\"op\":\"remove\",\"path\":\"$from/restartPolicy\"},{\"op\":\"move\",\"from\":\"$from\",\"path\":\"/spec/containers/-\"}${moves:+,$moves}"
done
patch "$work/template.json" --type=json --patch "[$moves]" --output json >"$work/containers.json"

# The file that has the ConfigMap of each volume, and the files in them, beside PODMAN.
declare -A maps=() files=()
for file in ${with[@]+"${with[@]}"}; do
    maps[$(field "$file" .kind)/$(field "$file" .metadata.name)]=$file
done
while read -r volume map; do
    [[ -z $volume ]] || files[$volume]=${maps[ConfigMap/$map]:-}
done < <(field "$work/template.json" 'range .spec.volumes[?(@.configMap)]}{.name} {.configMap.name}{"\n"}{end')
store=$(mktemp -d "$(dirname -- "$podman")/files.XXXXXX")
volumes=''
while read -r volume path key; do
    [[ -n $key && -n ${files[$volume]:-} && ! -e $store/$volume ]] || continue
    content "${files[$volume]}" "$key" >"$store/$volume"
    volumes+="${volumes:+,}{\"name\":\"$volume\",\"configMap\":null,\"hostPath\":{\"path\":\"$store/$volume\",\"type\":\"File\"}}"
done < <(field "$work/containers.json" 'range .spec.containers[*].volumeMounts[*]}{.name} {.mountPath} {.subPath}{"\n"}{end')

# Gives the names after a path what podman can do with ports, probes and files; the app's container comes first.
edited() {
    local name volume path published=$1 edits='' mounts
    for name in $(field "$work/containers.json" "$2[*].name"); do
        mounts=''
        while read -r volume path; do
            [[ -z $volume || ! -e $store/$volume ]] || mounts+="${mounts:+,}{\"mountPath\":\"$path\",\"subPath\":null}"
        done < <(field "$work/containers.json" "range $2[?(@.name==\"$name\")].volumeMounts[*]}{.name} {.mountPath}{\"\\n\"}{end")
        edits+="${edits:+,}{\"name\":\"$name\",\"ports\":[{\"\$patch\":\"replace\"}$published],\"volumeMounts\":[$mounts],\"livenessProbe\":null,\"readinessProbe\":null,\"startupProbe\":null}"
        published=''
    done
    printf '%s' "$edits"
}
restart=$(field "$work/containers.json" .spec.restartPolicy)
[[ $restart == Never ]] || restart=OnFailure
published=${port:+,{\"containerPort\":${port#*:},\"hostPort\":${port%%:*},\"hostIP\":\"127.0.0.1\"\}}
patch "$work/containers.json" --type=strategic --output yaml >"$work/pod.yaml" \
    --patch "{\"spec\":{\"restartPolicy\":\"$restart\",\"containers\":[$(edited "$published" .spec.containers)],\"initContainers\":[$(edited '' .spec.initContainers)],\"volumes\":[$volumes]}}"
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
