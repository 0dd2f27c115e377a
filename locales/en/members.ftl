### Who is in a team, who leaves it.

members-say = members, team members
members-leaves = leave the team, leaves the team
members-all = { $team }
    Leader: { $leaders }
    Deputy: { $deputies }
    Volunteers ({ $count }): { $volunteers }
members-see = Members
members-let-go = Let somebody go
members-who = Who is no longer in the team? What they recorded stays.
members-who-label = Member
members-summary = Let { $name } go from { $team }? Their shifts are given back, what they recorded stays, and they are told.
members-confirm = ✓ Let go
members-done = { $name } is no longer in { $team }. To come back, they use the join code again.
members-for-you = Your leader has noted that you are no longer in { $team }. Thank you for your time; what you recorded still counts. If this is a mistake, please ask your leader.
members-again-for-you = That was a mistake: you are still a member of { $team }. Please sign up for your shifts anew.
members-gone = They are no longer on the team's list.
members-undone = Taken back: they are in the team again. Shifts that were given back have to be chosen anew.

leave-team-say = leave team, leave the team
leave-team-team = Which team do you leave?
leave-team-team-label = Team
leave-team-summary = Leave { $team }? Your shifts are given back and your leader is told. What you recorded still counts.
leave-team-confirm = ✓ Leave
leave-team-done = You have left { $team }. Thank you for your time! To come back, type the join code; to see or erase your data, tap below.
leave-team-done-typed = You have left { $team }. Thank you for your time! To come back, type the join code; to see or erase your data, type "my data".
leave-team-for-you = { $name } has left { $team }. Their shifts are free now, what they recorded stays.
leave-team-undone = Good to have you back! You are a member again. Please sign up for your shifts anew.
leave-team-leads = You lead this team: please hand it over first, then you can leave.
leave-team-hand-over = Hand over
