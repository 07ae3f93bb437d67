-- What lists show of the documents. To read one member of a document, the database unpacks the whole of it, once for each
-- member and row: a list of a hundred files took most of a second. Documents of any shape are taken; formats are free in them.
ALTER TABLE description
    ADD COLUMN info_count integer GENERATED ALWAYS AS
        (jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == "INFO")'))) STORED,
    ADD COLUMN warning_count integer GENERATED ALWAYS AS
        (jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == "WARNING")'))) STORED,
    ADD COLUMN error_count integer GENERATED ALWAYS AS
        (jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == "ERROR")'))) STORED,
    ADD COLUMN listed jsonb GENERATED ALWAYS AS (jsonb_object(
        ARRAY['product_type', 'product_type_str', 'catalog_number', 'description', 'home_url', 'features', 'assembly_count'],
        ARRAY[detail ->> 'product_type', detail ->> 'product_type_str', detail ->> 'catalog_number',
            detail ->> 'description', detail ->> 'home_url', detail ->> 'features',
            cast(jsonb_path_query_first(detail, 'strict $.assemblies.size()', '{}', true) AS text)])) STORED;
