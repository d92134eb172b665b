#!/usr/bin/env bash
# Makes release/: static programs for six platforms, the licences of what is linked into them, the files of deploy/, and checksums. The same
# commit and the same Go make the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${VERSION:?the version, such as v0.1.0}
out=${OUT:-release}
go=${GO:-go}
tags=nodynamic
modules='{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}'
platforms="linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64"
export CGO_ENABLED=0 GOFLAGS= LC_ALL=C

# licences prints the texts of the licences of Go, of each module that is linked, and of what is vendored in static/.
licences() {
  echo "IGNY8 $version is licensed under the Apache License 2.0 (the file LICENSE of its repository). It contains the following."
  show "Go $($go env GOVERSION)" "$($go env GOROOT)/LICENSE"
  for platform in $platforms; do
    GOOS=${platform%/*} GOARCH=${platform#*/} $go list -tags $tags -deps -f "$modules" ./cmd/igny8
  done | sort -u | while read -r module revision folder; do
    mapfile -t texts < <(find "$folder" -maxdepth 1 -type f | grep -iE '/(licen[cs]e|copying|notice|patents)[^/]*$' | grep -vi logo | sort)
    [ "${#texts[@]}" -gt 0 ] || { echo "$module has no licence" >&2; exit 1; }
    show "$module $revision" "${texts[@]}"
  done
  for text in static/js/vendor/*LICENSE* static/icons/*LICENSE*; do
    show "$text" "$text"
  done
}

show() {
  printf '\n%s\n%s\n\n' "$(printf '=%.0s' {1..100})" "$1"
  shift
  cat "$@"
}

rm -rf "$out"
mkdir -p "$out"
licences > "$out/LICENSES.txt"
for platform in $platforms; do
  name=igny8_${version#v}_${platform%/*}_${platform#*/}
  case $platform in windows/*) name=$name.exe ;; esac
  echo "building $name"
  GOOS=${platform%/*} GOARCH=${platform#*/} $go build -trimpath -buildvcs=false -tags $tags \
    -ldflags "-s -w -buildid= -X main.version=$version" -o "$out/$name" ./cmd/igny8
done
git ls-files -z LICENSE CHANGELOG.md Caddyfile docker-compose.yml deploy |
  tar --null -T - --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w -c |
  gzip -n > "$out/igny8_${version#v}_deploy.tar.gz"
(cd "$out" && sha256sum -- * > SHA256SUMS)
echo "$out:" && cat "$out/SHA256SUMS"
