-- Copies of pictures that were handed to somebody, each with its number in its pixels.
create table marked_copy (
  copy_number bigint primary key,             -- 0 to 4294967295, drawn by lot
  manifest    bytea not null,                 -- of the decision set it was written with
  item_id     uuid not null,
  recipient   varchar(120) not null,
  width       int not null,                   -- as it was written, for finding it again after it was scaled
  height      int not null,
  written_by  uuid not null,
  written_at  timestamp with time zone not null,
  constraint marked_copy_number_ck check (copy_number between 0 and 4294967295),
  constraint marked_copy_size_ck check (width > 0 and height > 0)
);
create index marked_copy_item_ix on marked_copy (item_id);
