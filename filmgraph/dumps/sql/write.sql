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
        JOIN (SELECT tt, string_agg('d' || doc || ':' || row, ', ') AS rows FROM titles SEMI JOIN films USING (tt) GROUP BY tt) USING (tt)
        LEFT JOIN (
            SELECT tt, string_agg('"' || escape(title) || '"', ', ') AS others,
                   string_agg(DISTINCT CASE WHEN is_aka THEN 'd' || doc || ':' || row END, ', ') AS akas
            FROM other_titles GROUP BY tt
        ) USING (tt)
        LEFT JOIN (SELECT tt, string_agg('d' || doc || ':' || row, ', ') AS disputed FROM disputes GROUP BY tt) USING (tt)
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
    FROM (SELECT show_id(nm, 'nm') AS id, name, others FROM people SEMI JOIN film_count USING (nm))
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

-- name: adapted
SELECT tt, show_id(tt, 'tt'), show_id(nm, 'nm'), name, grade, kind, title, doc, row FROM adapted ORDER BY tt, nm, doc, row;

-- name: write_names
COPY (
    SELECT iri, kind, name, label, weight FROM (
        SELECT getvariable('base') || 'film/imdb-' || show_id(tt, 'tt') AS iri, 'film' AS kind, unnest(list_prepend(films.title, coalesce(others, []))) AS name,
               films.title AS label, coalesce(credits, 0) AS weight
        FROM films LEFT JOIN (SELECT tt, list(title) AS others FROM other_titles GROUP BY tt) USING (tt) LEFT JOIN credit_count USING (tt)
        UNION ALL
        SELECT getvariable('base') || 'agent/imdb-' || show_id(nm, 'nm'), 'person', unnest(list_prepend(name, others)), name, films
        FROM people JOIN film_count USING (nm)
    ) ORDER BY iri, name
) TO ${file} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\t');

-- name: write_rows
COPY (
    SELECT row || chr(9) || line
    FROM (
        SELECT row_number() OVER () + 1 AS row, line
        FROM read_csv(${source}, delim = '\x01', quote = '', escape = '', header = false, nullstr = '\x02', new_line = '\n',
                      auto_detect = false, max_line_size = 2097152, columns = {'line': 'VARCHAR'})
    ) SEMI JOIN (
        SELECT row FROM said WHERE doc = ${doc}
        UNION ALL SELECT row FROM adapted WHERE doc = ${doc}
        UNION ALL SELECT row FROM titles SEMI JOIN films USING (tt) WHERE doc = ${doc}
        UNION ALL SELECT row FROM other_titles WHERE doc = ${doc}
    ) USING (row)
    ORDER BY row
) TO ${file} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01');
