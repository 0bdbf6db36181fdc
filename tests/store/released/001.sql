-- Schema 1: two imports of a wave, one of them taken back, a layout and the key of the tokens.
insert into changes (moment, actor, action, import) values
    ('2024-05-06 10:00', 'office', 'import', '2024-05-06-1'),
    ('2024-05-06 11:00', 'office', 'import', '2024-05-06-2'),
    ('2024-05-06 12:00', 'office', 'undo', '2024-05-06-2');
insert into imports values
    ('2024-05-06-1', 1, null, 'survey', '2024', 'a.csv', 'a1', 'uploaded', '2024-05-06', 300, 4, 3, '{"tool": "limesurvey", "ranking": {"direction": "1 is first", "blank_means": "below", "items": []}}'),
    ('2024-05-06-2', 2, 3, 'survey', '2024', 'b.csv', 'b1', 'uploaded', '2024-05-06', 300, 2, 2, '{"tool": "limesurvey", "ranking": {"direction": "1 is first", "blank_means": "below", "items": []}}');
insert into survey_items select import, position, item, item, null
    from (values ('2024-05-06-1'), ('2024-05-06-2')) as imports(import),
         (values (0, 'VIS'), (1, 'INN'), (2, 'REG')) as items(position, item);
insert into respondents values
    ('2024-05-06-1', 'R001', 'biotech', '1-9', 'HH', 'company', null, 'f00d', [1, 2, 3]),
    ('2024-05-06-1', 'R002', 'pharma', null, 'SH', null, null, null, [2, null, 1]),
    ('2024-05-06-1', 'R003', null, null, null, null, null, null, [null, null, null]),
    ('2024-05-06-2', 'R001', 'biotech', '1-9', 'HH', 'company', null, null, [3, 2, 1]),
    ('2024-05-06-2', 'R002', 'pharma', '1-9', 'HH', 'company', null, null, [3, 1, 2]);
insert into layouts values ('layout-1', '{"direction": "1 is first"}', '2024-05-06 10:00', 'office');
insert into settings values ('token_key', '00ff');
