-- What was deleted for good, and until when the rest is kept. A deletion leaves no file name and no answer: the wave,
-- the names of its imports, how many answers, when and by whom. Its number is of the same row as those of the changes.
create table deletions (
    seq        bigint primary key default nextval('change_seq'),
    moment     timestamp not null,             -- UTC
    actor      text not null,
    wave       text not null,
    origin     text not null,
    imports    text[] not null,                -- their names: a restored backup is recognised by them
    answers    integer not null,               -- of the version that counted last
    came       timestamp not null,             -- when the first of its imports was stored: backups since then hold it
    editions   text[] not null                 -- the editions that went with it
);

-- Until which day a wave is kept, where it is not the usual time.
create table retention (
    wave       text not null,
    origin     text not null,
    until      date not null,
    moment     timestamp not null,
    actor      text not null,
    primary key (wave, origin)
);
