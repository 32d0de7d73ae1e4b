-- Reads the files put in order. `${file}` is a path, `${columns}` the columns as read, `${doc}` the
-- file's number. A line that was left out has no values. Ids are held as numbers: half the memory, and
-- joins in a quarter of the time.

-- name: schema
CREATE TABLE titles (doc UTINYINT, row BIGINT, tt BIGINT, kind VARCHAR, title VARCHAR, original VARCHAR, year SMALLINT, minutes SMALLINT);
CREATE TABLE akas (doc UTINYINT, row BIGINT, tt BIGINT, title VARCHAR);
CREATE TABLE principals (doc UTINYINT, row BIGINT, tt BIGINT, nm BIGINT, category VARCHAR, job VARCHAR, characters VARCHAR);
CREATE TABLE crew (doc UTINYINT, row BIGINT, tt BIGINT, nm BIGINT, category VARCHAR);
CREATE TABLE names (doc UTINYINT, row BIGINT, nm BIGINT, name VARCHAR);
CREATE TABLE wrong (kind VARCHAR, doc UTINYINT, row BIGINT, why VARCHAR);
CREATE TABLE roles (role VARCHAR, direct VARCHAR, plays BOOLEAN);
CREATE TABLE jobs (category VARCHAR, job VARCHAR, role VARCHAR);
CREATE TABLE sources (category VARCHAR, job VARCHAR, grade VARCHAR, kind VARCHAR, title VARCHAR);
-- An id as IMDb writes it: two letters and at least seven digits, no more zeros than these need.
CREATE MACRO read_id(text, letters) AS
    CASE WHEN regexp_full_match(text, letters || '(\d{7}|[1-9]\d{7,11})') THEN CAST(substr(text, 3) AS BIGINT) END;
CREATE MACRO show_id(number, letters) AS letters || CASE WHEN number < 10000000 THEN lpad(CAST(number AS VARCHAR), 7, '0') ELSE CAST(number AS VARCHAR) END;
CREATE MACRO text(value) AS nullif(trim(value), '');
-- Titles that differ by case, accents and punctuation only are one.
CREATE MACRO form(title) AS coalesce(
    nullif(trim(regexp_replace(replace(replace(lower(strip_accents(title)), '''', ''), '’', ''), '[^\pL\pN]+', ' ', 'g')), ''), title
);
-- A literal of Turtle, without its quotes.
CREATE MACRO escape(value) AS replace(replace(value, '\', '\\'), '"', '\"');

-- name: read_lines
CREATE OR REPLACE TEMP VIEW lines AS
SELECT row_number() OVER () + 1 AS row, *
FROM read_csv(${file}, delim = '\t', quote = '', escape = '', header = false, nullstr = '\N', new_line = '\n',
              auto_detect = false, max_line_size = 2097152, columns = ${columns});

-- name: read_title_basics
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT row, tconst, read_id(tconst, 'tt') AS tt, ${titleType} AS kind, text(primaryTitle) AS title,
       text(${originalTitle}) AS original, ${startYear} AS year, ${runtimeMinutes} AS minutes
FROM lines WHERE tconst IS NOT NULL;
INSERT INTO wrong SELECT 'no id of a title', ${doc}, row, '“' || tconst[:40] || '” is no id of a title; left out' FROM fresh WHERE tt IS NULL;
INSERT INTO wrong SELECT 'no title', ${doc}, row, tconst || ' has no title; left out' FROM fresh WHERE tt IS NOT NULL AND title IS NULL;
INSERT INTO wrong SELECT 'no year', ${doc}, row, '“' || year[:40] || '” is no year; the film has none' FROM fresh
WHERE year IS NOT NULL AND NOT regexp_full_match(year, '(18|19|20|21)\d\d');
INSERT INTO wrong SELECT 'no running time', ${doc}, row, '“' || minutes[:40] || '” is no running time; the film has none' FROM fresh
WHERE minutes IS NOT NULL AND NOT regexp_full_match(minutes, '\d{1,4}');
INSERT INTO wrong
SELECT 'repeated id', ${doc}, row, show_id(tt, 'tt') || ' stands in line ' || first || ' already; that one counts'
FROM (SELECT row, tt, min(row) OVER (PARTITION BY tt) AS first FROM fresh WHERE tt IN (SELECT tt FROM fresh GROUP BY tt HAVING count(*) > 1))
WHERE row > first;
INSERT INTO titles
SELECT ${doc}, row, tt, kind, title, original,
       CASE WHEN regexp_full_match(year, '(18|19|20|21)\d\d') THEN CAST(year AS SMALLINT) END,
       CASE WHEN regexp_full_match(minutes, '\d{1,4}') THEN nullif(CAST(minutes AS SMALLINT), 0) END
FROM fresh WHERE tt IS NOT NULL AND title IS NOT NULL
QUALIFY NOT (tt IN (SELECT tt FROM fresh GROUP BY tt HAVING count(*) > 1)) OR row_number() OVER (PARTITION BY tt ORDER BY row) = 1
ORDER BY row;
DROP TABLE fresh;

-- name: read_title_akas
INSERT INTO wrong SELECT 'no id of a title', ${doc}, row, '“' || titleId[:40] || '” is no id of a title; left out' FROM lines
WHERE titleId IS NOT NULL AND read_id(titleId, 'tt') IS NULL;
INSERT INTO wrong SELECT 'unknown title', ${doc}, row, titleId || ' is not in title.basics; left out' FROM lines
WHERE read_id(titleId, 'tt') IS NOT NULL AND read_id(titleId, 'tt') NOT IN (SELECT tt FROM titles);
INSERT INTO akas SELECT ${doc}, row, tt, title
FROM (SELECT row, read_id(titleId, 'tt') AS tt, text(title) AS title FROM lines) SEMI JOIN films USING (tt) WHERE title IS NOT NULL;

-- name: read_title_principals
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT row, tconst, nconst, read_id(tconst, 'tt') AS tt, read_id(nconst, 'nm') AS nm, category, text(${job}) AS job,
       text(${characters}) AS characters
FROM lines WHERE tconst IS NOT NULL OR nconst IS NOT NULL;
INSERT INTO wrong SELECT 'no id of a title', ${doc}, row, '“' || coalesce(tconst[:40], '') || '” is no id of a title; left out' FROM fresh WHERE tt IS NULL;
INSERT INTO wrong
SELECT CASE WHEN nconst = tconst THEN 'credited to itself' ELSE 'no id of a person' END, ${doc}, row,
       CASE WHEN nconst = tconst THEN tconst || ' is credited to itself; left out'
            ELSE '“' || coalesce(nconst[:40], '') || '” is no id of a person; left out' END
FROM fresh WHERE tt IS NOT NULL AND nm IS NULL;
INSERT INTO wrong SELECT 'unknown title', ${doc}, row, tconst || ' is not in title.basics; left out' FROM fresh
WHERE tt IS NOT NULL AND tt NOT IN (SELECT tt FROM titles);
INSERT INTO wrong
SELECT 'characters are not JSON', ${doc}, row, 'the characters are no list in JSON: ' || characters[:60] || '; the credit counts without them'
FROM fresh SEMI JOIN films USING (tt)
WHERE nm IS NOT NULL AND characters IS NOT NULL AND NOT (json_valid(characters) AND json_type(CASE WHEN json_valid(characters) THEN characters END) = 'ARRAY');
INSERT INTO principals
SELECT ${doc}, row, tt, nm, coalesce(category, ''), coalesce(job, ''), characters FROM fresh SEMI JOIN films USING (tt) WHERE nm IS NOT NULL;
DROP TABLE fresh;

-- name: read_title_crew
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT row, tconst, read_id(tconst, 'tt') AS tt, category, trim(unnest(string_split(people, ','))) AS nconst
FROM (SELECT row, tconst, unnest(['directors', 'writers']) AS category, unnest([${directors}, ${writers}]) AS people FROM lines)
WHERE tconst IS NOT NULL AND people IS NOT NULL;
INSERT INTO wrong SELECT 'no id of a title', ${doc}, row, '“' || tconst[:40] || '” is no id of a title; left out' FROM fresh WHERE tt IS NULL;
INSERT INTO wrong
SELECT CASE WHEN nconst = tconst THEN 'credited to itself' ELSE 'no id of a person' END, ${doc}, row,
       CASE WHEN nconst = tconst THEN tconst || ' is credited to itself; left out' ELSE '“' || nconst[:40] || '” is no id of a person; left out' END
FROM fresh WHERE tt IS NOT NULL AND read_id(nconst, 'nm') IS NULL;
INSERT INTO wrong SELECT DISTINCT 'unknown title', ${doc}, row, tconst || ' is not in title.basics; left out' FROM fresh
WHERE tt IS NOT NULL AND tt NOT IN (SELECT tt FROM titles);
INSERT INTO crew SELECT ${doc}, row, tt, nm, category
FROM (SELECT row, tt, read_id(nconst, 'nm') AS nm, category FROM fresh) SEMI JOIN films USING (tt) WHERE nm IS NOT NULL;
DROP TABLE fresh;

-- name: read_name_basics
INSERT INTO wrong SELECT 'no id of a person', ${doc}, row, '“' || nconst[:40] || '” is no id of a person; left out' FROM lines
WHERE nconst IS NOT NULL AND read_id(nconst, 'nm') IS NULL;
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT row, nm, name FROM (SELECT row, read_id(nconst, 'nm') AS nm, text(primaryName) AS name FROM lines)
SEMI JOIN (SELECT nm FROM principals UNION ALL SELECT nm FROM crew) USING (nm);
INSERT INTO wrong
SELECT 'repeated id', ${doc}, row, show_id(nm, 'nm') || ' stands in line ' || first || ' already; that one counts'
FROM (SELECT row, nm, min(row) OVER (PARTITION BY nm) AS first FROM fresh WHERE nm IN (SELECT nm FROM fresh GROUP BY nm HAVING count(*) > 1))
WHERE row > first;
INSERT INTO names
SELECT ${doc}, row, nm, name FROM fresh WHERE name IS NOT NULL
QUALIFY NOT (nm IN (SELECT nm FROM fresh GROUP BY nm HAVING count(*) > 1)) OR row_number() OVER (PARTITION BY nm ORDER BY row) = 1
ORDER BY row;
DROP TABLE fresh;
