### Words on the operator's screen.

cli-ready = Áo Xanh is running at { $url }. Open a link to try it with the sample team:
cli-as-volunteer = Volunteer
cli-as-leader = Team leader
cli-as-coordinator = Coordinator
cli-chat = Type as in a chat; Ctrl-D to stop.
campaign-first = Campaign { $year }
