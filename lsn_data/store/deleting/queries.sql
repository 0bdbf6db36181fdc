-- A wave is deleted for good: all its imports with everything that belongs to them. What stays is that it was deleted.

-- name: imports_of_wave
-- Every import of a wave, whether it counts or not, oldest first, and when it came.
select imports.import, imports.rows_kept, imports.undone_seq is not null as undone, changes.moment
from imports
join changes on changes.seq = imports.seq
where imports.kind = 'survey' and imports.wave = $wave and imports.origin = $origin
order by imports.seq;

-- name: deletions
-- What was deleted, oldest first.
select wave, origin, imports, answers, came, editions, moment, actor as by from deletions order by seq;

-- name: papers_of_editions
-- Every edition with what it holds, the newest first.
select edition, papers from editions order by moment desc, edition;

-- name: delete_answers_of
delete from survey_answers where list_contains($imports::text[], import);

-- name: delete_options_of
delete from survey_options where list_contains($imports::text[], import);

-- name: delete_questions_of
delete from survey_questions where list_contains($imports::text[], import);

-- name: delete_respondents_of
delete from respondents where list_contains($imports::text[], import);

-- name: delete_items_of
delete from survey_items where list_contains($imports::text[], import);

-- name: delete_asked_of
delete from asked_groups where list_contains($imports::text[], import);

-- name: delete_shown_lists_of
delete from shown_lists where list_contains($imports::text[], import);

-- name: delete_shown_views_of
delete from shown_views where list_contains($imports::text[], import);

-- name: delete_absences_of
delete from absences where list_contains($imports::text[], import);

-- name: delete_imports_of
delete from imports where list_contains($imports::text[], import);

-- name: delete_retention_of
delete from retention where wave = $wave and origin = $origin;

-- name: delete_token_key
delete from settings where name = 'token_key' and not exists (from respondents where token is not null);

-- name: delete_edition
delete from editions where edition = $edition;

-- name: delete_imports_of_edition
delete from edition_imports where edition = $edition;

-- name: delete_words_of_edition
update editions set papers = $papers where edition = $edition;

-- name: packs_of_editions
-- The packs that editions froze.
select edition, pack from editions order by edition;

-- name: delete_parts_of_pack
update packs set parts = $parts where pack = $pack;

-- name: delete_parts_of_edition
update editions set pack = $pack where edition = $edition;

-- name: insert_deletion
insert into deletions (moment, actor, wave, origin, imports, answers, came, editions)
values ($moment, $actor, $wave, $origin, $imports, $answers, $came, $editions);

-- name: insert_erasing
insert or replace into settings values ('erasing', 'pending');

-- name: delete_erasing
delete from settings where name = 'erasing';

-- name: retention
-- Until when a wave is kept, where that was told.
select wave, origin, until from retention;

-- name: insert_retention
insert or replace into retention values ($wave, $origin, $until, $moment, $actor);

-- name: delete_files_from_log
-- The log goes on telling who brought these imports in and when, without the names of their files.
update log set about = json_merge_patch(about, '{"file": null}')
where list_contains($imports::text[], about ->> '$.import') and about ->> '$.file' is not null;
