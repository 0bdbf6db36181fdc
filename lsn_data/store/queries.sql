-- Queries of the store itself: receipts and history.

-- name: imports_as_of
-- Every import up to a change, with its state at that change. Current is the newest that was not taken back: of a
-- survey wave the one stored last, of a register the one that stands for the latest day. One row an import.
with known as (
    select *, coalesce(undone_seq <= $as_of, false) or exists (
        select 1 from absences
        where absences.import = imports.import and gone_seq <= $as_of and $as_of < back_seq
    ) as undone
    from imports where seq <= $as_of
),
ordered as (
    select seq, row_number() over (
        partition by kind, wave, origin order by case when kind = 'survey' then null else as_of end desc, seq desc
    ) as newest
    from known where not undone
)
select known.import, known.seq, known.kind, known.wave, known.file, known.sha256, known.origin, known.as_of,
       known.asked, known.rows_read, known.rows_kept, known.report, changes.moment, changes.actor as by,
       case when known.undone then 'undone' when ordered.newest = 1 then 'current' else 'replaced' end as state
from known
join changes on changes.seq = known.seq
left join ordered on ordered.seq = known.seq
order by known.seq;

-- name: version
-- The number of the newest change, turn or deletion: every cached answer is kept under it.
select greatest(
    (select coalesce(max(seq), 0) from changes), (select coalesce(max(seq), 0) from turns),
    (select coalesce(max(seq), 0) from deletions)
) as version;

-- name: change_there
-- Is a change in the file?
select seq from changes where seq = $seq;

-- name: turned_since
-- Did an earlier state come back, or everything go, after a version?
select count(*) > 0 as turned from turns where seq > $version;

-- name: insert_turn
-- A restore or a reset, numbered like the changes.
insert into turns values ($seq, $moment, $actor, $what);

-- name: imports_of_day
-- How many imports a day has seen, to name the next one, those that were deleted since keep their names.
select count(distinct import) as n from changes where starts_with(import, $day || '-');

-- name: layout
-- What was told about a layout before.
select mapping from layouts where layout = $layout;

-- name: setting
-- A stored setting.
select value from settings where name = $name;

-- name: insert_note
insert or replace into settings values ($name, $value);

-- name: answers
-- The clean table of one import, in the file's order.
select respondent, sector, size, state, kind, membership, places
from respondents where import = $import order by respondent;

-- name: answers_by_token
-- The answers of one import with the hash of their token, to see which of them a new file changes.
select token, sector, size, state, kind, membership, places from respondents where import = $import;

-- name: asked_groups
-- How many members of each group were asked, as told with an import.
select attribute, code, asked from asked_groups where import = $import order by attribute, code;

-- name: items
-- The items of one import, in the order of the places.
select item, label, theme from survey_items where import = $import order by position;
