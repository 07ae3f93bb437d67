-- Which things a description has, as rows: a search asks for thousands of things at once, which an index of arrays answers slowly.
-- text_ids stays, so that the rows of a description are found without a second index.
DROP INDEX search_description_by_text;
CREATE TABLE search_part (
    text_id        bigint NOT NULL,
    description_id bigint NOT NULL,
    PRIMARY KEY (text_id, description_id)
);
INSERT INTO search_part (text_id, description_id)
    SELECT DISTINCT u.id, d.description_id FROM search_description d CROSS JOIN unnest(d.text_ids) AS u (id);
