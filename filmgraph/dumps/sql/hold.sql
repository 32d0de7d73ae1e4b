-- What is held of films and people, from what one or several dumps state. Of years, running times and
-- titles that contradict each other, the one that most dumps give is held, then the smallest; the rows
-- that say otherwise are disputed.
--
-- DuckDB works on disk where a join, a sort or a group outgrows its memory, but not where several do at once,
-- and it holds lists, joined texts and the like whole. So most is done for some films or people at a time:
-- those from `${first}` to `${last}`.

-- name: hold_films
CREATE TABLE films AS
WITH wanted AS (
    SELECT DISTINCT tt FROM titles
    WHERE (kind IS NULL OR list_contains(getvariable('types'), kind))
      AND (getvariable('first_year') = 0 OR year >= getvariable('first_year'))
      AND (getvariable('last_year') = 0 OR year <= getvariable('last_year'))
), said AS (
    SELECT tt, doc, row, title, CASE WHEN original <> title THEN original END AS original, year, minutes
    FROM titles SEMI JOIN wanted USING (tt)
), several AS (
    SELECT tt FROM said GROUP BY tt HAVING count(*) > 1
), title_of AS (
    SELECT tt, title FROM said SEMI JOIN several USING (tt) GROUP BY tt, title
    QUALIFY row_number() OVER (PARTITION BY tt ORDER BY count(*) DESC, bool_or(original IS NULL), title) = 1
), original_of AS (
    SELECT tt, original FROM said SEMI JOIN several USING (tt) WHERE original IS NOT NULL GROUP BY tt, original
    QUALIFY row_number() OVER (PARTITION BY tt ORDER BY count(*) DESC, original) = 1
), year_of AS (
    SELECT tt, year FROM said SEMI JOIN several USING (tt) WHERE year IS NOT NULL GROUP BY tt, year
    QUALIFY row_number() OVER (PARTITION BY tt ORDER BY count(*) DESC, year) = 1
), minutes_of AS (
    SELECT tt, minutes FROM said SEMI JOIN several USING (tt) WHERE minutes IS NOT NULL GROUP BY tt, minutes
    QUALIFY row_number() OVER (PARTITION BY tt ORDER BY count(*) DESC, minutes) = 1
)
SELECT tt, title, original, year, minutes FROM said ANTI JOIN several USING (tt)
UNION ALL
SELECT tt, title, original, year, minutes
FROM title_of LEFT JOIN original_of USING (tt) LEFT JOIN year_of USING (tt) LEFT JOIN minutes_of USING (tt)
ORDER BY tt;

CREATE TABLE known AS SELECT DISTINCT tt, tt IN (SELECT tt FROM films) AS is_film FROM titles;

-- name: hold_disputes
CREATE TABLE disputes AS
SELECT said.tt, said.doc, said.row,
       coalesce(said.year <> films.year, false) AS of_year,
       coalesce(abs(said.minutes - films.minutes) > 1, false) AS of_minutes,
       coalesce(said.original <> said.title AND said.original <> films.original, false) AS of_original
FROM titles AS said JOIN films USING (tt)
WHERE of_year OR of_minutes OR of_original;
INSERT INTO wrong
WITH several AS (
    SELECT titles.*, files.name || ', line ' || row AS place, (CAST(doc AS BIGINT) << 48) + row AS rank
    FROM titles JOIN files USING (doc) SEMI JOIN disputes USING (tt)
), held AS (
    SELECT tt, films.year, films.minutes, films.original,
           arg_min(place, rank) FILTER (several.year = films.year) AS of_year,
           arg_min(place, rank) FILTER (several.minutes = films.minutes) AS of_minutes,
           arg_min(place, rank) FILTER (several.original = films.original) AS of_original
    FROM several JOIN films USING (tt) GROUP BY ALL
)
SELECT 'disputed', said.doc, said.row,
       show_id(tt, 'tt') || ' “' || coalesce(said.title, '') || '”: the ' || list_aggregate(list_filter([
           CASE WHEN disputes.of_year THEN 'year is ' || said.year || ' here, ' || held.year || ' in ' || held.of_year END,
           CASE WHEN disputes.of_minutes THEN 'running time is ' || said.minutes || ' minutes here, ' || held.minutes || ' in ' || held.of_minutes END,
           CASE WHEN disputes.of_original THEN 'original title is “' || said.original || '” here, “' || held.original || '” in ' || held.of_original END
       ], lambda x: x IS NOT NULL), 'string_agg', ', the ') || '; both are kept, the other one is held'
FROM disputes JOIN several AS said USING (tt, doc, row) JOIN held USING (tt);

-- name: plan_films
CREATE TABLE other_titles (tt BIGINT, title VARCHAR, doc UTINYINT, row BIGINT, is_aka BOOLEAN);
SELECT min(tt), max(tt) FROM (SELECT tt, (row_number() OVER (ORDER BY tt) - 1) // getvariable('films') AS chunk FROM films)
GROUP BY chunk ORDER BY chunk;

-- name: hold_titles
INSERT INTO other_titles
WITH given AS (
    SELECT tt, title, 0 AS place, doc, row FROM titles SEMI JOIN films USING (tt) WHERE tt BETWEEN ${first} AND ${last}
    UNION ALL SELECT tt, original, 1, doc, row FROM titles SEMI JOIN films USING (tt) WHERE original <> title AND tt BETWEEN ${first} AND ${last}
    UNION ALL SELECT tt, title, 2, doc, row FROM akas WHERE tt BETWEEN ${first} AND ${last}
), first_of AS (
    SELECT tt, form(title) AS form, arg_min((title, doc, row, place), (CAST(place AS BIGINT) << 56) + (CAST(doc AS BIGINT) << 48) + row) AS found
    FROM given GROUP BY tt, form
)
SELECT tt, found[1] AS title, found[2] AS doc, found[3] AS row, found[4] = 2 AS is_aka
FROM first_of JOIN films USING (tt) WHERE form <> form(films.title);

-- name: count_jobs
SELECT category, job, count(*), min(doc), min(row) FROM principals GROUP BY category, job ORDER BY category, job;

-- name: hold_people
CREATE TABLE people AS
WITH several AS (SELECT nm FROM names GROUP BY nm HAVING count(*) > 1)
SELECT nm, name, CAST([] AS VARCHAR[]) AS others FROM names ANTI JOIN several USING (nm)
UNION ALL
SELECT nm, found[1], found[2:] FROM (
    SELECT nm, list(name ORDER BY times DESC, name) AS found
    FROM (SELECT nm, name, count(*) AS times FROM names SEMI JOIN several USING (nm) GROUP BY nm, name) GROUP BY nm
);
DROP TABLE names;

-- name: hold_credits
CREATE TABLE nameless AS
SELECT nm, arg_min(row, (CAST(doc AS BIGINT) << 48) + row) AS row, min(doc) AS doc, count(*) AS times
FROM (SELECT nm, doc, row FROM principals UNION ALL SELECT nm, doc, row FROM crew) ANTI JOIN people USING (nm) GROUP BY nm;
INSERT INTO wrong
SELECT 'person without a name', doc, row, show_id(nm, 'nm') || ' has no name in name.basics; ' || times || ' of its rows left out' FROM nameless;
CREATE TABLE said AS
SELECT tt, nm, role, doc, row, CASE WHEN plays AND characters[1] = '[' AND json_valid(characters) THEN
           CASE WHEN contains(characters, '\') THEN
               list_transform(from_json(characters, '["VARCHAR"]'), lambda x: trim(regexp_replace(x, '[\x00-\x1f]+', ' ', 'g')))
           ELSE list_transform(from_json(characters, '["VARCHAR"]'), lambda x: trim(x)) END
       END AS characters
FROM principals JOIN jobs USING (category, job) JOIN roles USING (role) ANTI JOIN nameless USING (nm)
UNION ALL
SELECT tt, nm, CASE category WHEN 'directors' THEN getvariable('directors') ELSE getvariable('writers') END, doc, row, NULL
FROM crew ANTI JOIN nameless USING (nm)
ANTI JOIN (SELECT tt, nm, CASE category WHEN 'director' THEN 'directors' ELSE 'writers' END AS category
           FROM principals WHERE category IN ('director', 'writer')) AS told USING (tt, nm, category);
CREATE TABLE adapted AS
SELECT tt, nm, name, grade, kind, sources.title, folded, doc, row, (CAST(doc AS BIGINT) << 48) + row AS place FROM principals JOIN sources USING (category, job) JOIN people USING (nm);
DROP TABLE principals;
DROP TABLE crew;

-- name: plan_people
CREATE TABLE credit_count (tt BIGINT, credits BIGINT);
CREATE TABLE film_count (nm BIGINT, films BIGINT);
SELECT min(nm), max(nm) FROM (SELECT nm, (row_number() OVER (ORDER BY nm) - 1) // getvariable('people') AS chunk FROM people)
GROUP BY chunk ORDER BY chunk;

-- name: count_credits
INSERT INTO credit_count
SELECT tt, count(*) FROM (SELECT DISTINCT tt, nm, role FROM said WHERE tt BETWEEN ${first} AND ${last}) GROUP BY tt;

-- name: count_films
INSERT INTO film_count
SELECT nm, count(*) FROM (
    SELECT nm, tt FROM said WHERE nm BETWEEN ${first} AND ${last}
    UNION SELECT nm, tt FROM adapted WHERE nm BETWEEN ${first} AND ${last}
) GROUP BY nm;

-- name: plan_chunks
SELECT min(tt), max(tt), sum(credits)::BIGINT FROM (
    SELECT tt, credits, (sum(credits) OVER (ORDER BY tt) - 1) // getvariable('chunk') AS chunk FROM credit_count
) GROUP BY chunk ORDER BY chunk;

-- name: counts
SELECT (SELECT count(*) FROM films), (SELECT count(*) FROM film_count), (SELECT coalesce(sum(credits), 0)::BIGINT FROM credit_count);

-- name: wrong
SELECT kind, doc, row, why, of_kind FROM (
    SELECT kind, doc, row, why, count(*) OVER (PARTITION BY kind) AS of_kind,
           row_number() OVER (PARTITION BY kind ORDER BY doc, row) AS place FROM wrong
) WHERE place <= getvariable('shown') ORDER BY kind, place;
