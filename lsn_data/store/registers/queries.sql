-- The rows of a register: how they are read back, in the order of the spreadsheet, and how they go in.

-- name: register_members
select * from register_members where import = $import order by "row";

-- name: delete_members
delete from register_members;

-- name: insert_members
insert into register_members values (
    $import, $row, $member, $sector, $size, $state, $kind, $membership, $premium, $joined, $left
);

-- name: register_projects
select * from register_projects where import = $import order by "row";

-- name: delete_projects
delete from register_projects;

-- name: insert_projects
insert into register_projects values (
    $import, $row, $project, $title_en, $title_de, $start, $end, $role, $partners, $countries, $regions,
    $themes, $part_of, $follows, $status, $source, $note
);

-- name: register_funding
select * from register_funding where import = $import order by "row";

-- name: delete_funding
delete from register_funding;

-- name: insert_funding
insert into register_funding values (
    $import, $row, $project, $programme, $funder, $amount, $currency, $institutional, $doubtful, $note
);

-- name: register_kpi
select * from register_kpi where import = $import order by "row";

-- name: delete_kpi
delete from register_kpi;

-- name: insert_kpi
insert into register_kpi values (
    $import, $row, $kpi, $name_en, $name_de, $theme, $level, $unit, $better, $period, $value, $vintage,
    $method, $break, $source, $target, $target_period, $target_set_by, $target_set_on
);

-- name: register_measures
select * from register_measures where import = $import order by "row";

-- name: delete_measures
delete from register_measures;

-- name: insert_measures
insert into register_measures values (
    $import, $row, $strategy, $measure, $parent, $title_en, $title_de, $theme, $principles, $status, $owner,
    $start, $due, $addresses, $source
);

-- name: register_swot
select * from register_swot where import = $import order by "row";

-- name: delete_swot
delete from register_swot;

-- name: insert_swot
insert into register_swot values (
    $import, $row, $id, $quadrant, $text_en, $text_de, $themes, $evidence, $votes, $voters, $source
);

-- name: register_workshops
select * from register_workshops where import = $import order by "row";

-- name: delete_workshops
delete from register_workshops;

-- name: insert_workshops
insert into register_workshops values (
    $import, $row, $workshop, $date, $theme, $question, $statement, $votes
);

-- name: register_stories
select * from register_stories where import = $import order by "row";

-- name: delete_stories
delete from register_stories;

-- name: insert_stories
insert into register_stories values (
    $import, $row, $story, $date, $title_en, $title_de, $problem, $solution, $contribution, $theme, $project,
    $kpi
);

-- name: register_strategy
select * from register_strategy where import = $import order by "row";

-- name: delete_strategy
delete from register_strategy;

-- name: insert_strategy
insert into register_strategy values (
    $import, $row, $strategy, $part, $code, $theme, $principle, $order, $name_en, $name_de, $text_en,
    $text_de, $source
);

-- name: register_partnerships
select * from register_partnerships where import = $import order by "row";

-- name: delete_partnerships
delete from register_partnerships;

-- name: insert_partnerships
insert into register_partnerships values (
    $import, $row, $partner, $country, $field, $since, $until, $note
);

-- name: register_services
select * from register_services where import = $import order by "row";

-- name: delete_services
delete from register_services;

-- name: insert_services
insert into register_services values (
    $import, $row, $service, $theme, $period, $users
);

-- name: register_finance
select * from register_finance where import = $import order by "row";

-- name: delete_finance
delete from register_finance;

-- name: insert_finance
insert into register_finance values (
    $import, $row, $period, $source, $institutional, $amount, $currency
);

-- name: register_peers
select * from register_peers where import = $import order by "row";

-- name: delete_peers
delete from register_peers;

-- name: insert_peers
insert into register_peers values (
    $import, $row, $organisation, $country, $measure, $period, $value, $unit, $source
);

-- name: register_context
select * from register_context where import = $import order by "row";

-- name: delete_context
delete from register_context;

-- name: insert_context
insert into register_context values (
    $import, $row, $figure, $name_en, $name_de, $period, $value, $unit, $theme, $source
);
