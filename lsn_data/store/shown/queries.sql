-- What of a survey wave may be shown: the respondents to decide over, and the list once it is decided.

-- name: survey_versions
-- Every survey import with the versions of its wave before it that may have been seen (not taken back, or frozen in an
-- edition), and beside which of them its list was decided (null: not yet). Oldest first, so that each list finds those before it decided.
with seen as (
    select * from imports
    where undone_seq is null or import in (select edition_imports.import from edition_imports)
)
select later.import,
       list(earlier.import order by earlier.seq) filter (where earlier.import is not null) as before,
       any_value(shown_lists.beside) as beside
from imports as later
left join seen as earlier
    on earlier.kind = 'survey' and earlier.wave = later.wave and earlier.origin = later.origin
    and earlier.seq < later.seq
left join shown_lists on shown_lists.import = later.import
where later.kind = 'survey'
group by later.import, later.seq
order by later.seq;

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
with seen as (
    select * from imports
    where undone_seq is null or import in (select edition_imports.import from edition_imports)
)
select earlier.import
from imports as later
join seen as earlier
    on earlier.kind = later.kind and earlier.wave = later.wave and earlier.origin = later.origin
    and earlier.seq < later.seq
join shown_views on shown_views.import = earlier.import and shown_views.view = 0
where later.import = $import
order by earlier.seq;

-- name: insert_shown_list
insert into shown_lists values ($import, $beside);

-- name: insert_shown_views
insert into shown_views select $import, unnest($view::integer[]), unnest($parts::json[]), unnest($n::integer[]);

-- name: delete_shown_lists
delete from shown_lists where import = $import;

-- name: delete_shown_views
delete from shown_views where import = $import;
