-- Board packs by name: which exhibits in which order, with the words that people wrote. They hold no figure.
create table packs (
    pack       text primary key,
    parts      json not null,
    moment     timestamp not null,
    actor      text not null
);

-- Editions: packs as they were frozen, with every exhibit as it was drawn then, in both languages.
create table editions (
    edition    text primary key,
    moment     timestamp not null,
    actor      text not null,
    version    bigint not null,                -- the data version it was drawn from
    pack       json not null,
    papers     json not null                   -- {"de": [...], "en": [...]}: the exhibits, as may leave the house
);

-- The survey imports an edition shows: they may have been seen, even where they were taken back since.
create table edition_imports (
    edition    text not null,
    import     text not null,
    primary key (edition, import)
);
