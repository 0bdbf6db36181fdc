-- Who answered, and what? Equal answers of equal respondents are counted once.

-- name: ballots_with_attributes
-- Each distinct list of places with all that is known of who gave it, '' where a respondent did not say.
select coalesce(sector, '') as sector, coalesce(size, '') as size, coalesce(state, '') as state,
       coalesce(kind, '') as kind, coalesce(membership, '') as membership, places, count(*) as n
from respondents where import = $import group by all order by all;
