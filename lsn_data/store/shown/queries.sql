-- What of a survey wave may be shown: the respondents to decide over, and the list once it is decided.

-- name: survey_versions
-- Every survey import with the versions of its wave before it that may have been seen (not taken back, or frozen in an
-- edition), and beside which of them its list was decided (null: not yet). Oldest first, so that each list finds those before it decided.
-- An import of another wave counts as a version where it holds most of the same answers.
with in_order as (
    -- The places of each answer in the order of the items' codes, whatever the order of the columns.
    select import, list(position + 1 order by item) as positions from survey_items group by import
),
answered as (
    select import, sector, size, state, kind, membership, list_select(places, positions)::text as places, count(*) as n
    from respondents
    join in_order using (import)
    where list_aggregate(places, 'count') > 0
    group by all
),
orders as (
    select import, places, sum(n) as n from answered group by import, places
),
sizes as (
    select import, wave, origin, sum(n) as n, 2 * count(*) > sum(n) as told_apart
    from orders
    join imports using (import)
    group by all
),
-- Orders tell answers apart where most of them were given once, else who answered must be alike as well.
alike as (
    select one.import as one, other.import as other, sum(least(one.n, other.n)) as n, true as by_order
    from orders as one
    join orders as other on other.places = one.places and other.import <> one.import
    group by all
    union all
    select one.import, other.import, sum(least(one.n, other.n)), false
    from answered as one
    join answered as other
        on other.places = one.places and other.import <> one.import
        and (other.sector, other.size, other.state, other.kind, other.membership)
            is not distinct from (one.sector, one.size, one.state, one.kind, one.membership)
    group by all
),
doubles as (
    select alike.one, alike.other
    from alike
    join sizes as one on one.import = alike.one
    join sizes as other on other.import = alike.other and other.origin = one.origin and other.wave <> one.wave
    where alike.by_order = (one.told_apart and other.told_apart)
      and alike.n >= $fewest and alike.n > $so_many * least(one.n, other.n)
),
came as (
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
),
versions as (
    select later.import as later, earlier.import as earlier
    from imports as later
    join imports as earlier on earlier.wave = later.wave and earlier.origin = later.origin
    where later.kind = 'survey' and earlier.kind = 'survey'
    union
    select one, other from doubles
)
select later.import,
       list(earlier.import order by before.came, earlier.seq) filter (where before.came < since.came) as before,
       any_value(shown_lists.beside) as beside
from imports as later
join came as since on since.import = later.import
left join versions on versions.later = later.import
left join seen as earlier on earlier.import = versions.earlier
left join came as before on before.import = earlier.import
left join shown_lists on shown_lists.import = later.import
where later.kind = 'survey'
group by later.import, since.came
order by since.came;

-- name: undecided
-- The survey imports without a list.
select import from imports anti join shown_lists using (import) where kind = 'survey';

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
