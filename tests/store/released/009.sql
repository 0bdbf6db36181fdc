-- Schema 9: the log.
insert into log (moment, who, role, action, about)
values ('2025-11-01 10:00', 'office', 'admin', 'import', '{"import": "2024-05-06-1"}');
