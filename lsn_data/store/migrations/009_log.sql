-- Who did what, and when: changes, exports, logins. Nothing of a respondent, nothing of what a file says.
-- It survives a reset; a row goes when its time is over, never sooner.
create sequence log_seq start 1;
create table log (
    seq        bigint primary key default nextval('log_seq'),
    moment     timestamp not null,             -- UTC
    who        text not null,
    role       text,                           -- null: none, as of somebody who was turned away
    action     text not null,
    about      json not null                   -- the import, edition, exhibit or file that it was about
);
