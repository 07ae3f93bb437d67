-- MQTT logins of devices. Only the hash is kept, in the form of Mosquitto's password file.
CREATE TABLE device_credential (
    device_id     varchar(64) PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
    password_hash text        NOT NULL,
    created_at    timestamptz NOT NULL,
    rotated_at    timestamptz NOT NULL,
    rotated_by    text        NOT NULL
);
