-- Schema 7: a pack and an edition.
insert into packs values ('spring', '{"parts": []}', '2025-09-01 10:00', 'office');
insert into editions values ('spring 2025', '2025-09-01 10:00', 'office', 3, '{}', '{"de": [], "en": []}');
insert into edition_imports values ('spring 2025', '2024-05-06-1');
