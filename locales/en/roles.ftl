### Roles: proposed, accepted, confirmed, handed over.

role-named = { $role ->
    [leader] leader
    [deputy] deputy
    [coordinator] coordinator
   *[volunteer] volunteer
    }
role-until = { $role } (until the end of { $day })

# Whoever is proposed
role-offer-say = accept role, my role offers
role-offer-none = No role is waiting for you to accept.
role-offer-gone = This proposal was answered or is not there any more.
role-offer-asks = You are proposed as { $role } of { $place }. Do you accept?
role-offer-accept = I accept
role-offer-refuse = No
role-offer-accepted = You are { $role } of { $place } from now on.
role-offer-waits = Noted that you accept to be { $role } of { $place }. I will tell you as soon as a coordinator has confirmed it.
role-offer-refused = I have passed on that you do not accept. Your own role stays as it is.
role-offer-taken = { $name } has accepted to be { $role } of { $place }.
role-offer-not-taken = { $name } does not accept to be { $role } of { $place }. Nobody's role changes.
join-offer-waits = Hello { $name }, noted that you accept to be { $role } of { $team }. I will tell you as soon as a coordinator has confirmed it.

# The coordinator confirms
confirm-roles-say = confirm roles
confirm-roles-none = No role is waiting for you to confirm.
confirm-roles-list = { $count } roles wait for your word{ $left ->
    [0] {""}
   *[other] {" "}({ $left } more after these)
    }:
    { $lines }
    A role takes effect when that person has accepted and you have confirmed.
confirm-roles-line = { $number }. { $name }: { $role }, { $place }{ $accepted ->
    [yes] {" "}(accepted)
   *[no] {""}
    }
confirm-roles-all = { $count ->
    [1] ✓ Confirm
   *[other] ✓ Confirm all { $count }
    }
confirm-roles-one = One by one
confirm-roles-drop = Do not agree
confirm-roles-dropped = The proposal is dropped, nobody's role changes.
confirm-roles-done = Confirmed: { $leaders } leaders, { $deputies } deputies, { $coordinators } coordinators.{ $waiting ->
    [0] {""}
   *[other] {" "}{ $waiting } have not accepted yet; the role is theirs when they do.
    }
confirm-roles-more = See what is left
