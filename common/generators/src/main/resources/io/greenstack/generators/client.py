"""Reads {{title}} with GreenStack, and publishes for it. Needs Python 3.9 and: pip install requests paho-mqtt

GREENSTACK_API_KEY: a key of the API; GREENSTACK_DEVICE: id of the device; BROKER_USER, BROKER_PASSWORD: where the broker asks.
"""
import json
import os
import sys

import paho.mqtt.client as mqtt
import requests

API = os.environ.get("GREENSTACK_URL", {{api}})
DEVICE = os.environ.get("GREENSTACK_DEVICE", {{device}})
HEADERS = {"X-API-Key": os.environ.get("GREENSTACK_API_KEY", "")}
VALUES = {{values}}


def latest():
    """Newest value of every parameter."""
    answer = requests.get(f"{API}/api/devices/{DEVICE}/telemetry/latest", headers=HEADERS, timeout=10)
    answer.raise_for_status()
    return answer.json()


def history(parameter, start="-1h", every="1m"):
    """Stored values of a parameter, averaged over windows."""
    answer = requests.get(f"{API}/api/devices/{DEVICE}/telemetry/history", headers=HEADERS, timeout=30,
                          params={"parameter": parameter, "from": start, "every": every})
    answer.raise_for_status()
    return answer.json()


def live():
    """Readings as they come."""
    with requests.get(f"{API}/api/devices/{DEVICE}/telemetry/stream", headers=HEADERS, stream=True, timeout=(10, None)) as answer:
        answer.raise_for_status()
        for line in answer.iter_lines():
            if line.startswith(b"data:"):
                yield json.loads(line[5:])


def publish(process_data):
    """Publishes raw process data as the device would: bytes, which the suite decodes."""
    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, client_id=f"{DEVICE}-client", protocol=mqtt.MQTTv5)
    if "BROKER_USER" in os.environ:
        client.username_pw_set(os.environ["BROKER_USER"], os.environ.get("BROKER_PASSWORD"))
    client.connect({{broker}}, {{port}})
    client.loop_start()
    topic = {{prefix}} + "/" + DEVICE + "/telemetry"
    client.publish(topic, json.dumps({"processDataIn": process_data.hex()}), qos=1).wait_for_publish(10)
    client.disconnect()
    client.loop_stop()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        publish(bytes.fromhex(sys.argv[1]))
    print(json.dumps(latest(), indent=2, ensure_ascii=False))
