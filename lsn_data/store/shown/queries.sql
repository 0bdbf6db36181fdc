-- What of a survey wave may be shown: the respondents to decide over, and the list once it is decided.

-- name: survey_versions
-- Every survey import with the versions of its wave before it that may have been seen (not taken back, or frozen in an
-- edition), and beside which of them its list was decided (null: not yet). Oldest first, so that each list finds those before it decided.
with came as (
    -- The change since when a version counts: its import, or its return where an edition had shown another version
    -- meanwhile. What an edition shows stays seen, so what returns later is decided beside it.
    select imports.import, greatest(imports.seq, coalesce(max(absences.back_seq), 0)) as came
    from imports
    left join absences
        on absences.import = imports.import
        and exists (
            from edition_imports
            join editions using (edition)
            join imports as frozen on frozen.import = edition_imports.import
            where frozen.wave = imports.wave and frozen.origin = imports.origin and frozen.import <> imports.import
              and editions.version >= absences.gone_seq and editions.version < absences.back_seq
        )
        and not exists (
            from edition_imports
            join editions using (edition)
            where edition_imports.import = imports.import and editions.version < absences.back_seq
        )
    where imports.kind = 'survey'
    group by imports.import, imports.seq
),
seen as (
    select * from imports
    where undone_seq is null or import in (select edition_imports.import from edition_imports)
)
select later.import,
       list(earlier.import order by before.came, earlier.seq) filter (where before.came < since.came) as before,
       any_value(shown_lists.beside) as beside
from imports as later
join came as since on since.import = later.import
left join seen as earlier
    on earlier.kind = 'survey' and earlier.wave = later.wave and earlier.origin = later.origin
left join came as before on before.import = earlier.import
left join shown_lists on shown_lists.import = later.import
where later.kind = 'survey'
group by later.import, since.came
order by since.came;

-- name: ranked_cells
-- The respondents of an import who ranked, alike in every attribute, and how many there are.
select coalesce(sector, '') as sector, coalesce(size, '') as size, coalesce(state, '') as state,
       coalesce(kind, '') as kind, coalesce(membership, '') as membership, count(*) as n
from respondents
where import = $import and list_aggregate(places, 'count') > 0
group by all
order by all;

-- name: ranked_answers
-- The same with what they answered: who is alike in two versions of a wave is taken for the same.
select coalesce(sector, '') as sector, coalesce(size, '') as size, coalesce(state, '') as state,
       coalesce(kind, '') as kind, coalesce(membership, '') as membership, places, count(*) as n
from respondents
where import = $import and list_aggregate(places, 'count') > 0
group by all
order by all;

-- name: blank_means
-- Was a theme left blank not offered? Then its figures are of those alone who placed it.
select report ->> '$.ranking.blank_means' = 'not offered' as not_offered from imports where import = $import;

-- name: shown_views
-- The views that may be shown, in the order of the list.
select parts, n from shown_views where import = $import order by view;

-- name: shown_imports
-- Every import of which at least everybody together may be shown.
select import from shown_views where view = 0;

-- name: seen_before
-- The earlier versions of a wave that may have been seen: shown once, and not taken back or frozen in an edition.
select earlier.import
from shown_lists
join imports as earlier on list_contains(shown_lists.beside, earlier.import)
join shown_views on shown_views.import = earlier.import and shown_views.view = 0
where shown_lists.import = $import
order by list_position(shown_lists.beside, earlier.import);

-- name: insert_shown_list
insert into shown_lists values ($import, $beside);

-- name: insert_shown_views
insert into shown_views select $import, unnest($view::integer[]), unnest($parts::json[]), unnest($n::integer[]);

-- name: delete_shown_lists
delete from shown_lists where import = $import;

-- name: delete_shown_views
delete from shown_views where import = $import;
