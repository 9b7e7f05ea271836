-- Statements of reasons that were written for the EU's DSA Transparency Database. A row is added once and never changed.
create table dsa_statement (
  puid          uuid primary key,             -- the decision's id, which the database knows it by: given once, never again
  item_id       uuid not null,
  grounds_sha256 bytea not null,              -- of what it restricts, why and where: whether a later decision says the same
  body_sha256   bytea not null,               -- of its canonical JSON
  export_id     uuid not null,                -- those written in one go
  written_by    uuid not null,
  written_at    timestamp with time zone not null
);
create index dsa_statement_item_ix on dsa_statement (item_id);

-- What became of the decision afterwards. The EU's database has no call for it, so it is told to people, once.
create table dsa_change (
  puid       uuid not null references dsa_statement,
  step       int not null,                    -- 0, 1, 2 ... for each statement
  kind       varchar(12) not null,            -- REVERSED: it does not stand any more; REINSTATED: it does again
  export_id  uuid not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  primary key (puid, step),
  constraint dsa_change_kind_ck check (kind in ('REVERSED', 'REINSTATED'))
);
