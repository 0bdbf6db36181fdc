-- Schema 2: a register.
insert into changes (moment, actor, action, import)
    values ('2024-08-01 10:00', 'office', 'import', '2024-08-01-1');
insert into imports select '2024-08-01-1', max(seq), null, 'members', null, 'members.xlsx', 'm1', 'uploaded',
    '2024-08-01', null, 2, 2, '{"tool": "limesurvey", "ranking": {"direction": "1 is first", "blank_means": "below", "items": []}}' from changes;
insert into register_members (import, "row", member, sector) values
    ('2024-08-01-1', 2, 'Nordwerk', 'biotech'), ('2024-08-01-1', 3, 'Elbmed', 'medtech');
