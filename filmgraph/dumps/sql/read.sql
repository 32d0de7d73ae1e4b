-- Reads the files put in order. `${file}` is a path, `${columns}` the columns as read, `${doc}` the
-- file's number. A line that was left out has no values. Ids are held as numbers: half the memory, and
-- joins in a quarter of the time.

-- name: schema
CREATE TABLE titles (doc UTINYINT, row BIGINT, tt BIGINT, kind VARCHAR, title VARCHAR, original VARCHAR, year SMALLINT, minutes SMALLINT);
CREATE TABLE akas (doc UTINYINT, row BIGINT, tt BIGINT, title VARCHAR);
CREATE TABLE principals (doc UTINYINT, row BIGINT, tt BIGINT, nm BIGINT, category VARCHAR, job VARCHAR, characters VARCHAR);
CREATE TABLE crew (doc UTINYINT, row BIGINT, tt BIGINT, nm BIGINT, category VARCHAR);
CREATE TABLE names (doc UTINYINT, row BIGINT, nm BIGINT, name VARCHAR);
CREATE TABLE files (doc UTINYINT, name VARCHAR);
CREATE TABLE wrong (kind VARCHAR, doc UTINYINT, row BIGINT, why VARCHAR);
CREATE TABLE roles (role VARCHAR, direct VARCHAR, plays BOOLEAN);
CREATE TABLE jobs (category VARCHAR, job VARCHAR, role VARCHAR);
CREATE TABLE sources (category VARCHAR, job VARCHAR, grade VARCHAR, kind VARCHAR, title VARCHAR, folded VARCHAR);
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
CREATE OR REPLACE TEMP TABLE twice AS SELECT tt, min(row) AS first FROM fresh WHERE tt IS NOT NULL GROUP BY tt HAVING count(*) > 1;
INSERT INTO wrong
SELECT 'repeated id', ${doc}, row, show_id(tt, 'tt') || ' stands in line ' || first || ' already; that one counts'
FROM fresh JOIN twice USING (tt) WHERE row > first;
INSERT INTO titles
SELECT ${doc}, row, tt, kind, title, original,
       CASE WHEN regexp_full_match(year, '(18|19|20|21)\d\d') THEN CAST(year AS SMALLINT) END,
       CASE WHEN regexp_full_match(minutes, '\d{1,4}') THEN nullif(CAST(minutes AS SMALLINT), 0) END
FROM fresh WHERE tt IS NOT NULL AND title IS NOT NULL
AND (tt, row) NOT IN (SELECT tt, row FROM fresh JOIN twice USING (tt) WHERE row > first);
DROP TABLE fresh;

-- name: read_title_akas
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT row, titleId, tt, is_film, title FROM (SELECT row, titleId, read_id(titleId, 'tt') AS tt, text(title) AS title FROM lines)
LEFT JOIN known USING (tt) WHERE is_film IS NOT false AND titleId IS NOT NULL;
INSERT INTO wrong SELECT 'no id of a title', ${doc}, row, '“' || titleId[:40] || '” is no id of a title; left out' FROM fresh WHERE tt IS NULL;
INSERT INTO wrong SELECT 'unknown title', ${doc}, row, titleId || ' is not in title.basics; left out' FROM fresh WHERE tt IS NOT NULL AND is_film IS NULL;
INSERT INTO akas SELECT ${doc}, row, tt, title FROM fresh WHERE is_film AND title IS NOT NULL;
DROP TABLE fresh;

-- name: read_title_principals
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT row, tconst, nconst, tt, read_id(nconst, 'nm') AS nm, is_film, category, job, characters
FROM (SELECT row, tconst, nconst, read_id(tconst, 'tt') AS tt, category, text(${job}) AS job, text(${characters}) AS characters FROM lines)
LEFT JOIN known USING (tt) WHERE is_film IS NOT false AND (tconst IS NOT NULL OR nconst IS NOT NULL);
INSERT INTO wrong SELECT 'no id of a title', ${doc}, row, '“' || coalesce(tconst[:40], '') || '” is no id of a title; left out' FROM fresh WHERE tt IS NULL;
INSERT INTO wrong
SELECT CASE WHEN nconst = tconst THEN 'credited to itself' ELSE 'no id of a person' END, ${doc}, row,
       CASE WHEN nconst = tconst THEN tconst || ' is credited to itself; left out'
            ELSE '“' || coalesce(nconst[:40], '') || '” is no id of a person; left out' END
FROM fresh WHERE tt IS NOT NULL AND nm IS NULL;
INSERT INTO wrong SELECT 'unknown title', ${doc}, row, tconst || ' is not in title.basics; left out' FROM fresh
WHERE tt IS NOT NULL AND nm IS NOT NULL AND is_film IS NULL;
INSERT INTO wrong
SELECT 'characters are not JSON', ${doc}, row, 'the characters are no list in JSON: ' || characters[:60] || '; the credit counts without them'
FROM fresh
WHERE is_film AND nm IS NOT NULL AND characters IS NOT NULL AND NOT (characters[1] = '[' AND json_valid(characters));
INSERT INTO principals
SELECT ${doc}, row, tt, nm, coalesce(category, ''), coalesce(job, ''), characters FROM fresh WHERE is_film AND nm IS NOT NULL;
DROP TABLE fresh;

-- name: read_title_crew
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT row, tconst, tt, nconst, read_id(nconst, 'nm') AS nm, is_film, category
FROM (SELECT row, tconst, tt, is_film, category, trim(unnest(string_split(people, ','))) AS nconst
      FROM (SELECT row, tconst, tt, is_film, unnest(['directors', 'writers']) AS category, unnest([${directors}, ${writers}]) AS people
            FROM (SELECT *, read_id(tconst, 'tt') AS tt FROM lines) LEFT JOIN known USING (tt)
            WHERE is_film IS NOT false AND tconst IS NOT NULL)
      WHERE people IS NOT NULL);
INSERT INTO wrong SELECT DISTINCT 'no id of a title', ${doc}, row, '“' || tconst[:40] || '” is no id of a title; left out' FROM fresh WHERE tt IS NULL;
INSERT INTO wrong
SELECT CASE WHEN nconst = tconst THEN 'credited to itself' ELSE 'no id of a person' END, ${doc}, row,
       CASE WHEN nconst = tconst THEN tconst || ' is credited to itself; left out' ELSE '“' || nconst[:40] || '” is no id of a person; left out' END
FROM fresh WHERE tt IS NOT NULL AND nm IS NULL;
INSERT INTO wrong SELECT DISTINCT 'unknown title', ${doc}, row, tconst || ' is not in title.basics; left out' FROM fresh
WHERE tt IS NOT NULL AND nm IS NOT NULL AND is_film IS NULL;
INSERT INTO crew SELECT ${doc}, row, tt, nm, category FROM fresh WHERE is_film AND nm IS NOT NULL;
DROP TABLE fresh;

-- name: hold_used
CREATE TABLE used AS SELECT DISTINCT nm FROM (SELECT nm FROM principals UNION ALL SELECT nm FROM crew);

-- name: read_name_basics
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT row, nconst, nm, name FROM (SELECT row, nconst, read_id(nconst, 'nm') AS nm, text(primaryName) AS name FROM lines)
WHERE nconst IS NOT NULL AND (nm IS NULL OR nm IN (SELECT nm FROM used));
INSERT INTO wrong SELECT 'no id of a person', ${doc}, row, '“' || nconst[:40] || '” is no id of a person; left out' FROM fresh WHERE nm IS NULL;
CREATE OR REPLACE TEMP TABLE twice AS SELECT nm, min(row) AS first FROM fresh WHERE nm IS NOT NULL GROUP BY nm HAVING count(*) > 1;
INSERT INTO wrong
SELECT 'repeated id', ${doc}, row, show_id(nm, 'nm') || ' stands in line ' || first || ' already; that one counts'
FROM fresh JOIN twice USING (nm) WHERE row > first;
INSERT INTO names
SELECT ${doc}, row, nm, name FROM fresh WHERE name IS NOT NULL AND nm IS NOT NULL AND (nm, row) NOT IN (SELECT nm, row FROM fresh JOIN twice USING (nm) WHERE row > first);
DROP TABLE fresh;
