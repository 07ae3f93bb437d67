-- Parameter sets that are kept: what a device had, or what somebody brought as a file.
CREATE TABLE parameter_set (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name           text        NOT NULL,
    notes          text,
    source         text        NOT NULL,
    kind           text        NOT NULL,
    vendor_id      bigint      NOT NULL,
    device_type_id bigint      NOT NULL,
    vendor_name    text,
    product_name   text,
    device_id      text,
    value_count    integer     NOT NULL,
    document       json        NOT NULL,
    created_at     timestamptz NOT NULL,
    created_by     text        NOT NULL
);

CREATE INDEX parameter_set_type_idx ON parameter_set (vendor_id, device_type_id);
CREATE INDEX parameter_set_device_idx ON parameter_set (device_id);
