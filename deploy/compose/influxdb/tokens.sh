#!/bin/bash
# Gives each reader and writer a token of its own for the one bucket, so that only this script holds the operator token.
# Runs once InfluxDB answers. Safe to run again: a token that InfluxDB still accepts is kept.
set -euo pipefail
umask 022

root="${SECRETS_ROOT:-/secrets}"
: "${INFLUX_HOST:=http://influxdb:8086}" "${INFLUX_ORG:=greenstack}" "${INFLUX_USER:=greenstack}" "${INFLUX_BUCKET:=device-telemetry}"
INFLUX_TOKEN=$(< "$root/influxdb/admin-token")
export INFLUX_HOST INFLUX_ORG INFLUX_TOKEN

bucket_id=$(influx bucket list --name "$INFLUX_BUCKET" --hide-headers | cut -f 1)
if [[ -z "$bucket_id" ]]; then
  echo "InfluxDB has no bucket named $INFLUX_BUCKET." >&2
  exit 1
fi

# usable FILE: whether the token in the file is still known to InfluxDB.
usable() {
  [[ -s "$1" ]] && INFLUX_TOKEN=$(sed 's/^INFLUXDB_TOKEN=//' "$1") influx bucket list --name "$INFLUX_BUCKET" > /dev/null 2>&1
}

# token FILE PREFIX DESCRIPTION FLAG...: store PREFIX followed by a new token in the file.
token() {
  local file=$1 prefix=$2 description=$3 value
  shift 3
  if usable "$file"; then
    return
  fi
  value=$(influx auth create --user "$INFLUX_USER" --description "$description" "$@" --json |
    sed -n 's/^[[:space:]]*"token":[[:space:]]*"\([^"]*\)".*/\1/p')
  if [[ -z "$value" ]]; then
    echo "InfluxDB gave no token for $description." >&2
    exit 1
  fi
  printf '%s%s' "$prefix" "$value" > "$file.new"
  chmod 0444 "$file.new"
  mv "$file.new" "$file"
  echo "Made the token of $description."
}

token "$root/api-service/influxdb.properties" "INFLUXDB_TOKEN=" "api-service" --read-bucket "$bucket_id"
token "$root/influx-ingestion/influxdb.properties" "INFLUXDB_TOKEN=" "influx-ingestion" \
  --read-bucket "$bucket_id" --write-bucket "$bucket_id"
token "$root/grafana/influxdb-token" "" "grafana" --read-bucket "$bucket_id"
echo "InfluxDB tokens are ready."
