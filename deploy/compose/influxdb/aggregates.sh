#!/bin/sh
# Sets up retention and aggregates of the history: buckets for 1 min and 1 h, and the tasks of InfluxDB that fill them.
# Can be run again at any time: what is there is brought up to date.
#   INFLUXDB_URL=http://localhost:8086 INFLUXDB_TOKEN=... sh deploy/compose/influxdb/aggregates.sh
set -eu
URL=${INFLUXDB_URL:-http://localhost:8086}
ORG=${INFLUXDB_ORG:-greenstack}
BUCKET=${INFLUXDB_BUCKET:-device-telemetry}
# days; 0 = for ever
KEEP_RAW=${KEEP_RAW_DAYS:-90}
KEEP_1M=${KEEP_1M_DAYS:-730}
KEEP_1H=${KEEP_1H_DAYS:-0}
if [ -n "${INFLUXDB_TOKEN_FILE:-}" ]; then INFLUXDB_TOKEN=$(cat "$INFLUXDB_TOKEN_FILE"); fi
: "${INFLUXDB_TOKEN:?a token that may write buckets and tasks is needed}"

# the token comes from the standard input, so that no list of processes shows it
header() { printf 'header = "Authorization: Token %s"\n' "$INFLUXDB_TOKEN"; }
call() {
    header |
        curl -sS --fail-with-body --max-time 30 -K - -H 'Content-Type: application/json' "$@" ||
        { echo "InfluxDB refused: $*" >&2; exit 1; }
}
first_id() { sed 's/[,{]/\n/g' | sed -n 's/^[[:space:]]*"id": *"\([0-9a-f]*\)".*/\1/p' | head -n 1; }
escaped() { printf '%s' "$1" | awk '{ gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); printf "%s%s", (NR > 1 ? "\\n" : ""), $0 }'; }
# InfluxDB answers 404 for a bucket that is not there, and an empty list for a task
found() { # kind, name, what the name is called
    answer=$(header | curl -sS --max-time 30 -K - -w '\n%{http_code}' -G "$URL/api/v2/$1" \
        --data-urlencode "org=$ORG" --data-urlencode "${3:-name}=$2") || exit 1
    case $(printf '%s' "$answer" | tail -n 1) in
        200) printf '%s' "$answer" | first_id ;;
        404) ;;
        *) echo "InfluxDB refused to tell its $1: $answer" >&2; exit 1 ;;
    esac
}

org=$(found orgs "$ORG" org) || exit 1
[ -n "$org" ] || { echo "InfluxDB does not know the organisation $ORG" >&2; exit 1; }

bucket() { # name, days
    rules="[{\"type\":\"expire\",\"everySeconds\":$(($2 * 86400))}]"
    [ "$2" -gt 0 ] || rules='[]'
    id=$(found buckets "$1") || exit 1
    if [ -n "$id" ]; then
        call -X PATCH "$URL/api/v2/buckets/$id" -d "{\"retentionRules\":$rules}" > /dev/null
    else
        call -X POST "$URL/api/v2/buckets" -d "{\"orgID\":\"$org\",\"name\":\"$1\",\"retentionRules\":$rules}" > /dev/null
    fi
    echo "bucket $1: $2 days"
}

task() { # window, how often, how far back, bucket
    name="greenstack-$BUCKET-$1"
    flux=$(
        cat << FLUX
import "date"

option task = {name: "$name", every: $2, offset: 20s}

stop = date.truncate(t: now(), unit: $1)
start = date.sub(d: $3, from: stop)
numbers = (tables=<-) => tables
    |> range(start: start, stop: stop)
    |> filter(fn: (r) => r._measurement == "device_telemetry" and r._field == "value" or r._measurement == "device_values" and r._field !~ /^(label|status):/)
FLUX
        for function in mean min max count; do
            cat << FLUX

from(bucket: "$BUCKET") |> numbers() |> aggregateWindow(every: $1, fn: $function, timeSrc: "_start", createEmpty: false)
    |> toFloat() |> set(key: "aggregate", value: "$function") |> to(bucket: "$4", org: "$ORG")
FLUX
        done
    )
    id=$(found tasks "$name") || exit 1
    if [ -n "$id" ]; then
        call -X PATCH "$URL/api/v2/tasks/$id" -d "{\"flux\":\"$(escaped "$flux")\",\"status\":\"active\"}" > /dev/null
    else
        call -X POST "$URL/api/v2/tasks" -d "{\"orgID\":\"$org\",\"flux\":\"$(escaped "$flux")\",\"status\":\"active\"}" > /dev/null
    fi
    echo "task $name: every $2 into $4"
}

bucket "$BUCKET" "$KEEP_RAW"
bucket "$BUCKET-1m" "$KEEP_1M"
bucket "$BUCKET-1h" "$KEEP_1H"
# late points count for as far back as each run looks
task 1m 1m 10m "$BUCKET-1m"
task 1h 1h 6h "$BUCKET-1h"
