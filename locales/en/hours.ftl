### Hours and work-days of one person, and a statement of them.

hours-say = hours, work days, statement
menu-hours = Hours, work-days
hours = { $shifts ->
    [0] { $period }: no shift is over yet.
   *[other] { $period }: { $shifts } shifts, { $hours } hours, { $days } work-days, { $proven }/{ $shifts } proven.
        A half-day shift is 0.5 of a work-day, a whole day is 1.
    }
hours-of-week = This week
hours-of-month = This month
hours-of-year = This year
hours-paper = Get a statement
hours-paper-done = Here is your statement, in Vietnamese as offices want it. Print it and have it signed by your leader or the commune's Union.
hours-paper-head =
    HO CHI MINH COMMUNIST
    YOUTH UNION
hours-paper-title = STATEMENT OF VOLUNTEER WORK
hours-paper-name = Comrade: { $name }
hours-paper-team = Team: { $teams }
hours-paper-period = Period: { $period }
hours-paper-figures = Took part in { $shifts } shifts ({ $proven } of them proven), { $hours } hours, { $days } work-days.
hours-paper-signed =
    ……, ……/……/……
    FOR THE COMMITTEE
    (signature and full name)
hours-paper-foot = Check at { $link }. A half-day shift is 0.5 of a work-day, a whole day is 1.

verify-true = This statement is true. Its figures when it was made:
verify-unknown = No statement has this code. Look at the code on the paper again, letters and digits.
verify-erased = (erased at their request)
