-- The further questions of a survey import: what was asked, what could be answered, and the answers, one row each.
create table survey_questions (
    import   text not null,
    question integer not null,                 -- its position in the file's order
    key      text not null,                    -- made of its words, the same in every wave that asks the same
    kind     text not null check (kind in ('single', 'multi', 'likert', 'number', 'date', 'text')),
    words    text not null,
    "row"    text not null,                    -- the statement that an array asks about, else ''
    topic    text not null,                    -- satisfaction, services, or ''
    primary key (import, question)
);

create table survey_options (
    import   text not null,
    question integer not null,
    option   integer not null,                 -- its position; of a scale: from low to high
    label    text not null,                    -- as the file has it
    value    integer,                          -- on a scale; null there: outside of it ("don't know")
    primary key (import, question, option)
);

-- Of several chosen options, each has its row; shown without any chosen is one row without an option; no answer: no row.
create table survey_answers (
    import     text not null,
    question   integer not null,
    respondent integer not null,               -- 1 for R001: the order of respondents.respondent
    option     integer,
    number     double,
    day        date,
    words      text                            -- what leads to a person was taken out at the door
);
