#!/bin/sh
# Reads TP100 temperature and pressure sensor press-7 with GreenStack by curl. GREENSTACK_API_KEY: a key of the API; GREENSTACK_DEVICE: id of the device.
set -eu
api=${GREENSTACK_URL:-'https://greenstack.example'}
device=${GREENSTACK_DEVICE:-'press-7'}
get() { curl -fsS -H "X-API-Key: ${GREENSTACK_API_KEY:-}" "$@"; }

echo "# newest values"
get "$api/api/devices/$device/telemetry/latest"
echo
echo "# the last hour of temperature, a mean for each minute"
get -G "$api/api/devices/$device/telemetry/history" --data-urlencode 'parameter=temperature' -d from=-1h -d every=1m
echo
echo "# events"
get "$api/api/devices/$device/events"
echo
echo "# what octets mean"
get -X POST -H 'Content-Type: application/json' "$api/api/descriptions/7/decode" -d '{"hex":"0000000000"}'
echo
echo "# live, for ten seconds"
get -N --max-time 10 "$api/api/devices/$device/telemetry/stream" || [ $? -eq 28 ]
