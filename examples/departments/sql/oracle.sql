-- Inbox, outbox and the place in the feed, for Oracle 11g and later, beside the tables of the business.
-- Bodies are BLOBs: bytes as they came and as they go, whatever the database's character set.

CREATE TABLE yb_feed (
  participant VARCHAR2(32)           NOT NULL,
  history     VARCHAR2(36),
  seq         NUMBER(18) DEFAULT 0   NOT NULL,
  digest      VARCHAR2(64)           NOT NULL,
  next_offset NUMBER(18) DEFAULT 0   NOT NULL,
  CONSTRAINT yb_feed_pk PRIMARY KEY (participant)
);

INSERT INTO yb_feed (participant, digest) VALUES ('STATS', RPAD('0', 64, '0'));

CREATE TABLE yb_inbox (
  participant VARCHAR2(32)   NOT NULL,
  seq         NUMBER(18)     NOT NULL,
  event_id    VARCHAR2(128)  NOT NULL,
  event_type  VARCHAR2(128)  NOT NULL,
  subject     VARCHAR2(64)   NOT NULL,
  digest      VARCHAR2(64)   NOT NULL,
  body        BLOB           NOT NULL,
  received    TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  applied     TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT yb_inbox_pk PRIMARY KEY (participant, seq)
);

-- Rows that are applied have no entry here, so the index stays small.
CREATE INDEX yb_inbox_open ON yb_inbox (CASE WHEN applied IS NULL THEN seq END);

CREATE TABLE yb_outbox (
  n           NUMBER(18)     NOT NULL,
  id          VARCHAR2(128)  NOT NULL,
  subject     VARCHAR2(64)   NOT NULL,
  body        BLOB           NOT NULL,
  created     TIMESTAMP(3) WITH TIME ZONE DEFAULT SYSTIMESTAMP NOT NULL,
  sent        TIMESTAMP(3) WITH TIME ZONE,
  CONSTRAINT yb_outbox_pk PRIMARY KEY (n),
  CONSTRAINT yb_outbox_id UNIQUE (id)
);

CREATE INDEX yb_outbox_open ON yb_outbox (CASE WHEN sent IS NULL THEN n END);

CREATE SEQUENCE yb_outbox_n ORDER;

-- 1. Receive: one transaction for each message or batch. The row lock keeps a second receiver out.
SELECT history, seq, digest, next_offset FROM yb_feed WHERE participant = 'STATS' FOR UPDATE;
--    … the consumer's rule, in the program; then:
INSERT INTO yb_inbox (participant, seq, event_id, event_type, subject, digest, body)
  VALUES ('STATS', :seq, :event_id, :event_type, :subject, :digest, :body);
UPDATE yb_feed SET history = :history, seq = :seq, digest = :digest, next_offset = :next_offset
  WHERE participant = 'STATS';
COMMIT;

-- 2. Apply: one transaction for each message, in the order of seq.
SELECT seq, event_type, subject, body FROM yb_inbox
  WHERE participant = 'STATS' AND CASE WHEN applied IS NULL THEN seq END IS NOT NULL ORDER BY seq;
--    … the business's own tables; and where there is something to say (the same id twice is one message):
INSERT INTO yb_outbox (n, id, subject, body)
  SELECT yb_outbox_n.NEXTVAL, :id, :subject, :body FROM dual
  WHERE NOT EXISTS (SELECT 1 FROM yb_outbox WHERE id = :id);
UPDATE yb_inbox SET applied = SYSTIMESTAMP WHERE participant = 'STATS' AND seq = :seq;
COMMIT;

-- 3. Acknowledge: the last message with nothing open before it, as `applied`.
SELECT seq, digest FROM yb_inbox WHERE participant = 'STATS' AND seq = (
  SELECT NVL(MIN(CASE WHEN applied IS NULL THEN seq END) - 1, MAX(seq)) FROM yb_inbox WHERE participant = 'STATS');

-- 4. Send: in the order of n; mark what the brokers have confirmed.
SELECT n, subject, body FROM yb_outbox WHERE CASE WHEN sent IS NULL THEN n END IS NOT NULL ORDER BY n;
UPDATE yb_outbox SET sent = SYSTIMESTAMP WHERE n = :n;
COMMIT;
