"""Where do the members' answers lie, who sees them, and when are they gone?

`held` names what is stored and why, `rules` who sees what and for how long, `headline` the page's first sentence;
`document` writes the page for the data-protection officer from the same words.
"""
