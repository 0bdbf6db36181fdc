-- One row a change: the dated history from which every state can be read back. `seq` orders all changes.
create sequence change_seq start 1;
create table changes (
    seq        bigint primary key default nextval('change_seq'),
    moment     timestamp not null,             -- UTC
    actor      text not null,
    action     text not null check (action in ('import', 'undo')),
    import     text not null
);

-- One row an import: the receipt. Rows of the tables below belong to an import and are never changed.
create table imports (
    import     text primary key,               -- 2026-11-21-1: the day and a counter
    seq        bigint not null,                -- of the change that brought it
    undone_seq bigint,                         -- of the change that took it back, if any
    kind       text not null,
    wave       text,                           -- of a survey
    file       text not null,
    sha256     text not null,
    origin     text not null check (origin in ('published', 'uploaded', 'demo')),
    as_of      date not null,
    asked      integer,                        -- members invited
    rows_read  integer not null,
    rows_kept  integer not null,
    report     json not null                   -- tool, sheet, ranking, left_out, problems
);

create table survey_items (
    import     text not null,
    position   integer not null,               -- of the item in every respondent's list of places
    item       text not null,
    label      text not null,                  -- as the file has it
    theme      text,
    primary key (import, item)
);

create table respondents (
    import     text not null,
    respondent text not null,                  -- a pseudonym
    sector     text,
    size       text,
    state      text,
    kind       text,
    membership text,
    token      text,                           -- a keyed hash, never the token itself
    places     integer[] not null,             -- in the order of survey_items.position; null is blank
    primary key (import, respondent)
);

-- What a person has told us about a layout, for the next file that looks the same.
create table layouts (
    layout     text primary key,
    mapping    json not null,
    moment     timestamp not null,
    actor      text not null
);

create table settings (name text primary key, value text not null);
