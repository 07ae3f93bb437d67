#!/bin/sh
# Backups of a suite: PostgreSQL, InfluxDB, Redis or Valkey, and folders (the broker's state, logins, secrets). docs/recovery.md
# says when to use which command.
#
#   backup run                      make one now: dump, try the dump in a scratch database, encrypt, drop old ones
#   backup schedule                 the same every BACKUP_EVERY seconds
#   backup list                     what there is
#   backup verify FILE              decrypt, check every part, restore PostgreSQL into a scratch database and count
#   backup restore FILE PART...     put back postgres, influxdb, redis or folders; the services must not run
#   backup extract FILE FOLDER      decrypt and unpack, to do the rest by hand
#   backup fresh                    succeeds while the newest backup is younger than two intervals
#   backup key                      print the private key, to be kept somewhere else
#
# A backup is one file, greenstack-TIME.tar.age: a tar, encrypted with age (https://age-encryption.org/v1) for
# BACKUP_RECIPIENT. In the tar: "manifest" (sha256 of every part, rows of every table), postgres.dump (pg_dump -Fc),
# redis.rdb, influxdb/ (influx backup), folders/NAME.tar.
set -eu
umask 077

backups="${BACKUP_ROOT:-/backups}"
keep="${BACKUP_KEEP:-14}"
every="${BACKUP_EVERY:-86400}"
identity="${BACKUP_IDENTITY:-$backups/key.txt}"
scratch="greenstack_verify_$$"
work=""

say() {
  printf '%s %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$*"
}

fail() {
  say "backup: $*" >&2
  exit 1
}

clean() {
  [ -z "$work" ] || rm -rf "$work"
  work=""
}

begin() {
  clean
  mkdir -p "$backups"
  # On the disk of the backups and not in /tmp, which is memory.
  work=$(mktemp -d "$backups/.work.XXXXXX")
}

# has PART: whether the address of a store is set.
has() {
  case "$1" in
    postgres) [ -n "${PGHOST:-}" ] ;;
    redis) [ -n "${REDIS_HOST:-}" ] ;;
    influxdb) [ -n "${INFLUX_HOST:-}" ] ;;
    folders) [ -n "${BACKUP_FOLDERS:-}" ] ;;
  esac
}

redis_cli() {
  if [ -n "${REDIS_PASSWORD_FILE:-}" ]; then
    REDISCLI_AUTH=$(cat "$REDIS_PASSWORD_FILE")
    export REDISCLI_AUTH
  fi
  "$(command -v valkey-cli || command -v redis-cli)" -h "$REDIS_HOST" -p "${REDIS_PORT:-6379}" "$@"
}

influx_cli() {
  if [ -n "${INFLUX_TOKEN_FILE:-}" ]; then
    INFLUX_TOKEN=$(cat "$INFLUX_TOKEN_FILE")
    export INFLUX_TOKEN
  fi
  influx "$@"
}

recipient() {
  if [ -n "${BACKUP_RECIPIENT:-}" ]; then
    printf '%s' "$BACKUP_RECIPIENT"
    return
  fi
  if [ ! -s "$identity" ]; then
    mkdir -p "$(dirname "$identity")"
    age-keygen -o "$identity" 2> /dev/null || fail "no key pair could be made in $identity"
    say "Made a key pair. Keep the private key elsewhere, without it no backup can be read: backup key" >&2
  fi
  age-keygen -y "$identity"
}

# rows DATABASE: one line a table with its number of rows.
rows() {
  psql -X -q -A -t -F ' ' -v ON_ERROR_STOP=1 -d "$1" -c "
    SELECT format('rows %I %s', relname,
      (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I.%I', schemaname, relname), false, true, '')))[1])
    FROM pg_stat_user_tables WHERE schemaname = 'public' ORDER BY relname"
}

# try_dump FILE: restores a dump into a database of its own and prints the rows of its tables.
try_dump() {
  psql -X -q -v ON_ERROR_STOP=1 -d "${PGDATABASE:-greenstack}" -c "CREATE DATABASE $scratch" >&2
  if pg_restore --no-owner --no-acl --exit-on-error -d "$scratch" "$1" >&2; then
    rows "$scratch" > "$work/rows"
    tried=0
  else
    tried=1
  fi
  psql -X -q -d "${PGDATABASE:-greenstack}" -c "DROP DATABASE $scratch" >&2
  [ "$tried" = 0 ] || fail "the dump of PostgreSQL cannot be restored"
  cat "$work/rows"
  rm -f "$work/rows"
}

checksums() {
  (cd "$1" && find . -type f ! -name manifest | sort | while read -r file; do sha256sum "$file"; done)
}

run() {
  start=$(date +%s)
  for_whom=$(recipient)
  begin
  mkdir "$work/parts"
  parts="$work/parts"
  : > "$work/manifest"
  if has postgres; then
    pg_dump -Fc --no-owner --no-acl -f "$parts/postgres.dump" "${PGDATABASE:-greenstack}" || fail "PostgreSQL was not dumped"
    try_dump "$parts/postgres.dump" >> "$work/manifest"
  fi
  if has redis; then
    redis_cli --rdb "$parts/redis.rdb" > "$work/told" 2>&1 || { cat "$work/told" >&2 && fail "Redis was not dumped"; }
    [ "$(head -c 5 "$parts/redis.rdb")" = REDIS ] || fail "Redis gave something that is no dump"
  fi
  if has influxdb; then
    influx_cli backup "$parts/influxdb" > /dev/null || fail "InfluxDB was not dumped"
  fi
  if has folders; then
    mkdir "$parts/folders"
    for folder in $BACKUP_FOLDERS; do
      tar -cf "$parts/folders/$(basename "$folder").tar" -C "$folder" . || fail "$folder was not read"
    done
  fi
  checksums "$parts" >> "$work/manifest"
  mv "$work/manifest" "$parts/manifest"
  name="greenstack-$(date -u +%Y%m%dT%H%M%SZ).tar.age"
  # A pipe hides the failure of its first part, so the tar says on its own that it is whole.
  { tar -cf - -C "$parts" . && : > "$work/whole"; } | age -r "$for_whom" -o "$work/$name" || fail "nothing was encrypted"
  [ -f "$work/whole" ] || fail "the parts were not packed"
  mv "$work/$name" "$backups/$name"
  clean
  prune
  say "Made $name, $(wc -c < "$backups/$name") octets, in $(($(date +%s) - start)) s"
}

prune() {
  find "$backups" -maxdepth 1 -name 'greenstack-*.tar.age' | sort -r | tail -n "+$((keep + 1))" | while read -r old; do
    rm -f "$old"
    say "Dropped $(basename "$old")"
  done
}

schedule() {
  while true; do
    # A child of its own, so that a backup that fails does not end the schedule.
    "$0" run || say "backup: this one failed, the next try is in an hour" >&2
    pause=3600
    ! "$0" fresh || pause=$every
    # In the background, so that a signal ends it at once.
    sleep "$pause" &
    wait $!
  done
}

newest() {
  find "$backups" -maxdepth 1 -name 'greenstack-*.tar.age' | sort | tail -n 1
}

fresh() {
  last=$(newest)
  [ -n "$last" ] && [ $(($(date +%s) - $(date -r "$last" +%s))) -lt $((2 * every)) ]
}

# open FILE: decrypts and unpacks into $work/parts, and checks every part.
open() {
  [ -f "$1" ] || fail "there is no $1"
  [ -s "$identity" ] || fail "the private key is missing: BACKUP_IDENTITY names its file"
  begin
  mkdir "$work/parts"
  age -d -i "$identity" -o "$work/tar" "$1" || fail "$1 cannot be decrypted with this key, or is damaged"
  tar -xf "$work/tar" -C "$work/parts" || fail "$1 is no tar"
  rm -f "$work/tar"
  grep -v '^rows ' "$work/parts/manifest" > "$work/expected" || true
  checksums "$work/parts" | cmp -s - "$work/expected" || fail "parts of $1 are missing or damaged"
}

verify() {
  open "$1"
  if [ -f "$work/parts/postgres.dump" ]; then
    grep '^rows ' "$work/parts/manifest" > "$work/expected"
    try_dump "$work/parts/postgres.dump" > "$work/found"
    cmp -s "$work/expected" "$work/found" || fail "$1: tables have other numbers of rows than at the backup"
    say "PostgreSQL: $(wc -l < "$work/found") tables"
  fi
  say "$1 is whole"
}

restore() {
  open "$1"
  shift
  [ $# -gt 0 ] || fail "say what: postgres, influxdb, redis, folders"
  for part in "$@"; do
    start=$(date +%s)
    "restore_$part"
    say "Restored $part in $(($(date +%s) - start)) s"
  done
}

restore_postgres() {
  # All or nothing: a failure leaves what was there.
  pg_restore --clean --if-exists --no-owner --no-acl --single-transaction -d "${PGDATABASE:-greenstack}" \
    "$work/parts/postgres.dump" || fail "PostgreSQL was not restored; it is as it was"
}

restore_influxdb() {
  # A full restore is of all organizations, and refuses the name of one, also in the environment.
  (unset INFLUX_ORG INFLUX_ORG_ID INFLUX_BUCKET_NAME INFLUX_BUCKET_ID
    influx_cli restore --full "$work/parts/influxdb" > /dev/null) || fail "InfluxDB was not restored"
}

# With its append-only file on, Redis 7 and Valkey read nothing but that; it may begin with a dump.
restore_redis() {
  data="${REDIS_DATA:?REDIS_DATA names the data folder of Redis}"
  rm -rf "$data/appendonlydir" "$data/dump.rdb"
  mkdir "$data/appendonlydir"
  cp "$work/parts/redis.rdb" "$data/appendonlydir/appendonly.aof.1.base.rdb"
  printf 'file appendonly.aof.1.base.rdb seq 1 type b\n' > "$data/appendonlydir/appendonly.aof.manifest"
  chown -R "$(stat -c %u:%g "$data")" "$data/appendonlydir"
}

restore_folders() {
  for folder in $BACKUP_FOLDERS; do
    packed="$work/parts/folders/$(basename "$folder").tar"
    [ -f "$packed" ] || fail "the backup has no $(basename "$folder")"
    find "$folder" -mindepth 1 -delete
    tar -xpf "$packed" -C "$folder"
  done
}

extract() {
  [ -n "${2:-}" ] || fail "say into which folder"
  open "$1"
  mkdir -p "$2"
  cp -R "$work/parts/." "$2"
  say "Unpacked into $2; it is not encrypted there"
}

trap clean EXIT
trap 'exit 1' INT TERM
case "${1:-}" in
  run) run ;;
  schedule) schedule ;;
  list) find "$backups" -maxdepth 1 -name 'greenstack-*.tar.age' -exec ls -l {} + | sort -k 9 ;;
  verify) verify "${2:?which file}" ;;
  restore) shift && restore "$@" ;;
  extract) extract "${2:?which file}" "${3:-}" ;;
  fresh) fresh ;;
  key) cat "$identity" ;;
  *) fail "usage: backup run | schedule | list | verify FILE | restore FILE PART... | extract FILE FOLDER | fresh | key" ;;
esac
