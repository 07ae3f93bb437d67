-- From where a key may be used (CIDR, empty = from everywhere), and which key it takes the place of.
ALTER TABLE api_key ADD COLUMN allowed_addresses text[] NOT NULL DEFAULT '{}';
ALTER TABLE api_key ADD COLUMN replaces bigint REFERENCES api_key (id);

-- What a write changed, where that is small: small JSON, secrets masked.
ALTER TABLE audit_entry ADD COLUMN before text;
ALTER TABLE audit_entry ADD COLUMN after text;
