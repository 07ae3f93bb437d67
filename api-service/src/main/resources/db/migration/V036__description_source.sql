-- What was tried to fetch descriptions by themselves, so that nothing is asked for again and again.
CREATE TABLE description_fetch (
    vendor_id   bigint      NOT NULL,
    device_id   bigint      NOT NULL,
    state       text        NOT NULL,
    code        text,
    detail      text        NOT NULL,
    tries       integer     NOT NULL,
    tried_at    timestamptz NOT NULL,
    next_try_at timestamptz NOT NULL,
    PRIMARY KEY (vendor_id, device_id)
);

-- Where a description came from that nobody uploaded.
CREATE TABLE description_origin (
    description_id bigint PRIMARY KEY REFERENCES description (id) ON DELETE CASCADE,
    address        text        NOT NULL,
    iodd_id        bigint,
    status         text,
    fetched_at     timestamptz NOT NULL,
    fetched_by     text        NOT NULL
);
