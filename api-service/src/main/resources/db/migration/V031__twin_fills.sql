-- Filling twins from devices on masters: all parameters that can be read, block by block, one command at a time.
CREATE TABLE twin_fill (
    device_id      text PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
    description_id bigint      NOT NULL,
    parameters     text[]      NOT NULL,
    next           integer     NOT NULL,
    command_id     uuid        NOT NULL,
    state          text        NOT NULL,
    error          text,
    refused        json        NOT NULL,
    started_at     timestamptz NOT NULL,
    started_by     text        NOT NULL,
    step_at        timestamptz NOT NULL
);
