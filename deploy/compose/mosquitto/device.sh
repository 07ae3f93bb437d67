#!/bin/sh
# Logins of masters, gateways and devices, inside the broker's container; broker.sh tells the broker within a second. For a
# registered device, POST /api/devices/ID/credentials does the same:
#
#   docker compose exec mosquitto device add ID [PASSWORD]   make or replace a login; makes a password when none is given
#   docker compose exec mosquitto device remove ID
#   docker compose exec mosquitto device list
set -eu

passwords="${PASSWORDS:-/mosquitto/secrets/passwords}"
reserved=' bridge ingestion health nodered '

fail() {
  echo "device: $1" >&2
  exit 2
}

check() {
  [ -n "${1:-}" ] || fail "the device id is missing"
  # The password file parts its columns with a colon, so an id with one needs another broker or a client certificate.
  printf '%s' "$1" | grep -Eq '^[A-Za-z0-9._-]{1,64}$' || fail "a login may have letters, digits, '.', '_' and '-', at most 64"
  case "$reserved" in *" $1 "*) fail "$1 is a login of the services" ;; esac
}

case "${1:-}" in
  add)
    check "${2:-}"
    password="${3:-$(od -An -v -tx1 -N16 /dev/urandom | tr -d ' \n')}"
    mosquitto_passwd -b "$passwords" "$2" "$password"
    echo "user name: $2"
    echo "password:  $password"
    echo "try:       mosquitto_pub -h 127.0.0.1 -u $2 -P $password -q 1 -t devices/$2/telemetry -m '{\"temperature\":21.5}'"
    ;;
  remove)
    check "${2:-}"
    mosquitto_passwd -D "$passwords" "$2"
    ;;
  list)
    cut -d: -f1 "$passwords" | while read -r name; do
      case "$reserved" in *" $name "*) ;; *) echo "$name" ;; esac
    done
    ;;
  *)
    fail "usage: device add ID [PASSWORD] | remove ID | list"
    ;;
esac
