-- The log as one Merkle tree (RFC 9162): which entries were sealed in which order, and what was signed of it.

create table audit_tree (
  only_row  smallint primary key,
  tree_size bigint not null,
  subtrees  bytea,                            -- hashes of the complete subtrees, the largest first; null: none
  constraint audit_tree_ck check (only_row = 1)
);
insert into audit_tree (only_row, tree_size) values (1, 0);

-- Entries of one writer that follow one another in the tree.
create table audit_run (
  first_leaf bigint primary key,
  writer_id  uuid not null,
  first_seq  bigint not null,
  entries    bigint not null,
  constraint audit_run_uq unique (writer_id, first_seq)
);

create table audit_checkpoint (
  tree_size bigint primary key,
  root      bytea not null,
  note      varchar(4000) not null,           -- C2SP signed note
  sealed_at timestamp with time zone default current_timestamp not null
);
