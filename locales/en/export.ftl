### Files to take along. Documents are Vietnamese; what is said about them in the chat is here.

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
weekly-file-name = Weekly report { $unit } { $since } { $until }
