-- name: add_statement(tenant, id, code, person_id, from_on, to_on, shifts, proven, minutes, half_days, issued_at)*!
insert into statements
  (tenant, id, code, person_id, from_on, to_on, shifts, proven, minutes, half_days, issued_at)
values
  (:tenant, :id, :code, :person_id, :from_on, :to_on, :shifts, :proven, :minutes, :half_days, :issued_at);

-- name: statement_with_code(code)^
select s.*, coalesce(p.name, '') as name from statements s
left join persons p on p.tenant = s.tenant and p.id = s.person_id
where s.code = :code
order by s.tenant, s.id
limit 1;
