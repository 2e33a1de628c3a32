#!/usr/bin/env python3
"""A statistics bureau on the exchange, in Python with confluent-kafka.

    python3 statistics_bureau.py KAFKA-SETTINGS DATABASE

KAFKA-SETTINGS is a file of librdkafka's settings, `name=value` a line: bootstrap.servers, and how to log in.

Puts every newly registered enterprise on a list of its own and answers. Effects, answers and the place in the feed
commit together; killed at any instant it goes on where the last commit left off. Exit code 3: the feed has a gap, a
divergence or something unreadable, and a person has to look.
"""
import hashlib
import json
import signal
import sqlite3
import sys
import time
from datetime import datetime, timezone

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

PARTICIPANT = "STATS"
ITEM = "statistical-unit-listing"
FEED = "registration.feed." + PARTICIPANT
INBOUND = "registration.inbound." + PARTICIPANT

TABLES = """
CREATE TABLE IF NOT EXISTS yb_feed (
  participant TEXT PRIMARY KEY, history TEXT, sequence INTEGER NOT NULL, digest TEXT NOT NULL, next_offset INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS yb_outbox (
  n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, value BLOB NOT NULL, sent TEXT);
CREATE TABLE IF NOT EXISTS form_value (
  record TEXT NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (record, path));
CREATE TABLE IF NOT EXISTS unit (record TEXT PRIMARY KEY, uscc TEXT NOT NULL, name TEXT);
CREATE TABLE IF NOT EXISTS refused (sequence INTEGER PRIMARY KEY, messageid TEXT, code TEXT NOT NULL, problem TEXT NOT NULL);
"""


class Halt(Exception):
    """The feed cannot be taken any further."""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def next_digest(previous, sequence, event_id, value):
    """d(n) of the feed; `value` is the bytes as they came."""
    return sha256(("%s\n%d\n%s\n%s" % (previous, sequence, event_id, sha256(value))).encode("utf-8"))


def say(db, id, type, subject, data, **more):
    """Puts a message into the outbox. The same id twice is one message."""
    message = {
        "specversion": "1.0",
        "id": id,
        "source": "/participants/" + PARTICIPANT,
        "type": type,
        "subject": subject,
        "time": datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "authtype": "system",
        "authid": "connector",
    }
    message.update(more, data=data)
    value = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    db.execute("INSERT OR IGNORE INTO yb_outbox (id, subject, value) VALUES (?, ?, ?)", (id, subject, value))


def apply(db, event):
    """The department's own business, in the transaction of the feed. Types that are not known are passed by."""
    data = event.get("data", {})
    for change in data.get("changes", []):
        key = (event["subject"], change["path"])
        db.execute("DELETE FROM form_value WHERE record = ? AND path = ?", key)
        if change.get("after") is not None:
            db.execute("INSERT INTO form_value VALUES (?, ?, ?)", key + (json.dumps(change["after"]),))
    if event["type"] == "yibiao.approvals.opened.v1":
        approval = "%s/%s" % (event.get("filing"), ITEM)
        if approval in data["approvals"]:  # it names those of other participants as well
            list_unit(db, event, approval)
    if event["type"] == "yibiao.message.refused.v1":
        problem = data["problem"]
        row = (event["feedsequence"], data.get("messageid"), problem["code"], json.dumps(problem))
        db.execute("INSERT INTO refused VALUES (?, ?, ?, ?)", row)
        print("refused:", data.get("messageid"), problem["code"], file=sys.stderr)


def list_unit(db, event, approval):
    known = dict(db.execute("SELECT path, value FROM form_value WHERE record = ?", (event["subject"],)))
    uscc = json.loads(known["/uscc"])
    name = json.loads(known["/name/full"])
    db.execute("INSERT OR REPLACE INTO unit VALUES (?, ?, ?)", (event["subject"], uscc, name))
    say(
        db,
        id=approval + "/1/recorded",
        type="yibiao.approval.recorded.v1",
        subject=event["subject"],
        data={"approval": approval, "round": 1, "form": {"statistics": {"unitCode": uscc[8:17]}}},
        filing=event["filing"],
        causationid=event["id"],
        authtype="officer",
        authid="STATS-017",
    )


def take(db, message):
    """The consumer's rule for one message, in one transaction."""
    history, last, digest, _ = place(db)
    value = message.value()
    try:
        event = json.loads(value.decode("utf-8"))
        sequence, event_id = event["feedsequence"], event["id"]
    except (ValueError, KeyError, TypeError) as error:
        raise Halt("offset %d is no feed message: %r" % (message.offset(), error))
    if history not in (None, event["historyid"]):
        raise Halt("the feed is of history %s, the database of %s" % (event["historyid"], history))
    if sequence > last + 1:
        raise Halt("gap: sequence %d came where %d was expected" % (sequence, last + 1))
    headers = dict(message.headers() or [])
    claimed = headers.get("feeddigest", b"").decode("ascii")
    if sequence <= last:
        if sequence == last and claimed != digest:
            raise Halt("divergence at sequence %d, which came before with another digest" % sequence)
        return
    own = next_digest(digest, sequence, event_id, value)
    if claimed != own:
        raise Halt("divergence at sequence %d: own digest %s, the feed's %s" % (sequence, own, claimed))
    with db:  # all of it or nothing
        apply(db, event)
        db.execute(
            "UPDATE yb_feed SET history = ?, sequence = ?, digest = ?, next_offset = ?",
            (event["historyid"], sequence, own, message.offset() + 1),
        )


def place(db):
    return db.execute("SELECT history, sequence, digest, next_offset FROM yb_feed").fetchone()


def acknowledge(db):
    """Cumulative: one receipt covers everything up to its sequence."""
    _, sequence, digest, _ = place(db)
    data = {"sequence": sequence, "digest": digest, "stage": "applied"}
    with db:
        say(db, "feed/applied/%d" % sequence, "yibiao.feed.acknowledged.v1", PARTICIPANT, data)


def send(db, producer):
    """Sends what the outbox holds, in its order, and marks it when the brokers have it. Twice does no harm."""
    rows = db.execute("SELECT n, subject, value FROM yb_outbox WHERE sent IS NULL ORDER BY n").fetchall()
    errors = []
    for _, subject, value in rows:
        producer.produce(INBOUND, key=subject, value=value, on_delivery=lambda e, _: e and errors.append(e))
    if producer.flush(30) > 0 or errors:
        print("not sent yet, tried again:", errors[:1], file=sys.stderr)
        return
    with db:
        for n, _, _ in rows:
            db.execute("UPDATE yb_outbox SET sent = ? WHERE n = ?", (datetime.now(timezone.utc).isoformat(), n))


def settings_of(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def run(settings, database):
    db = sqlite3.connect(database)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.executescript(TABLES)
    with db:
        db.execute("INSERT OR IGNORE INTO yb_feed VALUES (?, NULL, 0, ?, 0)", (PARTICIPANT, "0" * 64))
    producer = Producer(
        dict(
            settings,
            **{
                "partitioner": "murmur2_random",  # librdkafka's own default is another: CRC32
                "enable.idempotence": True,  # implies acks=all and keeps the order
                "message.timeout.ms": 30000,
            }
        )
    )
    consumer = Consumer(
        dict(
            settings,
            **{
                "group.id": "connector." + PARTICIPANT,  # the library insists on one; nothing is committed to it
                "enable.auto.commit": False,
                "auto.offset.reset": "error",  # an expired offset is an error and never skipped
            }
        )
    )
    consumer.assign([TopicPartition(FEED, 0, place(db)[3])])

    running = [True]
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: running.clear())
    acknowledged, acknowledged_at = -1, 0.0
    try:
        while running:
            for message in consumer.consume(500, 0.2):
                if message.error() is not None:
                    raise KafkaException(message.error())
                take(db, message)
            now, sequence = time.monotonic(), place(db)[1]
            if sequence > max(acknowledged, 0) and now >= acknowledged_at + 1:  # at most one a second
                acknowledge(db)
                acknowledged, acknowledged_at = sequence, now
            send(db, producer)
    finally:
        consumer.close()
        db.close()


if __name__ == "__main__":
    try:
        run(settings_of(sys.argv[1]), sys.argv[2])
    except Halt as halt:
        print("halted:", halt, file=sys.stderr)
        sys.exit(3)
