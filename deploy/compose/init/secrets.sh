#!/bin/sh
# Makes every secret of the stack at the first start and hands each container only what it needs.
# Runs in the broker's image, because that one has mosquitto_passwd. Safe to run again: what exists is kept.
#
#   secrets.sh         create what is missing, then exit
#   secrets.sh show    print what a person needs to sign in
set -eu
umask 077

root="${SECRETS_ROOT:-/secrets}"
master="$root/master"
broker_user="${BROKER_USER:-mosquitto}"

random() {
  od -An -v -tx1 -N24 /dev/urandom | tr -d ' \n'
}

# secret NAME: the value of a secret, made on first use.
secret() {
  if [ ! -s "$master/$1" ]; then
    random > "$master/$1.new"
    mv "$master/$1.new" "$master/$1"
  fi
  cat "$master/$1"
}

# give FILE: store standard input in a consumer's volume. Only that consumer mounts it, under a user of its own.
give() {
  cat > "$root/$1.new"
  chmod 0444 "$root/$1.new"
  mv "$root/$1.new" "$root/$1"
}

# broker_login USER PASSWORD: add or replace one login and keep those of the devices.
broker_login() {
  passwords="$root/mosquitto/passwords"
  [ -f "$passwords" ] || : > "$passwords"
  mosquitto_passwd -b "$passwords" "$1" "$2"
}

create() {
  for consumer in master postgres valkey mosquitto influxdb grafana api-service mqtt-bridge influx-ingestion \
    exporters nodered backup; do
    mkdir -p "$root/$consumer"
    chmod 0755 "$root/$consumer"
  done
  chmod 0700 "$master"

  database=$(secret database-password)
  valkey=$(secret valkey-password)
  admin_key=$(secret admin-key)
  api_key=$(secret api-key)
  bridge=$(secret mqtt-bridge-password)
  ingestion=$(secret mqtt-ingestion-password)
  health=$(secret mqtt-health-password)
  nodered=$(secret mqtt-nodered-password)

  printf '%s' "$database" | give postgres/password
  printf 'requirepass %s\n' "$valkey" | give valkey/auth.conf
  printf '%s' "$valkey" | give valkey/password
  secret influxdb-admin-password | give influxdb/admin-password
  secret influxdb-admin-token | give influxdb/admin-token
  secret grafana-admin-password | give grafana/admin-password
  printf '%s' "$database" | give exporters/postgres-password
  printf '{"redis://valkey:6379":"%s"}' "$valkey" | give exporters/valkey-passwords.json
  secret nodered-admin-password | give nodered/admin-password
  secret nodered-credential-secret | give nodered/credential-secret
  printf '%s' "$nodered" | give nodered/mqtt-password
  printf 'postgres:5432:*:greenstack:%s\n' "$database" | give backup/pgpass
  # libpq takes no password file that others may read; only the container of the backups mounts it.
  chmod 0400 "$root/backup/pgpass"
  printf '%s' "$valkey" | give backup/valkey-password
  secret influxdb-admin-token | give backup/influxdb-token

  printf 'DATABASE_PASSWORD=%s\nREDIS_URL=redis://:%s@valkey:6379/0\nGREENSTACK_ADMIN_KEY=%s\nGREENSTACK_API_KEY=%s\n' \
    "$database" "$valkey" "$admin_key" "$api_key" | give api-service/secrets.properties
  printf 'MQTT_USERNAME=bridge\nMQTT_PASSWORD=%s\nREDIS_URL=redis://:%s@valkey:6379/0\nGREENSTACK_API_KEY=%s\n' \
    "$bridge" "$valkey" "$api_key" | give mqtt-bridge/secrets.properties
  printf 'MQTT_USERNAME=ingestion\nMQTT_PASSWORD=%s\nREDIS_URL=redis://:%s@valkey:6379/0\nGREENSTACK_API_KEY=%s\n' \
    "$ingestion" "$valkey" "$api_key" | give influx-ingestion/secrets.properties

  broker_login bridge "$bridge"
  broker_login ingestion "$ingestion"
  broker_login health "$health"
  broker_login nodered "$nodered"
  # Read by mosquitto_sub itself, so that the health check has no password on its command line.
  printf '%s\n' '-h 127.0.0.1' '-u health' "-P $health" > "$root/mosquitto/mosquitto_sub"
  chmod 0600 "$root/mosquitto/passwords" "$root/mosquitto/mosquitto_sub"
  chown -R "$broker_user" "$root/mosquitto"
  # The API writes the logins of devices there and the broker reads them; each runs as a user of its own.
  mkdir -p "$root/mqtt-logins"
  chown "${API_USER:-1001}" "$root/mqtt-logins"
  chmod 0755 "$root/mqtt-logins"

  echo "Secrets are ready. To see those you need: docker compose run --rm init show"
}

show() {
  if [ ! -s "$master/admin-key" ]; then
    echo "No secrets yet: run docker compose up first." >&2
    exit 1
  fi
  echo "API admin key (header X-API-Key):   $(cat "$master/admin-key")"
  echo "Grafana, user admin, password:      $(cat "$master/grafana-admin-password")"
  echo "InfluxDB, user greenstack, password: $(cat "$master/influxdb-admin-password")"
  echo "Node-RED, user admin, password:     $(cat "$master/nodered-admin-password")"
  echo "Node-RED at the broker, nodered:    $(cat "$master/mqtt-nodered-password")"
}

case "${1:-create}" in
  create) create ;;
  show) show ;;
  *)
    echo "usage: secrets.sh [create|show]" >&2
    exit 2
    ;;
esac
