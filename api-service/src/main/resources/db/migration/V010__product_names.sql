-- Product names by language, so that lists answer in the caller's language without reading whole documents.
ALTER TABLE description ADD COLUMN product_names jsonb GENERATED ALWAYS AS (detail -> 'product_names') STORED;
