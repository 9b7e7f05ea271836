-- The key that each image's bytes are sealed under, wherever copies of them lie. Deleting the row erases them all.
create table image_key (
  sha256   bytea primary key,
  data_key bytea not null,
  made_at  timestamp with time zone default current_timestamp not null
);
