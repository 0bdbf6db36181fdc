-- Which themes come first? Distinct ballots only, so that the cost does not grow with the number of respondents.

-- name: ballots
-- Each distinct list of places of an import and how many respondents gave it.
select places, count(*) as n from respondents where import = $import group by places order by places;

-- name: ballots_by_sector
select coalesce(sector, '') as value, places, count(*) as n
from respondents where import = $import group by all order by all;

-- name: ballots_by_size
select coalesce(size, '') as value, places, count(*) as n
from respondents where import = $import group by all order by all;

-- name: ballots_by_state
select coalesce(state, '') as value, places, count(*) as n
from respondents where import = $import group by all order by all;

-- name: ballots_by_kind
select coalesce(kind, '') as value, places, count(*) as n
from respondents where import = $import group by all order by all;

-- name: ballots_by_membership
select coalesce(membership, '') as value, places, count(*) as n
from respondents where import = $import group by all order by all;
