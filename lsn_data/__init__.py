"""How do spreadsheets become answers that a board can trust?

    spreadsheet ──read──▶ cells ──recognise──▶ layout ──check──▶ tidy rows + report ──store──▶ DuckDB
    DuckDB ──ask (named SQL)──▶ rows ──compute (pure)──▶ answer ──▶ Exhibit ──draw──▶ page | slide | workbook

Nothing flows back. `sheets` says what a spreadsheet must hold, `intake` reads and questions it, `store` keeps it,
`disclosure` decides what of a survey may be shown, `topics` answers from it, `exhibit` draws the answers, `board` binds
them into a pack, `language` says everything in English and German, `ui` and `pages/` show it. A test keeps these walls.
"""
