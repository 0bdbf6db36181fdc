-- Which themes come first? Distinct ballots only, so that the cost does not grow with the number of respondents.

-- name: ballots
-- Each distinct list of places of an import and how many respondents gave it.
select places, count(*) as n from respondents where import = $import group by places order by places;

-- name: ballots_where
-- The same of those who have one of the codes told for each attribute ('' is: no answer, null: any).
select places, count(*) as n
from respondents
where import = $import
    and ($sector is null or list_contains($sector, coalesce(sector, '')))
    and ($size is null or list_contains($size, coalesce(size, '')))
    and ($state is null or list_contains($state, coalesce(state, '')))
    and ($kind is null or list_contains($kind, coalesce(kind, '')))
    and ($membership is null or list_contains($membership, coalesce(membership, '')))
group by places
order by places;

-- name: panel
-- The ballots of those who answered two imports, paired by the hash of their token, which stays inside: only how many
-- gave each pair comes out. A token that stands twice in a file is nobody's.
with once as (
    select import, token, any_value(places) as places
    from respondents where import in ($then, $now) and token is not null
    group by import, token having count(*) = 1
)
select earlier.places as places_then, later.places as places_now, count(*) as n
from once as earlier join once as later using (token)
where earlier.import = $then and later.import = $now
group by all order by all;

-- name: panel_alike
-- How often those whose tokens meet gave the same sector and state both times: tokens that only look alike do not.
with once as (
    select import, token, any_value(sector) as sector, any_value(state) as state
    from respondents where import in ($then, $now) and token is not null
    group by import, token having count(*) = 1
)
select count(earlier.sector || later.sector) + count(earlier.state || later.state) as known,
    count(*) filter (earlier.sector = later.sector) + count(*) filter (earlier.state = later.state) as alike
from once as earlier join once as later using (token)
where earlier.import = $then and later.import = $now;
