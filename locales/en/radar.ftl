### Silent units: teams that should be at work and are not heard of.

menu-radar = Silent teams
radar-say = radar, silent teams
radar-head = { $silent ->
    [0] { $time }: { $expected ->
        [0] no team was due yet.
       *[other] all { $expected } teams that are due have checked in or reported.
        }
   *[other] { $time }: { $silent } of { $expected } teams{ $wide ->
        [yes] {" "}in { $units } communes
       *[no] {""}
        } are due and have neither checked in nor reported.
    }
radar-team = { $team } ({ $shift })
radar-unit = { $unit }: { $silent } of { $expected } teams
radar-more = … and { $count } more.
radar-nudge = { $wide ->
    [yes] Ask the communes
   *[no] Ask the leaders
    }
radar-all-heard = Every team has checked in or reported; nobody needs to be asked.
radar-nudged = { $count ->
    [0] I asked nobody else.
   *[other] Asked { $count }: { $names }.
    }{ $already ->
    [0] {""}
   *[other] {" "}{ $already } were asked today already and are not asked again.
    }{ $nobody ->
    [0] {""}
   *[other] {" "}{ $nobody } teams have nobody I can reach.
    }
radar-again = Look again
radar-see = Silent teams
radar-asked = { $level ->
    [team] Your coordinator asks: your shift has begun and nobody has checked in or reported. If you are at work, please check your people in.
   *[other] The level above asks about { $count } teams whose shift has begun and of which nothing is heard. Please have a look.
    }
