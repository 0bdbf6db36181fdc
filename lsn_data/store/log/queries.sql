-- The log: rows are added, read, and gone when their time is over.

-- name: insert_log
insert into log (moment, who, role, action, about) values ($moment, $who, $role, $action, $about);

-- name: delete_old_log
-- What is older than the log may be.
delete from log where moment < $before;

-- name: log_entries
-- The newest entries first, of one person or action if asked for.
select moment, who, role, action, about::text as about
from log
where moment >= $since and ($who is null or who = $who) and ($action is null or action = $action)
order by seq desc
limit $most;

-- name: log_people
-- Who is in the log, and when each was last seen.
select who, max(moment) as last from log where moment >= $since group by who order by last desc, who;

-- name: log_actions
-- What is in the log.
select distinct action from log where moment >= $since order by action;
