-- Searches look at thousands of things and show some of them. So what is shown lies apart from the words, whole names lie in
-- order, and all words are known by their beginnings.
SET LOCAL maintenance_work_mem = '256MB';

CREATE TABLE search_doc (
    text_id bigint PRIMARY KEY,
    doc     text   NOT NULL
);
INSERT INTO search_doc (text_id, doc) SELECT id, doc FROM search_text;

-- In parts: one after the other is searched, until there are as many things as are looked at. The column doc is empty; without
-- it an older version could not make the index anew.
ALTER TABLE search_text RENAME TO search_text_whole;
ALTER TABLE search_text_whole ALTER COLUMN id DROP IDENTITY;
ALTER INDEX search_text_pkey RENAME TO search_text_whole_pkey;
ALTER INDEX search_text_hash_key RENAME TO search_text_whole_hash_key;
ALTER INDEX search_text_by_words RENAME TO search_text_whole_by_words;
CREATE SEQUENCE search_text_ids;
CREATE TABLE search_text (
    id      bigint   NOT NULL DEFAULT nextval('search_text_ids'),
    hash    uuid     NOT NULL,
    type    text     NOT NULL,
    weight  integer  NOT NULL,
    doc     text,
    tsv     tsvector NOT NULL
) PARTITION BY HASH (hash);
CREATE TABLE search_text_0 PARTITION OF search_text FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE search_text_1 PARTITION OF search_text FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE search_text_2 PARTITION OF search_text FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE search_text_3 PARTITION OF search_text FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE search_text_4 PARTITION OF search_text FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE search_text_5 PARTITION OF search_text FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE search_text_6 PARTITION OF search_text FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE search_text_7 PARTITION OF search_text FOR VALUES WITH (MODULUS 8, REMAINDER 7);
INSERT INTO search_text (id, hash, type, weight, tsv) SELECT id, hash, type, weight, tsv FROM search_text_whole;
DROP TABLE search_text_whole;
SELECT setval('search_text_ids', coalesce((SELECT max(id) FROM search_text), 0) + 1, false);
ALTER TABLE search_text ADD CONSTRAINT search_text_hash_key UNIQUE (hash);
CREATE INDEX search_text_by_id ON search_text (id);
CREATE INDEX search_text_by_words ON search_text USING gin (tsv) WITH (gin_pending_list_limit = 512);

-- Whole names, for what is exactly this or begins with it.
CREATE TABLE search_name (
    name    text    NOT NULL,
    text_id bigint  NOT NULL,
    type    text    NOT NULL,
    weight  integer NOT NULL
);
INSERT INTO search_name (name, text_id, type, weight)
    SELECT substr(u.lexeme, 2), t.id, t.type, t.weight
    FROM search_text t CROSS JOIN unnest(tsvector_to_array(t.tsv)) AS u (lexeme) WHERE u.lexeme LIKE '=%';
CREATE UNIQUE INDEX search_name_by_name ON search_name (name text_pattern_ops, text_id) INCLUDE (type, weight);

-- Words that nobody misspells, as those with digits, have no keys.
INSERT INTO search_word (word, near)
    SELECT DISTINCT u.lexeme, '{}'::text[]
    FROM (SELECT tsv FROM search_text UNION ALL SELECT tsv FROM search_description) s
    CROSS JOIN unnest(tsvector_to_array(s.tsv)) AS u (lexeme) WHERE u.lexeme !~ '^([=~#]|[0-9]+$)'
    ON CONFLICT (word) DO NOTHING;
CREATE INDEX search_word_by_beginning ON search_word (word text_pattern_ops);

-- The same for descriptions with the same values in all facets, so that they are counted without being read.
ALTER TABLE search_description ADD COLUMN facets bigint NOT NULL GENERATED ALWAYS AS (
    hash_array_extended(features, hashtextextended(coalesce(revision, ''), hashtextextended(coalesce(vendor, ''),
        hashtextextended(kind, 0))))) STORED;
CREATE UNIQUE INDEX search_description_by_facets ON search_description (description_id) INCLUDE (facets);
