-- How many members of each group were asked, where no register of the members tells it.
create table asked_groups (
    import     text not null,
    attribute  text not null,                  -- sector, size, state, …
    code       text not null,
    asked      integer not null,
    primary key (import, attribute, code)
);

-- An import that was taken back and then brought back: between which changes it did not count.
create table absences (
    import     text not null,
    gone_seq   bigint not null,
    back_seq   bigint not null
);
