-- What of a survey wave may be shown: decided once an import, beside the earlier versions of its wave that still count
-- as seen. A list without rows: not even everybody together may be shown.
create table shown_lists (
    import     text primary key,
    beside     text[] not null                 -- the earlier versions that the list was decided beside
);

create table shown_views (
    import     text not null,
    view       integer not null,               -- its place in the list; 0 is everybody
    parts      json not null,                  -- [["sector", ["biotech"]], …]: the groups whose members are meant
    n          integer not null,               -- respondents who ranked
    primary key (import, view)
);
