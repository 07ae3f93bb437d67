-- By how much the clock of a device lies ahead, 0 when it is right; and of an event, when the arrival stands for its time.
ALTER TABLE device_presence ADD COLUMN clock_ahead_ms bigint;
ALTER TABLE device_event ADD COLUMN clock_ahead_ms bigint;
