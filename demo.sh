#!/usr/bin/env bash
# From attributes to a running pod, on this machine alone: a registry, a GitOps repository, samples/Checkout deployed to
# dev and to production, and the pod that comes of it. Everything it starts it also ends.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

app=checkout
sample=samples/Checkout
# The one call of the sample's API that is shown: arguments of curl, a path first.
api_call=(/checkout/carts/items --header 'Content-Type: application/json' --data '{"sku":"tea","quantity":2}')

say() { printf '\n== %s\n' "$*"; }
show() { printf '  $ %s\n' "$*"; }
indent() { sed 's/^/    /'; }
fail() {
    printf 'demo: %s\n' "$*" >&2
    exit 1
}

"$root/eng/setup.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/ink-demo-XXXXXXXX")
registry_pid='' pod=''
clean_up() {
    local status=$?
    trap - EXIT
    [[ -z $pod ]] || "$root/eng/play.sh" "$work/podman/podman" down "$pod" || true
    "$root/eng/podman-conf.sh" --remove "$work/podman" || true
    if [[ -n $registry_pid ]]; then
        kill "$registry_pid" 2>/dev/null || true
        wait "$registry_pid" 2>/dev/null || true
    fi
    rm -rf -- "$work"
    exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Bounded: asks a URL five times a second until it answers with success.
wait_for() {
    local url=$1 tries
    for ((tries = 0; tries < ${2:-100}; tries++)); do
        curl --silent --fail --max-time 5 --output /dev/null "$url" && return 0
        sleep 0.2
    done
    return 1
}

# Nobody listens on it now; whoever uses it tries another one when that has changed.
free_port() {
    local port
    for _ in {1..100}; do
        port=$((20000 + RANDOM % 12000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    fail 'no free port'
}

start_registry() {
    local attempt
    for attempt in 1 2 3 4 5; do
        registry=127.0.0.1:$(free_port)
        cat >"$work/registry.yml" <<EOF
version: 0.1
log: { level: warn }
storage: { filesystem: { rootdirectory: '$work/registry' }, delete: { enabled: true } }
http: { addr: '$registry' }
EOF
        timeout 3600 docker-registry serve "$work/registry.yml" >"$work/registry.log" 2>&1 &
        registry_pid=$!
        if wait_for "http://$registry/v2/" 50 && kill -0 "$registry_pid" 2>/dev/null; then
            return
        fi
        kill "$registry_pid" 2>/dev/null || true
    done
    cat -- "$work/registry.log" >&2
    fail 'the registry did not start'
}

# Ink deploys commits. What is not committed is left out rather than deployed under a commit's name.
source=$root
if [[ -n $(git -C "$root" status --porcelain) ]]; then
    echo 'demo: there are uncommitted changes here; the last commit is deployed, from a clone of it'
    git clone --quiet "$root" "$work/source"
    source=$work/source
fi

deploy() {
    local environment=$1
    local command=(dotnet publish "$sample" -t:InkDeploy "-p:InkEnvironment=$environment" "-p:InkRegistry=$registry"
        "-p:InkGitOpsUrl=$gitops" "-p:ContainerBaseImage=$registry/dotnet/aspnet:10.0")
    show "${command[*]}"
    if ! (cd -- "$source" && "${command[@]}") >"$work/deploy.log" 2>&1; then
        cat -- "$work/deploy.log" >&2
        fail "the deploy to $environment failed"
    fi
    grep -E 'Ink: |INK[0-9]{4}' "$work/deploy.log" | sed 's/^ *//' | awk '!seen[$0]++' | indent
}

tags() { curl --silent --fail "http://$registry/v2/$app/tags/list"; }
head_of() { git -C "$work/gitops.git" rev-parse main; }

say 'A registry and a GitOps repository on this machine'
start_registry
export DOTNET_CONTAINER_INSECURE_REGISTRIES=$registry
"$root/eng/base-image.sh" "$registry"
git init --quiet --bare --initial-branch=main "$work/gitops.git"
git -C "$work/gitops.git" config uploadpack.allowFilter true
gitops=file://$work/gitops.git
echo "  registry $registry, GitOps repository $gitops"

say 'Deploy to dev: build once, push the image, commit the manifests'
deploy dev

say 'Deploy to production: the same image'
deploy production
echo "    tags in the registry: $(tags)"
[[ $(tags | grep -o '"[0-9a-f]\{40\}"' | sort -u | wc -l) -eq 1 ]] || fail 'production was to reuse the image of dev'

say 'What the GitOps repository has now'
show 'git log'
git -C "$work/gitops.git" log --format='%h %s%n%w(0,2,2)%(trailers:only,unfold)' main | indent
show 'git ls-tree -r --name-only main'
git -C "$work/gitops.git" ls-tree -r --name-only main | indent

git clone --quiet "$gitops" "$work/gitops"
folder=$work/gitops/apps/$app/production
played=$work/gitops/apps/$app/dev
deployment=$folder/deployment-$app.yaml
show "cat ${deployment#"$work/gitops/"}"
indent <"$deployment"
show "kubectl kustomize apps/$app/production"
kubectl kustomize "$folder" | sed -n 's/^kind: //p' | sort | uniq -c | indent

# Production's has a sidecar, whose image is nowhere on this machine.
say 'Run the pod of dev from these files, with podman for a kubelet'
# A cluster's External Secrets operator would fetch the values; here each is made up.
secrets=()
for file in "$played"/externalsecret-*.yaml; do
    [[ -e $file ]] || continue
    name=$(awk '/^  target:/ { inside = 1; next } /^  [a-z]/ { inside = 0 } inside && $1 == "name:" { print $2 }' "$file")
    while read -r key; do
        secrets+=(--secret "${name:-$app}/$key=made-up-for-the-demo")
    done < <(awk '{ sub(/^ *- /, "") } $1 == "secretKey:" { print $2 }' "$file")
done
maps=()
for file in "$played"/configmap-*.yaml; do
    [[ ! -e $file ]] || maps+=(--with "$file")
done
"$root/eng/podman-conf.sh" "$work/podman" "$registry"
port=$(free_port)
pod=$("$root/eng/play.sh" "$work/podman/podman" up "$played/deployment-$app.yaml" --port "$port:8080" ${secrets[@]+"${secrets[@]}"} ${maps[@]+"${maps[@]}"})
if ! wait_for "http://127.0.0.1:$port/health/ready" 150; then
    "$work/podman/podman" pod logs "$pod" >&2 || true
    fail 'the pod did not become ready'
fi
show "curl http://127.0.0.1:$port/health/ready"
curl --silent --fail "http://127.0.0.1:$port/health/ready" | indent && echo
show "curl http://127.0.0.1:$port${api_call[*]}"
curl --silent --fail "http://127.0.0.1:$port${api_call[0]}" "${api_call[@]:1}" | indent && echo

say 'Deploy the same commit again: nothing to do'
before=$(head_of) images=$(tags)
deploy dev
[[ $(head_of) == "$before" && $(tags) == "$images" ]] || fail 'the second deploy was to make neither a commit nor an image'
echo '    no new image, no new commit'

say 'Done. Everything this started is being stopped and removed.'
