-- Is the database whole? What is looked at, beside every table itself.

-- name: schema
-- The number of the newest migration that was run.
select max(version) as version from schema_versions;

-- name: receipts_to_check
-- Every receipt: how many rows it promises, and whether its change is there.
select imports.import, imports.kind, imports.rows_kept, changes.seq is not null as changed
from imports
left join changes on changes.seq = imports.seq and changes.import = imports.import
order by imports.seq;

-- name: tables_of_imports
-- The tables whose rows belong to an import.
select table_name as name from duckdb_columns()
where column_name = 'import' and database_name = current_database() and not internal
order by table_name;

-- name: places_that_do_not_fit
-- Respondents with more or fewer places than their import has items.
select respondents.import, count(*) as n
from respondents
where len(places) <> (select count(*) from survey_items where survey_items.import = respondents.import)
group by respondents.import
order by respondents.import;

-- name: answers_of_nobody
-- Answers whose respondent or whose question is not there.
with people as (
    select import, count(*) as n from respondents group by import
)
select survey_answers.import, count(*) as n
from survey_answers
left join people on people.import = survey_answers.import
left join survey_questions
    on survey_questions.import = survey_answers.import and survey_questions.question = survey_answers.question
where survey_questions.question is null or survey_answers.respondent not between 1 and coalesce(people.n, 0)
group by survey_answers.import
order by survey_answers.import;

-- name: texts_to_check
-- Every text that must be readable as JSON.
select 'imports' as place, import as name, report::text as words from imports
union all select 'layouts', layout, mapping::text from layouts
union all select 'packs', pack, parts::text from packs
union all select 'editions', edition, pack::text from editions
union all select 'editions', edition, papers::text from editions
union all select 'log', seq::text, about::text from log
order by place, name;

-- name: editions_missing
-- Imports noted for an edition that is not there.
select distinct edition_imports.edition
from edition_imports
anti join editions on editions.edition = edition_imports.edition
order by edition_imports.edition;

-- name: counter
-- Where the counter of changes stands, and the newest change or turn.
select (select last_value from duckdb_sequences() where sequence_name = 'change_seq') as "at",
       greatest((select coalesce(max(seq), 0) from changes), (select coalesce(max(seq), 0) from turns),
                (select coalesce(max(seq), 0) from deletions)) as newest;

-- name: newest_change
-- When the newest change was made.
select greatest((select max(moment) from changes), (select max(moment) from deletions)) as moment;

-- name: brought
-- What people brought in, oldest first.
select import, seq from imports where origin <> 'published' order by seq;

-- name: edition_names
-- Every edition, the newest first.
select edition, moment from editions order by moment desc, edition;

-- name: log_whole
-- The whole log, oldest first: it goes over into what is restored.
select moment, who, action, role, about::text as about from log order by seq;

-- name: identity
-- The number that a database has drawn for itself.
select value from settings where name = 'identity';

-- name: insert_identity
insert into settings values ('identity', $value);

-- name: delete_identity
delete from settings where name = 'identity';
