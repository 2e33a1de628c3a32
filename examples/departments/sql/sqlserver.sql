-- Inbox, outbox and the place in the feed, for SQL Server 2012 and later, beside the tables of the business.
-- Bodies are VARBINARY: bytes as they came and as they go, whatever the database's collation.

CREATE TABLE yb_feed (
  participant VARCHAR(32) NOT NULL CONSTRAINT yb_feed_pk PRIMARY KEY,
  history     VARCHAR(36) NULL,
  seq         BIGINT      NOT NULL CONSTRAINT yb_feed_seq DEFAULT 0,
  digest      VARCHAR(64) NOT NULL,
  next_offset BIGINT      NOT NULL CONSTRAINT yb_feed_next DEFAULT 0
);

INSERT INTO yb_feed (participant, digest) VALUES ('STATS', REPLICATE('0', 64));

CREATE TABLE yb_inbox (
  participant VARCHAR(32)    NOT NULL,
  seq         BIGINT         NOT NULL,
  event_id    VARCHAR(128)   NOT NULL,
  event_type  VARCHAR(128)   NOT NULL,
  subject     VARCHAR(64)    NOT NULL,
  digest      VARCHAR(64)    NOT NULL,
  body        VARBINARY(MAX) NOT NULL,
  received    DATETIMEOFFSET(3) NOT NULL CONSTRAINT yb_inbox_received DEFAULT SYSDATETIMEOFFSET(),
  applied     DATETIMEOFFSET(3) NULL,
  CONSTRAINT yb_inbox_pk PRIMARY KEY (participant, seq)
);

CREATE INDEX yb_inbox_open ON yb_inbox (participant, seq) WHERE applied IS NULL;

-- Ids tell upper from lower case, which the collation of the database may not.
CREATE TABLE yb_outbox (
  n           BIGINT IDENTITY(1, 1) NOT NULL CONSTRAINT yb_outbox_pk PRIMARY KEY,
  id          VARCHAR(128) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT yb_outbox_id UNIQUE,
  subject     VARCHAR(64)    NOT NULL,
  body        VARBINARY(MAX) NOT NULL,
  created     DATETIMEOFFSET(3) NOT NULL CONSTRAINT yb_outbox_created DEFAULT SYSDATETIMEOFFSET(),
  sent        DATETIMEOFFSET(3) NULL
);

CREATE INDEX yb_outbox_open ON yb_outbox (n) WHERE sent IS NULL;

-- 1. Receive: one transaction for each message or batch. The update lock keeps a second receiver out.
BEGIN TRANSACTION;
SELECT history, seq, digest, next_offset FROM yb_feed WITH (UPDLOCK, HOLDLOCK) WHERE participant = 'STATS';
--    … the consumer's rule, in the program; then:
INSERT INTO yb_inbox (participant, seq, event_id, event_type, subject, digest, body)
  VALUES ('STATS', @seq, @event_id, @event_type, @subject, @digest, @body);
UPDATE yb_feed SET history = @history, seq = @seq, digest = @digest, next_offset = @next_offset
  WHERE participant = 'STATS';
COMMIT;

-- 2. Apply: one transaction for each message, in the order of seq.
BEGIN TRANSACTION;
SELECT TOP (1) seq, event_type, subject, body FROM yb_inbox WITH (UPDLOCK)
  WHERE participant = 'STATS' AND applied IS NULL ORDER BY seq;
--    … the business's own tables; and where there is something to say (the same id twice is one message):
INSERT INTO yb_outbox (id, subject, body)
  SELECT @id, @subject, @body
  WHERE NOT EXISTS (SELECT 1 FROM yb_outbox WITH (UPDLOCK, HOLDLOCK) WHERE id = @id);
UPDATE yb_inbox SET applied = SYSDATETIMEOFFSET() WHERE participant = 'STATS' AND seq = @seq;
COMMIT;

-- 3. Acknowledge: the last message with nothing open before it, as `applied`.
SELECT seq, digest FROM yb_inbox WHERE participant = 'STATS' AND seq = (
  SELECT COALESCE(MIN(CASE WHEN applied IS NULL THEN seq END) - 1, MAX(seq)) FROM yb_inbox WHERE participant = 'STATS');

-- 4. Send: in the order of n; mark what the brokers have confirmed.
SELECT n, subject, body FROM yb_outbox WHERE sent IS NULL ORDER BY n;
UPDATE yb_outbox SET sent = SYSDATETIMEOFFSET() WHERE n = @n;
