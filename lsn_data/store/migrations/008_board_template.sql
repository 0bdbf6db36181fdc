-- The office's own slide template, as its door let it in: without slides, names and links. There is one, or none.
create table board_template (
    only_one   boolean primary key check (only_one),
    file       text not null,
    data       blob not null,
    moment     timestamp not null,
    actor      text not null
);
