-- Schema 6: a proposal.
insert into changes (moment, actor, action, import)
    values ('2025-08-01 10:00', 'office', 'import', '2025-08-01-1');
insert into imports select '2025-08-01-1', max(seq), null, 'proposals', null, 'p.xlsx', 'p1', 'uploaded',
    '2025-08-01', null, 1, 1, '{"tool": "limesurvey", "ranking": {"direction": "1 is first", "blank_means": "below", "items": []}}' from changes;
insert into register_proposals (import, "row", proposal, title_en, theme)
    values ('2025-08-01-1', 2, 'P1', 'A fair', 'visibility');
