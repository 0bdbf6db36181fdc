-- The further questions of a survey import: how they are read back and how they go in.

-- name: questions
-- What was asked, in the file's order.
select question, key, kind, words, "row", topic from survey_questions where import = $import order by question;

-- name: options
-- What could be answered, and how often it was.
with chosen as (
    select question, option, count(*) as chosen
    from survey_answers
    where import = $import and option is not null
    group by question, option
)
select survey_options.question, survey_options.option, label, value, coalesce(chosen, 0) as chosen
from survey_options
left join chosen on chosen.question = survey_options.question and chosen.option = survey_options.option
where import = $import
order by survey_options.question, survey_options.option;

-- name: given_answers
-- Every answer to one question of an import, in the order of the respondents.
select respondent, option, number, day, words
from survey_answers
where import = $import and question = $question
order by respondent, option;

-- name: people
-- How many respondents an import has.
select count(*) as n from respondents where import = $import;

-- name: insert_question
insert into survey_questions values ($import, $question, $key, $kind, $words, $row, $topic);

-- name: insert_option
insert into survey_options values ($import, $question, $option, $label, $value);

-- name: delete_survey_answers
delete from survey_answers;

-- name: delete_survey_options
delete from survey_options;

-- name: delete_survey_questions
delete from survey_questions;
