-- Schema 8: the office's template.
insert into board_template values (true, 'office.potx', 'PK'::blob, '2025-10-01 10:00', 'office');
