-- What people note about a device. A label is a key with a value; a plain tag is a key with the empty value.
ALTER TABLE device
    ADD COLUMN labels   jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN location text,
    ADD COLUMN notes    text;
CREATE INDEX device_by_label ON device USING gin (labels);

-- Whether a device is there. Kept apart from its row, because it changes all the time and nobody edits it: brought up to date
-- in batches from what mqtt-bridge notes in Redis, so that it survives the loss of Redis.
CREATE TABLE device_presence (
    device_id        varchar(64) PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
    connection_state text CHECK (connection_state IN ('connected', 'disconnected')),
    state_since      timestamptz,
    first_seen_at    timestamptz,
    last_seen_at     timestamptz,
    -- Said goodbye, itself or by its last will, and was not heard of since; what still was on its way does not count.
    gone             boolean GENERATED ALWAYS AS (connection_state IS NOT DISTINCT FROM 'disconnected'
        AND coalesce(last_seen_at - state_since <= interval '10 seconds', true)) STORED
) WITH (fillfactor = 70);
