-- The office's own slide template: one, or none.

-- name: board_template
select file, data, moment, actor as by from board_template;

-- name: insert_board_template
insert or replace into board_template values (true, $file, $data, $moment, $actor);

-- name: delete_board_template
delete from board_template;
