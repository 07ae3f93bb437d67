-- What searches find. Words are made in Java, so that no extension is needed: a lexeme is a word without accents and case,
-- '=' and a whole name, '~' and a whole unit or identifier, '#' and a number, '#index:' and a number that is an index.

-- The things in descriptions. Descriptions share most of them (standard parameters, families of devices), so each different
-- one is there once, whoever has it.
CREATE TABLE search_text (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash    uuid     NOT NULL UNIQUE,
    type    text     NOT NULL,
    weight  integer  NOT NULL,
    doc     text     NOT NULL,
    tsv     tsvector NOT NULL
);
CREATE INDEX search_text_by_words ON search_text USING gin (tsv) WITH (gin_pending_list_limit = 512);

-- What is found of each description, and which things are in it. Looked up by single things many times in one search, so
-- no list of pending entries may grow.
CREATE TABLE search_description (
    description_id bigint   PRIMARY KEY REFERENCES description (id) ON DELETE CASCADE,
    version        integer  NOT NULL,
    kind           text     NOT NULL,
    vendor         text,
    revision       text,
    features       text[]   NOT NULL,
    weight         integer  NOT NULL,
    doc            text     NOT NULL,
    tsv            tsvector NOT NULL,
    text_ids       bigint[] NOT NULL
);
CREATE INDEX search_description_by_words ON search_description USING gin (tsv) WITH (fastupdate = off);
CREATE INDEX search_description_by_text ON search_description USING gin (text_ids) WITH (fastupdate = off);

-- Words that there are, for those that were misspelt: two words are near if they share a key, which is the word without one
-- of its letters.
CREATE TABLE search_word (
    word text   PRIMARY KEY,
    near text[] NOT NULL
);
CREATE INDEX search_word_by_key ON search_word USING gin (near) WITH (gin_pending_list_limit = 256);

-- Things and words that a description lost; the row goes when it is known whether another one has it.
CREATE TABLE search_orphan (
    text_id bigint PRIMARY KEY
);
CREATE TABLE search_orphan_word (
    word text PRIMARY KEY
);

-- Devices are few and change in many ways, so their words are made where they are stored.
ALTER TABLE device ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, translate(lower(
    id || ' ' || coalesce(name, '') || ' ' || coalesce(serial, '') || ' ' || coalesce(product_id, '') || ' '
    || coalesce(location, '') || ' ' || coalesce(notes, '') || ' ' || labels::text),
    'äöüàáâãåçèéêëìíîïñòóôõùúûýÿÄÖÜÀÁÂÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÙÚÛÝ-._:/\"{},;@#+=',
    'aouaaaaaceeeeiiiinoooouuuyyaouaaaaaceeeeiiiinoooouuuy              '))) STORED;
CREATE INDEX device_by_words ON device USING gin (search);
