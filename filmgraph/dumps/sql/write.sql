-- Writes Turtle: half the bytes of N-Triples to write and to parse. `d0:12` is row 12 of the first file.

-- name: write_films
COPY (
    SELECT getvariable('prefixes')
    UNION ALL
    SELECT 'f:imdb-' || id || ' a s:Movie; s:name "' || escape(title) || '"'
        || coalesce('; s:alternateName ' || others, '')
        || coalesce('; g:originalTitle "' || escape(original) || '"', '')
        || coalesce('; s:datePublished "' || year || '"^^x:gYear', '')
        || coalesce('; s:duration "PT' || minutes || 'M"^^x:duration', '')
        || '; g:imdbId "' || id || '"; s:sameAs <https://www.imdb.com/title/' || id || '/>; g:attestedBy ' || rows
        || coalesce('; g:disputed ' || disputed, '') || ' .'
    FROM (
        SELECT show_id(tt, 'tt') AS id, films.*, others, disputed,
               rows || coalesce(', ' || akas, '') AS rows
        FROM films
        JOIN (
            SELECT tt, string_agg('d' || doc || ':' || row, ', ') AS rows
            FROM titles WHERE tt BETWEEN ${first} AND ${last} GROUP BY tt
        ) USING (tt)
        LEFT JOIN (
            SELECT tt, string_agg('"' || escape(title) || '"', ', ') AS others,
                   string_agg(DISTINCT CASE WHEN is_aka THEN 'd' || doc || ':' || row END, ', ') AS akas
            FROM other_titles WHERE tt BETWEEN ${first} AND ${last} GROUP BY tt
        ) USING (tt)
        LEFT JOIN (SELECT tt, string_agg('d' || doc || ':' || row, ', ') AS disputed FROM disputes GROUP BY tt) USING (tt)
        WHERE tt BETWEEN ${first} AND ${last}
    )
) TO ${file} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01');

-- name: write_people
COPY (
    SELECT getvariable('prefixes')
    UNION ALL
    SELECT 'a:imdb-' || id || ' a s:Person; s:name "' || escape(name) || '"'
        || CASE WHEN len(others) > 0 THEN '; s:alternateName ' ||
               list_aggregate(list_transform(others, lambda x: '"' || escape(x) || '"'), 'string_agg', ', ') ELSE '' END
        || '; g:imdbId "' || id || '"; s:sameAs <https://www.imdb.com/name/' || id || '/> .'
    FROM (
        SELECT show_id(nm, 'nm') AS id, name, others FROM people WHERE nm BETWEEN ${first} AND ${last}
        AND nm IN (SELECT nm FROM film_count WHERE nm BETWEEN ${first} AND ${last})
    )
) TO ${file} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01');

-- name: write_credits
COPY (
    SELECT getvariable('prefixes')
    UNION ALL
    SELECT 'c:' || sha256(getvariable('base') || 'film/imdb-' || film || chr(0) || getvariable('base') || 'agent/imdb-' || agent || chr(0) || role)[:16]
        || ' a g:Credit; g:film f:imdb-' || film || '; g:agent a:imdb-' || agent || '; g:role r:' || role || '; g:attestedBy ' || rows
        || CASE WHEN characters <> '' THEN '; g:character ' || characters ELSE '' END
        || ' .' || chr(10) || 'f:imdb-' || film || ' ' || direct || ' a:imdb-' || agent || ' .'
    FROM (
        SELECT show_id(tt, 'tt') AS film, show_id(nm, 'nm') AS agent, role, direct,
            CASE WHEN first = last THEN 'd' || (first >> 48) || ':' || (first & 281474976710655)
                 ELSE list_aggregate(list_transform(list_sort(list_distinct(rows)), lambda x: 'd' || (x >> 48) || ':' || (x & 281474976710655)), 'string_agg', ', ')
            END AS rows,
            list_aggregate(list_transform(list_sort(list_distinct(flatten(characters))), lambda x: CASE WHEN x <> '' THEN '"' || escape(x) || '"' END), 'string_agg', ', ') AS characters
        FROM (
            SELECT tt, nm, role, min(place) AS first, max(place) AS last, list(place) AS rows, list(characters) AS characters
            FROM (SELECT tt, nm, role, (doc::BIGINT << 48) + row AS place, characters FROM said WHERE tt BETWEEN ${first} AND ${last})
            GROUP BY tt, nm, role
        ) JOIN roles USING (role)
    )
) TO ${file} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01');

-- Those that one work may have side by side: a title's. What has none goes with the title that the person's
-- rows of the film named first, if one was named by then.
-- name: adapted
SELECT coalesce(folded, CASE WHEN first_named < place THEN first_folded END) AS "group",
       show_id(tt, 'tt') AS film, show_id(nm, 'nm') AS person, name, grade, kind, title, doc, row
FROM (
    SELECT *, min(named) OVER mine AS first_named, arg_min(folded, named) OVER mine AS first_folded
    FROM (SELECT *, CASE WHEN folded IS NOT NULL THEN place END AS named FROM adapted) WINDOW mine AS (PARTITION BY tt, nm)
) ORDER BY "group", tt, nm, place;

-- name: shared_names
SELECT name FROM read_csv(${file}, delim = '\x01', quote = '', escape = '', header = false, new_line = '\n', auto_detect = false,
                          columns = {'name': 'VARCHAR'}) GROUP BY name HAVING count(*) > 1;

-- name: name_people
COPY (
    SELECT getvariable('base') || 'agent/imdb-' || show_id(nm, 'nm'), 'person', unnest(list_prepend(name, others)) AS name, people.name, films
    FROM (SELECT * FROM people WHERE nm BETWEEN ${first} AND ${last}) AS people
    JOIN (SELECT * FROM film_count WHERE nm BETWEEN ${first} AND ${last}) AS film_count USING (nm)
    ORDER BY nm, 3
) TO ${file} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t');

-- name: name_films
COPY (
    SELECT getvariable('base') || 'film/imdb-' || show_id(tt, 'tt'), 'film', name, label, coalesce(credits, 0)
    FROM (
        SELECT tt, title AS name, title AS label FROM films WHERE tt BETWEEN ${first} AND ${last}
        UNION ALL
        SELECT tt, other_titles.title, films.title FROM other_titles JOIN films USING (tt)
        WHERE other_titles.tt BETWEEN ${first} AND ${last} AND films.tt BETWEEN ${first} AND ${last}
    ) LEFT JOIN (SELECT * FROM credit_count WHERE tt BETWEEN ${first} AND ${last}) USING (tt)
    ORDER BY tt, name
) TO ${file} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t');

-- name: name_works
COPY (
    SELECT iri, 'work', title, title, films
    FROM read_csv(${works}, delim = '\t', quote = '', escape = '', header = false, new_line = '\n', auto_detect = false,
                  columns = {'iri': 'VARCHAR', 'title': 'VARCHAR', 'films': 'BIGINT'})
    ORDER BY iri
) TO ${file} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t');

-- name: rows
SELECT row FROM said WHERE doc = ${doc}
UNION ALL SELECT row FROM adapted WHERE doc = ${doc}
UNION ALL SELECT row FROM titles SEMI JOIN films USING (tt) WHERE doc = ${doc}
UNION ALL SELECT row FROM other_titles WHERE doc = ${doc}
ORDER BY row;
