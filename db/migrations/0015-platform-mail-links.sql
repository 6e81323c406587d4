-- A mail whose text holds a link that opens something: until when. Once it is over, the text is emptied.
alter table platform.mail add column link_until timestamptz;
create index mail_by_link_end on platform.mail (link_until) where link_until is not null and body <> '';
