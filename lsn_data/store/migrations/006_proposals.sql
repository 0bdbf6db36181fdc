-- What was proposed, what the figures said of it, and what was decided why. One column a field of its declaration.
create table register_proposals (
    import          text not null,
    "row"           integer not null,
    "proposal"      varchar,
    "title_en"      varchar,
    "title_de"      varchar,
    "theme"         varchar,
    "principles"    varchar[],
    "effort"        varchar,
    "person_months" double,
    "addresses"     varchar[],
    "others"        varchar[],
    "advice"        varchar,
    "verdict"       varchar,
    "reason_en"     varchar,
    "reason_de"     varchar,
    "decided_by"    varchar,
    "decided_on"    varchar
);
