-- A month and its year begin on one day: an edition is known by its whole period, 2020-06-17, 2020-06 or 2020.
alter table edition add column period varchar(10) default '' not null;
update edition set period = cast(period_start as char(10));
alter table edition drop primary key;
alter table edition add primary key (report, period, region, number);
alter table edition drop column period_start;
