-- Schema 4: members asked per group, and an undo that was taken back.
insert into asked_groups values ('2024-05-06-1', 'sector', 'biotech', 120);
insert into absences values ('2024-05-06-1', 1, 2);
