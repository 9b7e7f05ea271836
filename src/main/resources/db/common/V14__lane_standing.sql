-- How a lane stands, as a reviewer's window asks once a second: what a server replaces by something that does not count all of a long queue.
create view lane_standing as
  select l.lane_id,
         (select count(*) from review_task t where t.lane_id = l.lane_id and t.state = 0) as waiting,
         (select count(*) from review_task t where t.lane_id = l.lane_id and t.state = 1) as held,
         (select t.queued_at from review_task t where t.lane_id = l.lane_id and t.state = 0 order by t.lane_id, t.state, t.queued_at limit 1) as oldest,
         (select min(c.due_at) from task_clock c join review_task t on t.task_id = c.task_id where t.lane_id = l.lane_id and t.state in (0, 1)) as due
    from lane l;
