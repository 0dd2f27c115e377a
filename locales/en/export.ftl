### Files to take along: the week's report (.docx, .xlsx) and every line of the figures (.xlsx).

export-cut = {" "}… (cut: longer than 32,767 characters)
export-union = HO CHI MINH COMMUNIST YOUTH UNION
export-above = { $level ->
    [commune] UNION OF { $above }
    [province] CENTRAL COMMITTEE OF THE UNION
   *[other] SECRETARIAT
    }
export-issuer = { $level ->
    [central] CENTRAL COMMITTEE OF THE UNION
   *[other] UNION COMMITTEE OF { $unit }
    }
export-headed = { $kind ->
    [thanh_pho] city of { $unit }
   *[other] { $unit }
    }
export-central-place = Hanoi
export-number = No.:        -BC/ĐTN
export-dated = { $place }, { $day }/{ $month }/{ $year }
export-title = WEEKLY REPORT
export-subject = Results of the youth volunteer teams
    that support two-tier local government
export-period = (From { $since } to { $until })
export-updated = Figures as of { $at } on { $day }, edition { $edition }
export-part-results = I. RESULTS OF THE WEEK
export-part-news = II. NEWS
export-part-models = III. GOOD MODELS
export-part-troubles = IV. DIFFICULTIES
export-part-proposals = V. PROPOSALS
export-part-coverage = Who reported
export-by-matter = By matter
export-by-group = By group of people
export-none = None.
export-figure = What
export-value = This week
export-before = Last week
export-change = Change
export-whole = Out of
export-adjusted = Earlier weeks adjusted
export-meaning = What is counted
export-approx = ({ $count } reports say "about")
export-adjustment = Week { $since }–{ $until } adjusted: { $by }
export-model = { $name } ({ $unit }): { $what }{ $result ->
    [none] {""}
   *[other] {" "}Result: { $result }.
    }{ $tried ->
    [0] {""}
   *[other] {" "}Tried in { $tried } places.
    }
export-trouble = { $what }: { $cases } cases in { $communes } communes, on { $days } days{ $stopped ->
    [0] {""}
   *[other] , work stopped in { $stopped }
    }; { $solved } solved.{ $solvers ->
    [none] {""}
   *[other] {" "}To be solved by: { $solvers }.
    }
export-solver-team = the team
export-solver-commune = the commune
export-solver-province = the province
export-solver-central = the centre
export-solver-police = the police
export-covered = Reported: { $reported } of { $expected }.
export-silent = Not reported ({ $count }): { $names }.
export-receivers = To:
export-receivers-lines = { $level ->
    [commune] - Union of { $above };
        - Party committee of the commune;
        - Office.
    [province] - Central Committee of the Union;
        - Party committee of the province;
        - Office.
   *[other] - Secretariat of the Union;
        - Office.
    }
export-signed = ON BEHALF OF THE STANDING COMMITTEE
    (signature and name)
export-sheet-document = Roll-up
export-sheet-provinces = Provinces
export-sheet-communes = Communes
export-sheet-teams = Teams
export-sheet-lines = Every line
export-day = Day
export-code = Code
export-unit = Unit
export-team = Team
export-matter = Matter
export-count = Count
export-parts = From reports
export-given = By the leader
export-behalf = On behalf
export-on-behalf = on behalf
export-visits-on-behalf = Visits put in on behalf
export-of-which-behalf = ({ $count } on behalf)
export-approx-column = "About"
export-draft = DRAFT, not sent yet
file-link = The file is here, for an hour: { $link }
file-elsewhere = I cannot send files here. Type "web" to open the web page and take it there.
file-too-large = The file is too large to send in a chat. Choose fewer days, or ask the operator.
file-failed = I could not write this file. Please try again in a few minutes.
weekly-file-say = weekly report file
weekly-file-docx-say = weekly docx, weekly word
weekly-file-xlsx-say = weekly xlsx, weekly excel
weekly-file-docx = Take it to print (.docx)
weekly-file-xlsx = Take the figures (.xlsx)
weekly-file-here = { $kind ->
    [docx] The week's report to print and sign
    [sums] The week's figures: a sheet a level
   *[other] The week's figures: a sheet a level, and every line behind them
    }{ $draft ->
    [yes] , a draft not sent yet
   *[no] {""}
    }.
weekly-file-name = Weekly report { $unit } { $since } to { $until }
