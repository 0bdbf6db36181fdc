-- Schema 3: a further question.
insert into survey_questions values ('2024-05-06-1', 0, 'sure', 'single', 'Sure?', '', '');
insert into survey_options values ('2024-05-06-1', 0, 0, 'yes', null), ('2024-05-06-1', 0, 1, 'no', null);
insert into survey_answers (import, question, respondent, option)
    values ('2024-05-06-1', 0, 1, 0), ('2024-05-06-1', 0, 3, 1);
