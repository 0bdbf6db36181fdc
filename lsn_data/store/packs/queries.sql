-- Board packs by name, and the editions that were frozen of them.

-- name: packs
-- Every pack, the one changed last first.
select pack, parts, moment, actor as by from packs order by moment desc, pack;

-- name: pack
select pack, parts, moment, actor as by from packs where pack = $pack;

-- name: insert_pack
insert or replace into packs values ($pack, $parts, $moment, $actor);

-- name: delete_pack
delete from packs where pack = $pack;

-- name: editions
-- Every edition without what it holds, the newest first.
select edition, moment, actor as by, version, coalesce(json_array_length(papers, '$.de.leaves'), 0) as exhibits
from editions order by moment desc, edition;

-- name: edition
select edition, moment, actor as by, version, pack, papers from editions where edition = $edition;

-- name: editions_showing
-- The editions that may show an import, the newest first: of a survey those that note it, of a register those that were
-- frozen while it was there.
select editions.edition
from imports
join editions on editions.version >= imports.seq
left join edition_imports on edition_imports.edition = editions.edition and edition_imports.import = imports.import
where imports.import = $import
  and (edition_imports.import is not null
       or imports.kind <> 'survey' and coalesce(imports.undone_seq > editions.version, true))
order by editions.moment desc, editions.edition;

-- name: insert_edition
insert into editions values ($edition, $moment, $actor, $version, $pack, $papers);

-- name: insert_edition_imports
insert into edition_imports select $edition, unnest($imports::text[]);

-- name: delete_packs
delete from packs;

-- name: delete_editions
delete from editions;

-- name: delete_edition_imports
delete from edition_imports;
