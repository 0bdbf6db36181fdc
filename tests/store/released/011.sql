-- Schema 11: the data were turned back once.
insert into turns select nextval('change_seq'), '2025-11-01 10:00', 'office', 'restore';
