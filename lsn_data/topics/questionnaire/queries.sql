-- What is known of the respondents, in the order in which the answers to the further questions stand.

-- name: respondents_known
-- The codes of each respondent, "" for no answer.
select coalesce(sector, '') as sector, coalesce(size, '') as size, coalesce(state, '') as state,
       coalesce(membership, '') as membership, coalesce(kind, '') as kind
from respondents where import = $import order by respondent;
