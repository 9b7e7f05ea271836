-- What is looked at beyond what is most urgent: one in ten of what comes in is drawn at random, with the probability it was drawn by, and
-- some of what models are undecided about. docs/adr/0051.
alter table review_task add column slice smallint default 0 not null;   -- 0: by priority alone; 1: models are undecided; 2: drawn at random
alter table review_task add column sampling double precision;           -- of what was drawn at random: its probability
alter table review_task add constraint review_task_slice_ck check (slice = 2 and sampling > 0 and sampling <= 1 or slice in (0, 1) and sampling is null);
create index review_task_slice_ix on review_task (lane_id, state, slice, queued_at);
