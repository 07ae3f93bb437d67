-- Twins of devices. The version counts every change and never goes back, also when the twin is deleted, so the row stays.
-- No foreign key: a device may report before its registration has arrived.
-- published_version trails desired_version or delta_version until the messages about them are on their way to the broker: a
-- durable outbox of one number. metadata has, for each leaf by JSON pointer, [milliseconds, source, version].
CREATE TABLE device_shadow (
    device_id         varchar(64) PRIMARY KEY,
    version           bigint      NOT NULL DEFAULT 0,
    desired           json        NOT NULL DEFAULT '{}',
    reported          json        NOT NULL DEFAULT '{}',
    metadata          json        NOT NULL DEFAULT '{}',
    desired_version   bigint      NOT NULL DEFAULT 0,
    delta_version     bigint      NOT NULL DEFAULT 0,
    published_version bigint      NOT NULL DEFAULT 0,
    reported_at       bigint      NOT NULL DEFAULT 0,
    deleted           boolean     NOT NULL DEFAULT false,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX device_shadow_unpublished ON device_shadow (device_id)
    WHERE published_version < desired_version OR published_version < delta_version;

-- The last changes of each twin: a ring, in which a change takes the place of the one that is as many versions older as the
-- ring has places.
CREATE TABLE device_shadow_change (
    device_id  varchar(64) NOT NULL,
    place      integer     NOT NULL,
    version    bigint      NOT NULL,
    changed_at timestamptz NOT NULL,
    source     text        NOT NULL,
    patch      json        NOT NULL,
    PRIMARY KEY (device_id, place)
) WITH (fillfactor = 70);
