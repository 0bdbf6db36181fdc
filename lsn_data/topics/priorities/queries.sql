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
