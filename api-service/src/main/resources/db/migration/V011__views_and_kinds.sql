-- What is stored of a file is made anew when a newer version of its format makes more of it; 0 = before versions were counted.
ALTER TABLE description ADD COLUMN view_version integer NOT NULL DEFAULT 0;
CREATE INDEX description_by_view_version ON description (kind, view_version);

-- Which formats there are is no matter of the database.
ALTER TABLE description DROP CONSTRAINT description_kind_check;
ALTER TABLE device DROP CONSTRAINT device_kind_check;
