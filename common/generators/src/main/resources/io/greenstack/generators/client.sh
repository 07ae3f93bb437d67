#!/bin/sh
# Reads {{title}} with GreenStack by curl. GREENSTACK_API_KEY: a key of the API; GREENSTACK_DEVICE: id of the device.
set -eu
api=${GREENSTACK_URL:-{{api}}}
device=${GREENSTACK_DEVICE:-{{device}}}
get() { curl -fsS -H "X-API-Key: ${GREENSTACK_API_KEY:-}" "$@"; }

echo "# newest values"
get "$api/api/devices/$device/telemetry/latest"
echo
echo "# the last hour of {{key}}, a mean for each minute"
get -G "$api/api/devices/$device/telemetry/history" --data-urlencode {{parameter}} -d from=-1h -d every=1m
echo
echo "# events"
get "$api/api/devices/$device/events"
echo
echo "# what octets mean"
get -X POST -H 'Content-Type: application/json' "$api/api/descriptions/{{description}}/decode" -d '{"hex":"{{hex}}"}'
echo
echo "# live, for ten seconds"
get -N --max-time 10 "$api/api/devices/$device/telemetry/stream" || [ $? -eq 28 ]
