-- Severities of findings are written in small letters now; what was stored before is counted as well.
ALTER TABLE description
    DROP COLUMN info_count,
    DROP COLUMN warning_count,
    DROP COLUMN error_count;
ALTER TABLE description
    ADD COLUMN info_count integer GENERATED ALWAYS AS
        (jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity like_regex "^info$" flag "i")'))) STORED,
    ADD COLUMN warning_count integer GENERATED ALWAYS AS
        (jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity like_regex "^warning$" flag "i")'))) STORED,
    ADD COLUMN error_count integer GENERATED ALWAYS AS
        (jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity like_regex "^error$" flag "i")'))) STORED;
