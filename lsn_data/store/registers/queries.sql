-- The rows of a register: how they are read back, in the order of the spreadsheet, and how they go in.

-- name: register_members
select * from register_members where import = $import order by "row";

-- name: delete_members
delete from register_members;

-- name: insert_members
insert into register_members select
    $import,
    unnest($row::integer[]),
    unnest($member::varchar[]),
    unnest($sector::varchar[]),
    unnest($size::varchar[]),
    unnest($state::varchar[]),
    unnest($kind::varchar[]),
    unnest($membership::varchar[]),
    unnest($premium::boolean[]),
    unnest($joined::varchar[]),
    unnest($left::varchar[]);

-- name: register_projects
select * from register_projects where import = $import order by "row";

-- name: delete_projects
delete from register_projects;

-- name: insert_projects
insert into register_projects select
    $import,
    unnest($row::integer[]),
    unnest($project::varchar[]),
    unnest($title_en::varchar[]),
    unnest($title_de::varchar[]),
    unnest($start::varchar[]),
    unnest($end::varchar[]),
    unnest($role::varchar[]),
    unnest($partners::varchar[][]),
    unnest($countries::varchar[][]),
    unnest($regions::varchar[][]),
    unnest($themes::varchar[][]),
    unnest($part_of::varchar[]),
    unnest($follows::varchar[]),
    unnest($status::varchar[]),
    unnest($source::varchar[]),
    unnest($note::varchar[]);

-- name: register_funding
select * from register_funding where import = $import order by "row";

-- name: delete_funding
delete from register_funding;

-- name: insert_funding
insert into register_funding select
    $import,
    unnest($row::integer[]),
    unnest($project::varchar[]),
    unnest($programme::varchar[]),
    unnest($funder::varchar[]),
    unnest($amount::double[]),
    unnest($currency::varchar[]),
    unnest($institutional::boolean[]),
    unnest($doubtful::boolean[]),
    unnest($note::varchar[]);

-- name: register_kpi
select * from register_kpi where import = $import order by "row";

-- name: delete_kpi
delete from register_kpi;

-- name: insert_kpi
insert into register_kpi select
    $import,
    unnest($row::integer[]),
    unnest($kpi::varchar[]),
    unnest($name_en::varchar[]),
    unnest($name_de::varchar[]),
    unnest($theme::varchar[]),
    unnest($level::varchar[]),
    unnest($unit::varchar[]),
    unnest($better::varchar[]),
    unnest($period::varchar[]),
    unnest($value::double[]),
    unnest($vintage::varchar[]),
    unnest($method::varchar[]),
    unnest($break::boolean[]),
    unnest($source::varchar[]),
    unnest($target::double[]),
    unnest($target_period::varchar[]),
    unnest($target_set_by::varchar[]),
    unnest($target_set_on::varchar[]);

-- name: register_measures
select * from register_measures where import = $import order by "row";

-- name: delete_measures
delete from register_measures;

-- name: insert_measures
insert into register_measures select
    $import,
    unnest($row::integer[]),
    unnest($strategy::varchar[]),
    unnest($measure::varchar[]),
    unnest($parent::varchar[]),
    unnest($title_en::varchar[]),
    unnest($title_de::varchar[]),
    unnest($theme::varchar[]),
    unnest($principles::varchar[][]),
    unnest($status::varchar[]),
    unnest($owner::varchar[]),
    unnest($start::varchar[]),
    unnest($due::varchar[]),
    unnest($addresses::varchar[][]),
    unnest($source::varchar[]);

-- name: register_swot
select * from register_swot where import = $import order by "row";

-- name: delete_swot
delete from register_swot;

-- name: insert_swot
insert into register_swot select
    $import,
    unnest($row::integer[]),
    unnest($id::varchar[]),
    unnest($quadrant::varchar[]),
    unnest($text_en::varchar[]),
    unnest($text_de::varchar[]),
    unnest($themes::varchar[][]),
    unnest($evidence::varchar[]),
    unnest($votes::double[]),
    unnest($voters::double[]),
    unnest($source::varchar[]);

-- name: register_workshops
select * from register_workshops where import = $import order by "row";

-- name: delete_workshops
delete from register_workshops;

-- name: insert_workshops
insert into register_workshops select
    $import,
    unnest($row::integer[]),
    unnest($workshop::varchar[]),
    unnest($date::varchar[]),
    unnest($theme::varchar[]),
    unnest($question::varchar[]),
    unnest($statement::varchar[]),
    unnest($votes::double[]);

-- name: register_stories
select * from register_stories where import = $import order by "row";

-- name: delete_stories
delete from register_stories;

-- name: insert_stories
insert into register_stories select
    $import,
    unnest($row::integer[]),
    unnest($story::varchar[]),
    unnest($date::varchar[]),
    unnest($title_en::varchar[]),
    unnest($title_de::varchar[]),
    unnest($problem::varchar[]),
    unnest($solution::varchar[]),
    unnest($contribution::varchar[]),
    unnest($theme::varchar[]),
    unnest($project::varchar[]),
    unnest($kpi::varchar[]);

-- name: register_strategy
select * from register_strategy where import = $import order by "row";

-- name: delete_strategy
delete from register_strategy;

-- name: insert_strategy
insert into register_strategy select
    $import,
    unnest($row::integer[]),
    unnest($strategy::varchar[]),
    unnest($part::varchar[]),
    unnest($code::varchar[]),
    unnest($theme::varchar[]),
    unnest($principle::varchar[]),
    unnest($order::double[]),
    unnest($name_en::varchar[]),
    unnest($name_de::varchar[]),
    unnest($text_en::varchar[]),
    unnest($text_de::varchar[]),
    unnest($source::varchar[]);

-- name: register_partnerships
select * from register_partnerships where import = $import order by "row";

-- name: delete_partnerships
delete from register_partnerships;

-- name: insert_partnerships
insert into register_partnerships select
    $import,
    unnest($row::integer[]),
    unnest($partner::varchar[]),
    unnest($country::varchar[]),
    unnest($field::varchar[]),
    unnest($since::varchar[]),
    unnest($until::varchar[]),
    unnest($note::varchar[]);

-- name: register_services
select * from register_services where import = $import order by "row";

-- name: delete_services
delete from register_services;

-- name: insert_services
insert into register_services select
    $import,
    unnest($row::integer[]),
    unnest($service::varchar[]),
    unnest($theme::varchar[]),
    unnest($period::varchar[]),
    unnest($users::double[]);

-- name: register_finance
select * from register_finance where import = $import order by "row";

-- name: delete_finance
delete from register_finance;

-- name: insert_finance
insert into register_finance select
    $import,
    unnest($row::integer[]),
    unnest($period::varchar[]),
    unnest($source::varchar[]),
    unnest($institutional::boolean[]),
    unnest($amount::double[]),
    unnest($currency::varchar[]);

-- name: register_peers
select * from register_peers where import = $import order by "row";

-- name: delete_peers
delete from register_peers;

-- name: insert_peers
insert into register_peers select
    $import,
    unnest($row::integer[]),
    unnest($organisation::varchar[]),
    unnest($country::varchar[]),
    unnest($measure::varchar[]),
    unnest($period::varchar[]),
    unnest($value::double[]),
    unnest($unit::varchar[]),
    unnest($source::varchar[]);

-- name: register_context
select * from register_context where import = $import order by "row";

-- name: delete_context
delete from register_context;

-- name: insert_context
insert into register_context select
    $import,
    unnest($row::integer[]),
    unnest($figure::varchar[]),
    unnest($name_en::varchar[]),
    unnest($name_de::varchar[]),
    unnest($period::varchar[]),
    unnest($value::double[]),
    unnest($unit::varchar[]),
    unnest($theme::varchar[]),
    unnest($source::varchar[]);

-- name: register_proposals
select * from register_proposals where import = $import order by "row";

-- name: delete_proposals
delete from register_proposals;

-- name: insert_proposals
insert into register_proposals select
    $import,
    unnest($row::integer[]),
    unnest($proposal::varchar[]),
    unnest($title_en::varchar[]),
    unnest($title_de::varchar[]),
    unnest($theme::varchar[]),
    unnest($principles::varchar[][]),
    unnest($effort::varchar[]),
    unnest($person_months::double[]),
    unnest($addresses::varchar[][]),
    unnest($others::varchar[][]),
    unnest($advice::varchar[]),
    unnest($verdict::varchar[]),
    unnest($reason_en::varchar[]),
    unnest($reason_de::varchar[]),
    unnest($decided_by::varchar[]),
    unnest($decided_on::varchar[]);
