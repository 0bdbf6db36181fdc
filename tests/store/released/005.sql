-- Schema 5: what may be shown: nothing of three answers.
insert into shown_lists values ('2024-05-06-1', []), ('2024-05-06-2', ['2024-05-06-1']);
