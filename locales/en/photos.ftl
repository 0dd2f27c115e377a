### Pictures of posters and classes, only where a campaign takes them. A leader approves before any is kept.

photo-what = What does it show? Posters or classes only, no papers and no faces of citizens, please.
photo-what-poster = Poster
photo-what-class = Class
photo-drop = Drop it
photo-sent = Your leader will look at it. It is kept only when approved; if not, or after 48 hours, it disappears.
photo-take-back = Take it back
photo-dropped = Dropped, nothing is kept.
photo-over = This picture is done with.
photo-gone = This picture is gone.
photo-lost = I could not load your picture, or it is none. Please send it again.
photo-doubt = ⚠ Your picture looks like a paper of a citizen. If it is, please take it back.

photos-say = pictures waiting, pictures of the team
photos-asked = { $doubt ->
    [card] ⚠ This looks like an identity card: keep it only if it surely is none.{" "}
    [paper] ⚠ This looks like somebody's paper: keep it only if it surely is none.{" "}
   *[none] {""}
    }Somebody of your team sent a picture ({ $what }). Please look and choose; after 48 hours it disappears.
photos-keep = Keep
photos-refuse = Do not keep
photos-kept = Kept.
photos-refused = Removed.
photos-back = Undone, the picture waits for you again.
photos-head = { $count ->
    [0] No pictures yet.{ $takes ->
        [no] {" "}This campaign takes none.
       *[yes] {""}
        }
   *[other] { $count } pictures, { $waiting } waiting.
    }
photos-one = { $waits ->
    [yes] ● { $what }, { $day }
   *[no] { $what }, { $day }
    }

take-photos-say = take pictures
take-photos-which = Which campaign takes pictures of posters and classes? A leader approves each before it is kept.
take-photos-on = On: { $name }
take-photos-off = Off: { $name }
take-photos-done = { $on ->
    [yes] “{ $name }” takes pictures now. Leaders look at each.
   *[no] “{ $name }” takes no more pictures. Those that are kept stay.
    }
take-photos-province = This is for coordinators of the province.
