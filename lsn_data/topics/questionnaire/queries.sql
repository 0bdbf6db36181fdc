-- What is known of the respondents, in the order in which the answers to the further questions stand.

-- name: respondents_sector
select coalesce(sector, '') as value from respondents where import = $import order by respondent;

-- name: respondents_size
select coalesce(size, '') as value from respondents where import = $import order by respondent;

-- name: respondents_state
select coalesce(state, '') as value from respondents where import = $import order by respondent;

-- name: respondents_kind
select coalesce(kind, '') as value from respondents where import = $import order by respondent;

-- name: respondents_membership
select coalesce(membership, '') as value from respondents where import = $import order by respondent;
