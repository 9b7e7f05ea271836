-- So that a page of the log is read without going through all of it, whichever way it is narrowed.
create index audit_entry_recent_ix on audit_entry (recorded_at desc, writer_id desc, writer_seq desc);
create index audit_entry_kind_ix on audit_entry (kind, recorded_at desc, writer_id desc, writer_seq desc);
create index audit_entry_writer_ix on audit_entry (writer_id, recorded_at desc, writer_seq desc);
create index audit_checkpoint_sealed_ix on audit_checkpoint (sealed_at desc);

-- The roots of the tree's full tiles of 1024 leaves: the way from a leaf to the root is found without reading the other leaves.
create table audit_tile (
  tile bigint primary key,                    -- 0: leaves 0 to 1023
  root bytea not null
);
