-- One row a turn: a state of before came back (a restore), or everything went (a reset). Numbered like the changes, so
-- that the data version never goes back: what was cached or begun before a turn is known to rest on another state.
create table turns (
    seq        bigint primary key,             -- drawn from change_seq
    moment     timestamp not null,             -- UTC
    actor      text not null,
    what       text not null check (what in ('restore', 'reset'))
);
