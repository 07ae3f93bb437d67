#!/usr/bin/env bash
# The recovery drill: data are written, backed up, everything is destroyed, restored and compared. Needs PostgreSQL, Redis 7 or
# Valkey, and age, as Debian has them; starts its own servers in a temporary folder and touches nothing else. InfluxDB is part of it
# where influxd 2 and influx are on the path; Debian has neither. Elsewhere its steps are tried by the Compose job of CI.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
migrations="$here/../../api-service/src/main/resources/db/migration"
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2> /dev/null | sort -V | tail -n 1)
for tool in "$bin/initdb" redis-server redis-cli age age-keygen; do
  command -v "$tool" > /dev/null || { echo "drill: $tool is missing (Debian: postgresql redis-server age)" >&2; exit 3; }
done

root=$(mktemp -d /tmp/greenstack-drill.XXXXXX)
chmod 0755 "$root"
port=$((20000 + RANDOM % 10000))
export PGHOST=127.0.0.1 PGPORT=$port PGUSER=greenstack PGDATABASE=greenstack
export REDIS_HOST=127.0.0.1 REDIS_PORT=$((port + 1)) REDIS_DATA="$root/redis"
export BACKUP_ROOT="$root/backups" BACKUP_KEEP=2 BACKUP_FOLDERS="$root/mosquitto $root/mqtt-logins"
influx_there=no
if command -v influxd > /dev/null && command -v influx > /dev/null; then influx_there=yes; fi
unset INFLUX_HOST INFLUX_TOKEN_FILE BACKUP_RECIPIENT BACKUP_IDENTITY PGPASSFILE REDIS_PASSWORD_FILE

# PostgreSQL does not run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups "$@"); else "$@"; fi
}

redis() { redis-cli -h "$REDIS_HOST" -p "$REDIS_PORT" "$@"; }

# The token of a new server is that of the lost one, as the secrets of Compose are restored first.
start_influxdb() {
  mkdir -p "$root/influxdb"
  influxd --bolt-path "$root/influxdb/influxd.bolt" --sqlite-path "$root/influxdb/influxd.sqlite" \
    --engine-path "$root/influxdb/engine" --http-bind-address "127.0.0.1:$((port + 2))" --reporting-disabled \
    > "$root/influxd.log" 2>&1 &
  influxd=$!
  for _ in $(seq 200); do
    ! influx ping > /dev/null 2>&1 || break
    sleep 0.1
  done
  influx setup --force --skip-verify --name "drill-$(date +%N)" --username drill --password drill-password --org greenstack \
    --bucket "${1:-device-telemetry}" --token "$INFLUX_TOKEN" > /dev/null
}

stop_influxdb() {
  [ -z "${influxd:-}" ] || { kill "$influxd" && wait "$influxd"; } 2> /dev/null || true
  influxd=
}

stop_all() {
  stop_influxdb
  redis shutdown nosave > /dev/null 2>&1 || true
  [ ! -d "$root/postgres" ] || as_postgres "$bin/pg_ctl" -D "$root/postgres" -m immediate stop > /dev/null 2>&1 || true
}
trap 'stop_all; rm -rf "$root"' EXIT

start_postgres() {
  mkdir -p "$root/postgres"
  [ "$(id -u)" != 0 ] || chown postgres "$root/postgres"
  as_postgres "$bin/initdb" -D "$root/postgres" -U greenstack -A trust --locale=C.UTF-8 > /dev/null
  as_postgres "$bin/pg_ctl" -D "$root/postgres" -w -l "$root/postgres/log" \
    -o "-p $PGPORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=" start > /dev/null
  createdb greenstack
}

start_redis() {
  mkdir -p "$REDIS_DATA"
  redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --dir "$REDIS_DATA" --appendonly yes --save '' --daemonize yes \
    --logfile "$root/redis.log" > /dev/null
  for _ in $(seq 100); do
    [ "$(redis ping 2> /dev/null)" != PONG ] || return 0
    sleep 0.1
  done
  echo "drill: Redis did not start" >&2
  return 1
}

# What there is, in one hash for each store.
digest() {
  psql -X -q -A -t -c "SELECT string_agg(format('SELECT %L, count(*), coalesce(md5(string_agg(t::text, chr(10) ORDER BY t::text)), '''') FROM %I t', relname, relname), ' UNION ALL ' ORDER BY relname) FROM pg_stat_user_tables" |
    psql -X -q -A -t -f - | sort > "$1.postgres"
  psql -X -q -A -t -c "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1" >> "$1.postgres"
  redis debug digest > "$1.redis"
  redis xlen deadletter:mqtt-bridge >> "$1.redis"
  [ "$influx_there" = no ] || influx query --raw 'from(bucket: "device-telemetry") |> range(start: 0) |> drop(columns: ["_start", "_stop"])' |
    sort > "$1.influxdb"
  (cd "$root" && find mosquitto mqtt-logins -type f -exec sha256sum {} + -exec stat -c '%n %a %u' {} + | sort) > "$1.folders"
}

took() {
  local start
  start=$(date +%s%N)
  "${@:2}"
  printf '%-44s %5d ms\n' "$1" $((($(date +%s%N) - start) / 1000000))
}

echo "== write"
start_postgres
start_redis
if [ "$influx_there" = yes ]; then
  export INFLUX_HOST="http://127.0.0.1:$((port + 2))" INFLUX_TOKEN=drill-token-0123456789 INFLUX_ORG=greenstack \
    INFLUX_CONFIGS_PATH="$root/influx-configs"
  start_influxdb
  for n in $(seq 20000); do
    echo "device_telemetry,device_id=press-$((n % 500)),parameter=temperature value=$n.5 $((1767225600 + n))000000000"
  done > "$root/points"
  influx write --bucket device-telemetry --file "$root/points"
fi
for file in $(find "$migrations" -name 'V*.sql' | sort); do
  psql -X -q -v ON_ERROR_STOP=1 --single-transaction -f "$file" > /dev/null
done
psql -X -q -v ON_ERROR_STOP=1 << 'SQL'
INSERT INTO device (id, name, registered_at, updated_at, last_registered_at)
  SELECT 'press-' || n, 'Press ' || n, now(), now(), now() FROM generate_series(1, 500) n;
INSERT INTO device_event (device_id, code, mode, type, occurred_at, from_device, received_at)
  SELECT 'press-' || (1 + n % 500), n % 65536, 'SINGLESHOT', 'WARNING', timestamptz '2026-01-01' + n * interval '1 s', true, now()
  FROM generate_series(1, 100000) n;
SQL
{
  for n in $(seq 2000); do
    echo "XADD deadletter:mqtt-bridge $n-1 reason not-json payload number-$n"
    echo "HSET device:shadow:press-$n version $n desired V_Damping=$n"
  done
} | redis --pipe > /dev/null
mkdir -p "$root/mosquitto" "$root/mqtt-logins"
head -c 1000000 /dev/urandom > "$root/mosquitto/mosquitto.db"
echo 'press-7:7-101-salt-hash' > "$root/mqtt-logins/devices"
chmod 0640 "$root/mqtt-logins/devices"

echo "== back up"
took "Backup with its trial" "$here/backup.sh" run
file=$(find "$BACKUP_ROOT" -name '*.age')
digest "$root/before"
size=$(stat -c %s "$file")
took "Check of the backup" "$here/backup.sh" verify "$file"

echo "== what must not pass"
cp "$file" "$root/damaged.age"
# Sixteen octets, because a single one would be what is there already in one run of 256, and nothing would be damaged.
dd if=/dev/zero of="$root/damaged.age" bs=1 count=16 seek=50000 conv=notrunc status=none
! cmp -s "$file" "$root/damaged.age" || { echo "drill: nothing was damaged" >&2; exit 1; }
! "$here/backup.sh" verify "$root/damaged.age" 2> /dev/null || { echo "drill: a damaged backup passed" >&2; exit 1; }
age-keygen -o "$root/other.txt" 2> /dev/null
! BACKUP_IDENTITY="$root/other.txt" "$here/backup.sh" verify "$file" 2> /dev/null || { echo "drill: a wrong key opened it" >&2; exit 1; }
! grep -aq 'V_Damping' "$file" || { echo "drill: it is not encrypted" >&2; exit 1; }
! PGPORT=1 "$here/backup.sh" run > /dev/null 2>&1 || { echo "drill: a backup without PostgreSQL passed" >&2; exit 1; }
[ -z "$(find "$BACKUP_ROOT" -name '.work*')" ] || { echo "drill: clear text was left behind" >&2; exit 1; }

echo "== destroy everything"
stop_all
rm -rf "$root/postgres" "$root/redis" "$root/mosquitto" "$root/mqtt-logins" "$root/influxdb" "$root/influx-configs"

echo "== restore"
mkdir -p "$root/redis" "$root/mosquitto" "$root/mqtt-logins"
start_postgres
took "PostgreSQL" "$here/backup.sh" restore "$file" postgres
if [ "$influx_there" = yes ]; then
  start_influxdb empty
  took "InfluxDB" "$here/backup.sh" restore "$file" influxdb
fi
took "Folders" "$here/backup.sh" restore "$file" folders
took "Redis" "$here/backup.sh" restore "$file" redis
took "Start of Redis with what was restored" start_redis
digest "$root/after"
stores=(postgres redis folders)
[ "$influx_there" = no ] || stores+=(influxdb)
for store in "${stores[@]}"; do
  cmp "$root/before.$store" "$root/after.$store" || { diff "$root/before.$store" "$root/after.$store" | head; exit 1; }
done
redis set written-after yes > /dev/null
redis shutdown nosave > /dev/null 2>&1 || true
start_redis
[ "$(redis get written-after)" = yes ] || { echo "drill: Redis does not keep what is written now" >&2; exit 1; }

echo "== retention"
for _ in 1 2; do
  sleep 1.1
  "$here/backup.sh" run > /dev/null
done
[ "$(find "$BACKUP_ROOT" -name '*.age' | wc -l)" = 2 ] || { echo "drill: BACKUP_KEEP is not kept" >&2; exit 1; }
"$here/backup.sh" fresh
echo "The drill passed: $(grep -c . "$root/before.postgres") tables and sequences, $size octets, all equal. InfluxDB in it: $influx_there."
