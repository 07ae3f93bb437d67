-- The connection or assembly of an EDS whose data a device sends, where it is not the one the file suggests.
ALTER TABLE device ADD COLUMN connection_number integer;
ALTER TABLE device ADD COLUMN assembly_name text;
