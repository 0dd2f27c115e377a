"""A list from a spreadsheet: read within limits, judged row by row, matched with what is there. Pure but for
the files themselves."""
