#!/bin/sh
# Runs Mosquitto with the logins of two sources in one file, and tells it when one of them changes:
#   /mosquitto/secrets/passwords   the services, and what "device add" makes
#   /mosquitto/logins/devices      what the API gives to devices
set -eu

own="${PASSWORDS:-/mosquitto/secrets/passwords}"
api="${API_PASSWORDS:-/mosquitto/logins/devices}"
all="${ALL_PASSWORDS:-/tmp/passwords}"
umask 077

# merge: all logins; those of the services win. Says whether anything changed.
merge() {
  {
    cat "$own"
    [ ! -f "$api" ] || cat "$api"
  } | awk -F: 'NF > 1 && !seen[$1]++' > "$all.new"
  if [ -f "$all" ] && cmp -s "$all" "$all.new"; then
    rm -f "$all.new"
    return 1
  fi
  mv "$all.new" "$all"
}

merge || true
(
  while sleep 1; do
    if merge; then
      # The broker has taken the place of this shell, under its process id.
      kill -HUP $$ || exit 0
    fi
  done
) &

exec mosquitto -c "${CONFIG:-/mosquitto/config/mosquitto.conf}"
