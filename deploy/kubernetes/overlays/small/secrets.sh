#!/bin/sh
# Prints the secrets of this overlay with new random values, for: ./secrets.sh | kubectl apply -f -
# Run it once: a second run makes other values, which the servers that have started do not know.
set -eu

random() {
  od -An -v -tx1 -N24 /dev/urandom | tr -d ' \n'
}

# secret NAME KEY VALUE ...
secret() {
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\n  namespace: greenstack\ntype: Opaque\nstringData:\n' "$1"
  shift
  while [ $# -gt 0 ]; do
    printf '  %s: "%s"\n' "$1" "$2"
    shift 2
  done
}

database=$(random)
valkey=$(random)
redis="redis://:$valkey@valkey:6379/0"
token=$(random)
api=$(random)
admin=$(random)
bridge=$(random)
ingestion=$(random)

secret valkey auth.conf "requirepass $valkey" password "$valkey"
secret influxdb admin-password "$(random)" admin-token "$token"
secret greenstack-api database-password "$database" redis-url "$redis" influxdb-token "$token" admin-key "$admin" api-key "$api"
secret greenstack-bridge mqtt-username bridge mqtt-password "$bridge" redis-url "$redis" api-key "$api"
secret greenstack-ingestion mqtt-username ingestion mqtt-password "$ingestion" redis-url "$redis" api-key "$api" influxdb-token "$token"
