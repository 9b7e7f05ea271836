-- Known pictures by their hashes. A bank's entries are kept sorted and packed, some thousands to a row: they are only
-- ever read and written whole, and a row for each of a million of them took minutes to insert.

create table hash_bank (
  name     varchar(40) primary key,
  added_at timestamp with time zone not null,
  labels_json varchar(100000) not null
);

-- kind: 0 PDQ, 1 SHA-256, 2 MD5. entries: hash, end in seconds since 1970 (8 bytes), number of its label (4 bytes).
create table hash_bank_part (
  bank    varchar(40) not null references hash_bank,
  kind    smallint not null,
  part_no int not null,
  entries bytea not null,
  primary key (bank, kind, part_no)
);
