-- Schema 10: a wave that was deleted, and until when another one is kept.
insert into deletions (moment, actor, wave, origin, imports, answers, came, editions)
values ('2025-11-01 10:00', 'office', '2022', 'uploaded', ['2022-05-06-1'], 41, '2022-05-06 10:00', []);
insert into retention values ('2024', 'uploaded', '2027-05-06', '2025-11-01 10:00', 'office');
