"""Stands in for InfluxDB 3 where none can be had: its HTTP interface in front of Apache DataFusion, the engine of its SQL.

Takes line protocol (/api/v2/write and /api/v3/write_lp) into memory and answers /api/v3/query_sql. Tables have the types that
InfluxDB 3 gives them: tags are dictionaries, the time is in nanoseconds without a zone, and a column comes with its first value.
Needs Python 3.10 and the package datafusion; the port is the only argument.
"""

import json
import re
import sys
import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pyarrow as pa
from datafusion import SessionConfig, SessionContext

LOCK = threading.Lock()
TABLES = {}  # by table: (tags, fields by type, rows by tags and time)
SPACE = re.compile(r"(?<!\\) ")
COMMA = re.compile(r"(?<!\\),")
EQUALS = re.compile(r"(?<!\\)=")


def plain(text):
    return re.sub(r"\\([,= ])", r"\1", text)


def fields(text):
    """Name and value of each field; a text may have commas, blanks and quotes."""
    at = 0
    while at < len(text):
        end = EQUALS.search(text, at)
        name = plain(text[at : end.start()])
        at = end.end()
        if text[at] == '"':
            close = at + 1
            while text[close] != '"':
                close += 2 if text[close] == "\\" else 1
            yield name, re.sub(r'\\(["\\])', r"\1", text[at + 1 : close])
            at = close + 2
        else:
            stop = text.find(",", at)
            stop = len(text) if stop < 0 else stop
            yield name, float(text[at:stop])
            at = stop + 1


def write(line):
    head = SPACE.search(line)
    rest = line[head.end() :]
    time = int(rest[rest.rindex(" ") + 1 :])
    table, *pairs = COMMA.split(line[: head.start()])
    tags = {plain(k): plain(v) for k, v in (EQUALS.split(pair, maxsplit=1) for pair in pairs)}
    names, types, rows = TABLES.setdefault(plain(table), (set(), {}, {}))
    names.update(tags)
    row = rows.setdefault((tuple(sorted(tags.items())), time), dict(tags, time=time))
    for name, value in fields(rest[: rest.rindex(" ")]):
        if types.setdefault(name, type(value)) is not type(value):
            raise ValueError(f"invalid column type for column '{name}'")
        row[name] = value


def session():
    context = SessionContext(SessionConfig().with_information_schema(True))
    for table, (names, types, rows) in TABLES.items():
        columns = {"time": pa.array([row["time"] for row in rows.values()], pa.timestamp("ns"))}
        for name in names:
            texts = pa.array([row.get(name) for row in rows.values()], pa.string())
            columns[name] = texts.dictionary_encode()
        for name, kind in types.items():
            kind = pa.string() if kind is str else pa.float64()
            columns[name] = pa.array([row.get(name) for row in rows.values()], kind)
        context.register_record_batches(table, [pa.table(columns).to_batches() or []])
    return context


def text_of(nanos):
    whole = (datetime(1970, 1, 1) + timedelta(seconds=nanos // 10**9)).isoformat()
    return whole + (f".{nanos % 10**9:09d}".rstrip("0") if nanos % 10**9 else "")


def lines(batch):
    times = [pa.types.is_timestamp(field.type) for field in batch.schema]
    values = [
        column.cast(pa.timestamp("ns")).cast(pa.int64()).to_pylist() if is_time else column.to_pylist()
        for column, is_time in zip(batch.columns, times)
    ]
    for row in zip(*values):
        named = zip(batch.schema.names, times, row)
        yield json.dumps({n: text_of(v) if t else v for n, t, v in named if v is not None}, ensure_ascii=False)


class Server(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=b"", kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.answer(200, b'{"version":"stand-in"}')

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        try:
            path = urlsplit(self.path).path
            if path in ("/api/v2/write", "/api/v3/write_lp"):
                with LOCK:
                    for line in filter(None, body.split("\n")):
                        write(line)
                self.answer(204)
            elif path == "/api/v3/query_sql":
                asked = json.loads(body)
                with LOCK:
                    frame = session().sql(asked["q"], param_values=asked.get("params") or {})
                    rows = [line for batch in frame.collect() for line in lines(batch)]
                self.answer(200, "".join(row + "\n" for row in rows).encode(), "application/json")
            else:
                self.answer(404, b'{"error":"not found"}')
        except Exception as e:  # whatever the engine says is the answer
            print(f"{type(e).__name__}: {e}", file=sys.stderr)
            self.answer(400, json.dumps({"error": str(e)}).encode())

    def log_message(self, *arguments):
        """Says nothing of what went well."""


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Server).serve_forever()
