-- Devices that do not exist, made of a description. Each replica takes those that are due.
CREATE TABLE simulation (
    device_id       text PRIMARY KEY,
    name            text             NOT NULL,
    description_id  bigint           NOT NULL REFERENCES description (id) ON DELETE CASCADE,
    interval_ms     integer          NOT NULL,
    parameters      jsonb            NOT NULL,
    events          boolean          NOT NULL,
    phase           double precision NOT NULL,
    instead         jsonb            NOT NULL DEFAULT '{}',
    instead_until   timestamptz,
    started_at      timestamptz      NOT NULL,
    started_by      text             NOT NULL,
    next_at         timestamptz      NOT NULL
);
CREATE INDEX simulation_by_next ON simulation (next_at);
