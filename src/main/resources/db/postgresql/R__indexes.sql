-- Of what a busy queue and its log look up, indexes of those rows alone that are looked for: a task that changes hands, and an
-- event that is about no other, enter as few as can be. H2 knows no such indexes and keeps those of the first migrations. Each
-- condition is one that the statements say themselves, or the planner would not take the index. docs/adr/0034.

drop index if exists review_task_claim_ix, review_task_age_ix, review_task_lease_ix, review_task_filed_ix, review_task_owner_ix, review_task_slice_ix, review_task_drawn_ix;
create index review_task_claim_ix on review_task (lane_id, state, priority, task_id) where state = 0;
create index review_task_age_ix on review_task (lane_id, state, queued_at) where state in (0, 1);
create index review_task_lease_ix on review_task (lease_until) where state = 1;
create index review_task_filed_ix on review_task (filed_by) where filed_by is not null;
-- for counting what somebody holds; with the task in it, as statistics from before anything was leased make a verdict take it
create index review_task_owner_ix on review_task (lease_owner, task_id) where lease_owner is not null;
-- the statements name one slice each, so that either condition follows from what they say
create index review_task_slice_ix on review_task (lane_id, slice, queued_at) where state = 0 and slice > 0;
create index review_task_drawn_ix on review_task (queued_at) where slice = 2;

drop index if exists verdict_event_about_ix, verdict_event_batch_ix;
create index verdict_event_about_ix on verdict_event (about) where about is not null;
create index verdict_event_batch_ix on verdict_event (batch) where batch is not null;
