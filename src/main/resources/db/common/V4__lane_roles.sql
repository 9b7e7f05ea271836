-- Who may work in a lane: the role that the pack's ladder names; null: everybody. The next start of a desk fills it in.
alter table lane add column role varchar(12);
